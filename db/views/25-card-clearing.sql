-- Every card payment as Stripe counts it (whole, before its fee), and whether its payout has been found at the bank.
create or replace view card_clearing as
select
  p.proposal_id,
  p.pledge_id,
  p.id as card_payment_id,
  (case when m.currency = 'idr' then m.amount_minor / 100 else p.amount end)::bigint as amount,
  o.bank_line_id is not null as paid_out
from card_payments p
left join card_movements m on m.proposal_id = p.proposal_id and m.card_payment_id = p.id
left join card_payouts o on o.id = m.payout_id;
