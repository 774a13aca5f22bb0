-- What of each termin has arrived at the community and what of it is covered by approved receipts.
create or replace view tranche_flow as
select
  t.proposal_id,
  t.n,
  t.amount,
  coalesce(d.disbursed, 0)::bigint as disbursed,
  coalesce(r.accounted, 0)::bigint as accounted,
  coalesce(r.waiting, 0)::bigint as waiting
from tranches t
left join (
  select proposal_id, tranche_n, sum(amount) filter (where status = 'acknowledged') as disbursed
  from disbursements group by proposal_id, tranche_n
) d on d.proposal_id = t.proposal_id and d.tranche_n = t.n
left join (
  select proposal_id, tranche_n, sum(amount) filter (where status = 'approved') as accounted,
    sum(amount) filter (where status = 'submitted') as waiting
  from receipts group by proposal_id, tranche_n
) r on r.proposal_id = t.proposal_id and r.tranche_n = t.n;

-- The four figures by pillar, element and company of the public programs, for the open ledger page.
create or replace view pillar_flow as
select p.pillar, count(*)::integer as programs, sum(f.target)::bigint as target, sum(f.committed)::bigint as committed,
  sum(f.received)::bigint as received, sum(f.disbursed)::bigint as disbursed, sum(f.accounted)::bigint as accounted
from program_flow f
join proposals p on p.id = f.proposal_id
group by p.pillar;

create or replace view element_flow as
select o.element, count(*)::integer as programs, sum(f.target)::bigint as target, sum(f.committed)::bigint as committed,
  sum(f.received)::bigint as received, sum(f.disbursed)::bigint as disbursed, sum(f.accounted)::bigint as accounted
from program_flow f
join proposals p on p.id = f.proposal_id
join organizations o on o.id = p.organization_id
group by o.element;

-- What one company has given to one program, over all its pledges.
create or replace view funder_flow as
select
  proposal_id,
  company_id,
  count(*) filter (where committed > 0)::integer as pledges,
  sum(committed)::bigint as committed,
  sum(received)::bigint as received,
  sum(disbursed)::bigint as disbursed,
  sum(accounted)::bigint as accounted
from pledge_flow
group by proposal_id, company_id
having sum(committed) > 0;
