-- Who leads a program and agreed to it. `stands`: her standing is approved and nothing of hers is frozen; it holds up to `stands_until`, or
-- without end where that is null. Whether it holds today is for the reader to say, who knows the day.
create or replace view program_leads as
select l.proposal_id, o.id as leader_id, o.name as leader,
  o.standing = 'approved' and not exists (
    select from organization_freezes f where f.organization_id = o.id and f.lifted_at is null and f.scope = 'all') as stands,
  o.standing_valid_until as stands_until
from program_leaders l
join organizations o on o.id = l.leader_id
where l.status = 'accepted';
