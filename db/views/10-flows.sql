-- The four states of money (Alur Dana), always from the ledger: per program, pledge, company, organisation, district and the whole platform.

create or replace view program_flow as
select
  f.proposal_id,
  f.target,
  coalesce(sum(b.balance) filter (where b.account = 'pledge_claim'), 0)::bigint as committed,
  coalesce(sum(b.balance) filter (where b.account = 'contribution'), 0)::bigint as received,
  coalesce(sum(b.balance) filter (where b.account in ('with_community', 'accounted')), 0)::bigint as disbursed,
  coalesce(sum(b.balance) filter (where b.account = 'accounted'), 0)::bigint as accounted,
  coalesce(sum(b.balance) filter (where b.account = 'escrow'), 0)::bigint as escrow,
  coalesce(sum(b.balance) filter (where b.account = 'in_transit'), 0)::bigint as in_transit
from funds f
left join ledger_balances b on b.proposal_id = f.proposal_id
where f.target is not null
group by f.proposal_id;

create or replace view pledge_flow as
select
  p.proposal_id,
  p.id as pledge_id,
  p.company_id,
  p.amount as pledged,
  coalesce(sum(b.balance) filter (where b.account = 'pledge_claim'), 0)::bigint as committed,
  coalesce(sum(b.balance) filter (where b.account = 'contribution'), 0)::bigint as received,
  coalesce(sum(b.balance) filter (where b.account in ('with_community', 'accounted')), 0)::bigint as disbursed,
  coalesce(sum(b.balance) filter (where b.account = 'accounted'), 0)::bigint as accounted
from pledges p
left join ledger_balances b on b.proposal_id = p.proposal_id and b.pledge_id = p.id
group by p.proposal_id, p.id;

create or replace view company_flow as
select
  company_id,
  count(*) filter (where committed > 0)::integer as pledges,
  sum(committed)::bigint as committed,
  sum(received)::bigint as received,
  sum(disbursed)::bigint as disbursed,
  sum(accounted)::bigint as accounted
from pledge_flow
group by company_id;

create or replace view organization_flow as
select
  p.organization_id,
  count(*)::integer as programs,
  sum(f.target)::bigint as target,
  sum(f.committed)::bigint as committed,
  sum(f.received)::bigint as received,
  sum(f.disbursed)::bigint as disbursed,
  sum(f.accounted)::bigint as accounted
from program_flow f
join proposals p on p.id = f.proposal_id
group by p.organization_id;

create or replace view district_flow as
select
  substr(p.area_code, 1, 8) as district_code,
  count(*)::integer as programs,
  sum(f.target)::bigint as target,
  sum(f.committed)::bigint as committed,
  sum(f.received)::bigint as received,
  sum(f.disbursed)::bigint as disbursed,
  sum(f.accounted)::bigint as accounted
from program_flow f
join proposals p on p.id = f.proposal_id
group by 1;

create or replace view platform_flow as
select
  count(*)::integer as programs,
  coalesce(sum(target), 0)::bigint as target,
  coalesce(sum(committed), 0)::bigint as committed,
  coalesce(sum(received), 0)::bigint as received,
  coalesce(sum(disbursed), 0)::bigint as disbursed,
  coalesce(sum(accounted), 0)::bigint as accounted
from program_flow;
