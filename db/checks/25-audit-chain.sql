-- Every line of the audit log is sealed: it carries the hash of its own content and of the line before it.
select c.seq, c.audit_id, 'line does not hold its own hash' as problem
from audit_chain c
join audit_log a on a.id = c.audit_id
where c.hash <> encode(sha256(convert_to(audit_canonical(a, c.seq, c.prev_hash), 'UTF8')), 'hex')
union all
select c.seq, c.audit_id, 'line does not follow the one before it'
from audit_chain c
left join audit_chain p on p.seq = c.seq - 1
where c.prev_hash <> coalesce(p.hash, repeat('0', 64)) or (c.seq > 1 and p.seq is null)
union all
select null, a.id, 'line is not sealed'
from audit_log a
where not exists (select from audit_chain c where c.audit_id = a.id);
