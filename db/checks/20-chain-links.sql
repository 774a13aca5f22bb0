-- Every entry carries the hash of its own content and of the entry before it; the fund's head is the last of them.
select t.proposal_id, t.seq, 'entry does not hold its own hash' as problem
from ledger_transfers t
where t.hash <> encode(sha256(convert_to(ledger_canonical(t), 'UTF8')), 'hex')
union all
select t.proposal_id, t.seq, 'entry does not follow the one before it'
from ledger_transfers t
left join ledger_transfers p on p.proposal_id = t.proposal_id and p.seq = t.seq - 1
where t.prev_hash <> coalesce(p.hash, repeat('0', 64)) or (t.seq > 1 and p.seq is null)
union all
select f.proposal_id, f.last_seq, 'head of the fund is not its last entry'
from funds f
left join ledger_transfers t on t.proposal_id = f.proposal_id and t.seq = f.last_seq
where f.last_hash <> coalesce(t.hash, repeat('0', 64))
   or f.last_seq <> (select count(*) from ledger_transfers c where c.proposal_id = f.proposal_id);
