-- Every balance equals the sum of the transfers that made it.
with moved as (
  select proposal_id, account, pledge_id, sum(delta) as balance from (
    select proposal_id, debit as account, coalesce(pledge_id, '00000000-0000-0000-0000-000000000000') as pledge_id,
      case when ledger_debit_normal(debit) then amount else -amount end as delta from ledger_transfers
    union all
    select proposal_id, credit, coalesce(pledge_id, '00000000-0000-0000-0000-000000000000'),
      case when ledger_debit_normal(credit) then -amount else amount end from ledger_transfers
  ) legs group by 1, 2, 3
)
select coalesce(b.proposal_id, m.proposal_id) as proposal_id, coalesce(b.account, m.account) as account, b.balance as kept, m.balance as summed
from ledger_balances b
full join moved m on m.proposal_id = b.proposal_id and m.account = b.account and m.pledge_id = b.pledge_id
where b.balance is distinct from m.balance;
