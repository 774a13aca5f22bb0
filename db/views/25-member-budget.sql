-- Each member of a joint program with its part of the budget, and with what its receipts say was spent.
create or replace view member_budget as
with parts as (
  select proposal_id, member_id, amount - shared as amount from budget_lines where member_id is not null
  union all
  select proposal_id, member_id, amount from budget_line_shares
), planned as (
  select proposal_id, member_id, sum(amount) as planned from parts group by proposal_id, member_id
), spent as (
  select proposal_id, member_id, sum(amount) filter (where status = 'approved') as spent, sum(amount) filter (where status = 'submitted') as waiting
  from receipts where member_id is not null group by proposal_id, member_id
)
select m.proposal_id, m.id as member_id, m.position, coalesce(p.planned, 0)::bigint as planned, coalesce(s.spent, 0)::bigint as spent,
  coalesce(s.waiting, 0)::bigint as waiting
from proposal_members m
left join planned p on p.proposal_id = m.proposal_id and p.member_id = m.id
left join spent s on s.proposal_id = m.proposal_id and s.member_id = m.id;
