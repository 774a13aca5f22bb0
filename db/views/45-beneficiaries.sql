-- Who benefits, as anyone may read it. A count of 1 to 4 is never shown, and where a part or what the parts leave is 1 to 4, none of the
-- parts is shown, since the others would give it away. What is hidden is said to be hidden. The whole of a program is always shown, except
-- a small one for a sensitive group.
create or replace view published_beneficiaries as
select p.id as proposal_id,
  case when p.beneficiaries < 5 and exists (
    select from proposal_needs n join need_groups g on g.code = n.need_code where n.proposal_id = p.id and g.sensitive
  ) then null else p.beneficiaries end as beneficiaries,
  case when p.people >= 5 then p.people end as people,
  case when hidden.sexes then null else p.women end as women,
  case when hidden.sexes then null else p.men end as men,
  case when hidden.ages then null else p.age_0_5 end as age_0_5,
  case when hidden.ages then null else p.age_6_17 end as age_6_17,
  case when hidden.ages then null else p.age_18_59 end as age_18_59,
  case when hidden.ages then null else p.age_60_up end as age_60_up,
  case when hidden.disabled then null else p.disabled end as disabled,
  case when hidden.indirect then null else p.indirect end as indirect,
  hidden.sexes or hidden.ages or hidden.disabled or hidden.indirect as some_hidden
from proposals p
cross join lateral (
  select
    coalesce(p.women between 1 and 4, false) or coalesce(p.men between 1 and 4, false)
      or (coalesce(p.women, p.men) is not null
        and coalesce(p.people - coalesce(p.women, 0) - coalesce(p.men, 0) between 1 and 4, false)) as sexes,
    coalesce(p.age_0_5 between 1 and 4, false) or coalesce(p.age_6_17 between 1 and 4, false)
      or coalesce(p.age_18_59 between 1 and 4, false) or coalesce(p.age_60_up between 1 and 4, false)
      or (coalesce(p.age_0_5, p.age_6_17, p.age_18_59, p.age_60_up) is not null
        and coalesce(p.people - coalesce(p.age_0_5, 0) - coalesce(p.age_6_17, 0) - coalesce(p.age_18_59, 0) - coalesce(p.age_60_up, 0)
          between 1 and 4, false)) as ages,
    coalesce(p.disabled between 1 and 4, false) as disabled,
    coalesce(p.indirect between 1 and 4, false) as indirect
) hidden
where p.status in ('published', 'running', 'completed', 'expired', 'suspended');

-- How many of a program's beneficiaries belong to each of its need groups, under the same rule.
create or replace view published_need_people as
select n.proposal_id, n.need_code, case when n.people >= 5 then n.people end as people, coalesce(n.people < 5, false) as hidden
from proposal_needs n
join proposals p on p.id = n.proposal_id
where p.status in ('published', 'running', 'completed', 'expired', 'suspended');
