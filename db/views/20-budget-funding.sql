-- What of each budget line is covered by commitments: lines that pledges name first, then free pledges, in the order of the budget.
create or replace view budget_line_funding as
with chosen as (
  select l.proposal_id, l.id, l.position, l.amount,
    least(coalesce(sum(pl.amount) filter (where p.status in ('committed', 'settled')), 0), l.amount)::bigint as chosen
  from budget_lines l
  left join pledge_lines pl on pl.proposal_id = l.proposal_id and pl.budget_line_id = l.id
  left join pledges p on p.proposal_id = pl.proposal_id and p.id = pl.pledge_id
  group by l.proposal_id, l.id
), free as (
  select c.proposal_id, greatest(f.committed - sum(c.chosen), 0)::bigint as free
  from chosen c
  join program_flow f on f.proposal_id = c.proposal_id
  group by c.proposal_id, f.committed
), ordered as (
  select c.*, coalesce(sum(c.amount - c.chosen) over (
    partition by c.proposal_id order by c.position, c.id rows between unbounded preceding and 1 preceding), 0)::bigint as open_before
  from chosen c
)
select o.proposal_id, o.id as budget_line_id, o.amount,
  (o.chosen + greatest(0, least(coalesce(f.free, 0) - o.open_before, o.amount - o.chosen)))::bigint as funded
from ordered o
left join free f on f.proposal_id = o.proposal_id;

-- What of each budget line was spent, by approved receipts.
create or replace view budget_line_spending as
select proposal_id, budget_line_id,
  coalesce(sum(amount) filter (where status = 'approved'), 0)::bigint as approved,
  coalesce(sum(amount) filter (where status = 'submitted'), 0)::bigint as waiting
from receipts
group by proposal_id, budget_line_id;
