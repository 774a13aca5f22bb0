-- What published programs pay for a unit of something: the platform's own history of prices, by unit and regency.
create or replace view price_observations as
select l.proposal_id, l.id as budget_line_id, lower(btrim(l.description)) as item, lower(btrim(l.unit)) as unit,
  substr(p.area_code, 1, 5) as regency, l.unit_price
from budget_lines l
join proposals p on p.id = l.proposal_id
where p.status in ('published', 'running', 'completed') and l.unit_price is not null and p.area_code is not null;
