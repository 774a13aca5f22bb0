-- What was submitted adds up: the termin plan and the RAB both equal the target of the program.
select p.id, p.target, b.total as budget, t.total as tranches
from proposals p
left join (select proposal_id, sum(amount) as total from budget_lines group by 1) b on b.proposal_id = p.id
left join (select proposal_id, sum(amount) as total from tranches group by 1) t on t.proposal_id = p.id
where p.status not in ('draft', 'withdrawn', 'rejected', 'revision_requested')
  and (b.total is distinct from p.target or t.total is distinct from p.target);
