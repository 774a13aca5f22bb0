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
