-- What the books hold at Stripe for each pledge equals the card payments whose payout has not been found at the bank, as Stripe counts them.
with books as (
  select proposal_id, pledge_id, balance from ledger_balances where account = 'card_clearing'
), stripe as (
  select proposal_id, pledge_id, sum(amount) filter (where not paid_out) as waiting from card_clearing group by 1, 2
)
select coalesce(b.proposal_id, s.proposal_id) as proposal_id, coalesce(b.pledge_id, s.pledge_id) as pledge_id,
  b.balance as books, s.waiting as at_stripe
from books b
full join stripe s on s.proposal_id = b.proposal_id and s.pledge_id = b.pledge_id
where coalesce(b.balance, 0) <> coalesce(s.waiting, 0);
