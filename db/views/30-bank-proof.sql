-- The proof bar: what the bank says against what the books say, with everything that explains a gap between the two named.
create or replace view bank_proof as
with bank as (
  select
    coalesce(sum(a.opening_balance), 0)::bigint as opening,
    (coalesce(sum(a.opening_balance), 0) + coalesce(sum(l.net), 0))::bigint as balance
  from bank_accounts a
  left join (
    select bank_account_id, sum(case direction when 'in' then amount else -amount end) as net
    from bank_lines group by bank_account_id
  ) l on l.bank_account_id = a.id
), books as (
  select
    coalesce(sum(balance) filter (where account = 'escrow'), 0)::bigint as program_funds,
    coalesce(sum(balance) filter (where account = 'suspense'), 0)::bigint as suspense,
    coalesce(sum(balance) filter (where account = 'non_program'), 0)::bigint as non_program,
    coalesce(sum(balance) filter (where account = 'card_clearing'), 0)::bigint as card_clearing
  from ledger_balances
), timing as (
  select
    -- What was carried out and came back was carried out all the same: until its outgoing line is found, it explains a gap.
    (coalesce((select sum(amount) from disbursements
      where status in ('executed', 'acknowledged') and bank_line_id is null), 0)
    + coalesce((select sum(amount) from disbursement_returns
      where reversed_at is null and bank_line_id is null), 0))::bigint as executed_not_at_bank,
    coalesce((select sum(amount - allocated) from bank_lines
      where direction = 'out' and status in ('imported', 'matched')), 0)::bigint as outgoing_not_in_books
)
select
  bank.balance as bank_balance,
  books.program_funds,
  books.suspense,
  (books.non_program + bank.opening)::bigint as non_program,
  timing.executed_not_at_bank,
  timing.outgoing_not_in_books,
  (bank.balance - books.program_funds - books.suspense - books.non_program - bank.opening
    - timing.executed_not_at_bank + timing.outgoing_not_in_books)::bigint as difference,
  books.card_clearing,
  (books.card_clearing - coalesce((select sum(amount) from card_clearing where not paid_out), 0))::bigint as card_difference
from bank, books, timing;
