-- What was sent lies within its program: activities in order and within its months, no group of people larger than all of them.
select 'activity outside the program' as rule, a.proposal_id, a.id
from proposal_activities a join proposals p on p.id = a.proposal_id
where p.status not in ('draft', 'withdrawn', 'rejected', 'revision_requested')
  and (a.from_month is null or a.to_month < a.from_month
    or a.from_month < to_char(p.starts_on, 'YYYY-MM') or a.to_month > to_char(p.ends_on, 'YYYY-MM'))
union all
select 'need group larger than all', n.proposal_id, null
from proposal_needs n join proposals p on p.id = n.proposal_id
where p.status not in ('draft', 'withdrawn', 'rejected', 'revision_requested') and n.people > p.people;
