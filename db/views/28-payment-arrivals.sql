-- Every arrival of money for a payment that still stands: by transfer, with the bank's words, or by card.
create or replace view payment_arrivals as
select a.proposal_id, a.pledge_id, a.payment_id, a.id, l.booked_on as arrived_on, l.description, a.amount
from allocations a
join bank_lines l on l.bank_account_id = a.bank_account_id and l.id = a.bank_line_id
where a.reversed_at is null
union all
select c.proposal_id, c.pledge_id, c.payment_id, c.id, c.paid_on, null, c.amount
from card_payments c;
