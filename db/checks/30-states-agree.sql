-- The states of pledges, payments, bank lines and disbursements say the same as the ledger.
select 'pledge committed' as rule, p.proposal_id, p.id
from pledges p join pledge_flow f on f.proposal_id = p.proposal_id and f.pledge_id = p.id
where f.committed <> case when p.status in ('committed', 'settled') then p.amount else f.received end
union all
select 'pledge instalments', p.proposal_id, p.id
from pledges p
where p.status in ('committed', 'settled')
  and p.amount <> (select sum(amount) from payments y where y.proposal_id = p.proposal_id and y.pledge_id = p.id and y.status <> 'cancelled')
union all
select 'payment received', y.proposal_id, y.id
from payments y
where y.received <> coalesce((select sum(a.amount) from allocations a
  where a.proposal_id = y.proposal_id and a.payment_id = y.id and a.reversed_at is null), 0)
  + coalesce((select sum(c.amount) from card_payments c where c.proposal_id = y.proposal_id and c.payment_id = y.id), 0)
union all
select 'pledge received', p.proposal_id, p.id
from pledges p join pledge_flow f on f.proposal_id = p.proposal_id and f.pledge_id = p.id
where f.received <> coalesce((select sum(y.received) from payments y where y.proposal_id = p.proposal_id and y.pledge_id = p.id), 0)
union all
select 'bank line allocated', l.bank_account_id, l.id
from bank_lines l
where l.direction = 'in' and l.allocated <> coalesce((select sum(a.amount) from allocations a
  where a.bank_account_id = l.bank_account_id and a.bank_line_id = l.id and a.reversed_at is null), 0)
  + coalesce((select sum(r.amount) from disbursement_returns r
  where r.return_account_id = l.bank_account_id and r.return_line_id = l.id and r.reversed_at is null), 0)
  + coalesce((select sum(o.matched_amount) from card_payouts o where o.bank_account_id = l.bank_account_id and o.bank_line_id = l.id), 0)
union all
select 'bank line of a disbursement', l.bank_account_id, l.id
from bank_lines l
where l.direction = 'out' and l.allocated <> coalesce((select sum(d.amount) from disbursements d
  where d.bank_account_id = l.bank_account_id and d.bank_line_id = l.id), 0)
  + coalesce((select sum(r.amount) from disbursement_returns r
  where r.bank_account_id = l.bank_account_id and r.bank_line_id = l.id and r.reversed_at is null), 0)
union all
select 'disbursement returned', d.proposal_id, d.id
from disbursements d
where coalesce((select sum(case when t.reverses is null then t.amount else -t.amount end) from ledger_transfers t
    where t.proposal_id = d.proposal_id and t.source_kind = 'disbursement' and t.source_id = d.id and t.kind = 'disbursement_return'), 0)
  <> coalesce((select sum(r.amount) from disbursement_returns r
    where r.proposal_id = d.proposal_id and r.disbursement_id = d.id and r.reversed_at is null), 0)
union all
select 'disbursed', f.proposal_id, null
from program_flow f
where f.disbursed + f.in_transit <> coalesce((select sum(d.amount) from disbursements d
  where d.proposal_id = f.proposal_id and d.status in ('executed', 'acknowledged')), 0)
union all
select 'accounted', f.proposal_id, null
from program_flow f
where f.accounted <> coalesce((select sum(r.amount) from receipts r
  where r.proposal_id = f.proposal_id and r.status = 'approved'), 0)
union all
select 'budget line receipted', l.proposal_id, l.id
from budget_lines l
where l.receipted <> coalesce((select sum(r.amount) from receipts r
  where r.proposal_id = l.proposal_id and r.budget_line_id = l.id and r.status <> 'rejected'), 0)
union all
select 'order of the four states', f.proposal_id, null
from program_flow f
where not (f.target >= f.committed and f.committed >= f.received and f.received >= f.disbursed and f.disbursed >= f.accounted);
