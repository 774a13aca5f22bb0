-- The history of a proposal is unbroken and ends in the state the proposal is in.
with told as (
  select proposal_id, id, from_status, to_status,
    lag(to_status) over history as before,
    row_number() over (partition by proposal_id order by id desc) as back
  from proposal_events
  window history as (partition by proposal_id order by id)
)
select 'last event' as rule, t.proposal_id, t.to_status::text as told, p.status::text as is_now
from told t join proposals p on p.id = t.proposal_id
where t.back = 1 and t.to_status <> p.status
union all
select 'gap', proposal_id, before::text, from_status::text
from told
where before is not null and from_status is distinct from before;
