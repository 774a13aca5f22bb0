-- The versions of a program are numbered without a gap, each but the first comes from an amendment in force, and the latest one says what
-- the tables say: its target, its budget lines and its termin.
with latest as (
  select distinct on (proposal_id) proposal_id, version, target, content
  from program_versions order by proposal_id, version desc
)
select 'gap' as rule, proposal_id, max(version) as version
from program_versions group by proposal_id having max(version) <> count(*) or min(version) <> 1
union all
select 'amendment in force', coalesce(v.proposal_id, a.proposal_id), v.version
from (select proposal_id, version, amendment_n from program_versions where amendment_n is not null) v
full join (select proposal_id, n from amendments where status = 'in_force') a on a.proposal_id = v.proposal_id and a.n = v.amendment_n
where v.proposal_id is null or a.proposal_id is null
union all
select 'target', l.proposal_id, l.version
from latest l join proposals p on p.id = l.proposal_id join funds f on f.proposal_id = l.proposal_id
where l.target <> p.target or l.target <> f.target
union all
select 'budget lines', l.proposal_id, l.version
from latest l
where exists (
  select from (
    select (x ->> 'id')::uuid as id, round((x ->> 'volume')::numeric * (x -> 'unitPrice' ->> 'rupiah')::numeric)::bigint as price,
      x -> 'tax' ->> 'code' as tax_code, x -> 'tax' ->> 'mode' as tax_mode
    from jsonb_array_elements(l.content -> 'lines') x
  ) kept
  full join (
    select id, round(volume * unit_price)::bigint as price, tax_code, tax_mode from budget_lines b where b.proposal_id = l.proposal_id
  ) live on live.id = kept.id
  where (live.price, live.tax_code, live.tax_mode::text) is distinct from (kept.price, kept.tax_code, kept.tax_mode))
union all
select 'termin', l.proposal_id, l.version
from latest l
where exists (
  select from (
    select x.n, (x.tranche -> 'amount' ->> 'rupiah')::bigint as amount
    from jsonb_array_elements(l.content -> 'tranches') with ordinality as x (tranche, n)
  ) kept
  full join (select n, amount from tranches t where t.proposal_id = l.proposal_id) live on live.n = kept.n
  where live.amount is distinct from kept.amount);
