-- In a joint proposal that was sent every line has its member, the parts of a line are what the line says, and the members' parts sum to the target.
select 'line without member' as rule, l.proposal_id, l.id
from budget_lines l join proposals p on p.id = l.proposal_id
where l.member_id is null and p.status not in ('draft', 'withdrawn', 'rejected', 'revision_requested')
  and exists (select from proposal_members m where m.proposal_id = l.proposal_id)
union all
select 'parts of a line', l.proposal_id, l.id
from budget_lines l
where l.shared <> coalesce((select sum(s.amount) from budget_line_shares s where s.proposal_id = l.proposal_id and s.budget_line_id = l.id), 0)
  or exists (select from budget_line_shares s
    where s.proposal_id = l.proposal_id and s.budget_line_id = l.id and s.member_id = l.member_id)
union all
select 'members sum', p.id, null
from proposals p
where p.status not in ('draft', 'withdrawn', 'rejected', 'revision_requested')
  and p.target <> (select sum(planned) from member_budget b where b.proposal_id = p.id)
union all
select 'receipt without member', r.proposal_id, r.id
from receipts r join budget_lines l on l.proposal_id = r.proposal_id and l.id = r.budget_line_id
where l.member_id is not null and r.member_id is null;
