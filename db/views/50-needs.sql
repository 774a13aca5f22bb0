-- Open needs and how far programs reach them. Exact, so for practitioners only; what anyone may read is in published_needs.
-- Served: programs that received money. Planned: published programs without any yet. Both together never exceed the need.
create or replace view need_coverage as
with reached as (
  select a.need_id,
    coalesce(sum(a.people) filter (where f.received > 0), 0) as funded,
    coalesce(sum(a.people) filter (where f.received = 0), 0) as waiting
  from answered_needs a
  join proposals p on p.id = a.proposal_id and p.status in ('published', 'running', 'completed')
  join program_flow f on f.proposal_id = a.proposal_id
  group by a.need_id
), counted as (
  select n.id as need_id, n.area_code, n.need_code, n.sensitive, n.since, n.about, n.counts,
    c.people, c.households, c.women, c.men, c.urgency, c.recorded_at as counted_at,
    least(coalesce(r.funded, 0), c.people)::integer as served,
    coalesce(r.waiting, 0) as waiting
  from needs n
  join need_counts c on c.need_id = n.id and c.n = n.counts
  left join reached r on r.need_id = n.id
  where n.closed_at is null
)
select need_id, area_code, need_code, sensitive, since, about, counts, people, households, women, men, urgency, counted_at, served,
  least(waiting, people - served)::integer as planned,
  (people - served - least(waiting, people - served))::integer as uncovered
from counted;

-- The same as anyone may read it. A count of 1 to 4 is never shown: its whole row says only that it is below five. Where a part of a larger
-- count is 1 to 4, none of its parts is shown, since the others would give it away. Every sum below is made of what this view shows, so no
-- total contains a hidden figure and none can be found by subtraction.
create or replace view published_needs as
select need_id, area_code, need_code, sensitive, urgency, counted_at,
  case when people >= 5 then people end as people,
  case when people >= 5 and households >= 5 then households end as households,
  case when people >= 5 then about else '' end as about,
  case when people >= 5 then since end as since,
  case when detailed then served end as served,
  case when detailed then planned end as planned,
  case when detailed then uncovered end as uncovered
from (
  select c.*, people >= 5 and not (served between 1 and 4 or planned between 1 and 4 or uncovered between 1 and 4) as detailed
  from need_coverage c
) c;

-- Sums of what is published, for the whole country (''), each province, regency, district and village; by need group, and for all groups
-- together where need_code is null. Sensitive groups stand for themselves and are in no sum.
create or replace view need_sums as
select scope.code as area_code, n.need_code,
  count(*)::integer as needs,
  (count(*) filter (where n.people is null))::integer as hidden,
  coalesce(sum(n.people), 0)::integer as people,
  coalesce(sum(n.served), 0)::integer as served,
  coalesce(sum(n.planned), 0)::integer as planned,
  coalesce(sum(n.uncovered), 0)::integer as uncovered,
  coalesce(sum(n.people) filter (where n.served is null), 0)::integer as undetailed
from published_needs n
cross join lateral (values (''), (substr(n.area_code, 1, 2)), (substr(n.area_code, 1, 5)), (substr(n.area_code, 1, 8)), (n.area_code)) scope (code)
where not n.sensitive
group by grouping sets ((scope.code), (scope.code, n.need_code));
