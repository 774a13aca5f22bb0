// Many transfers of one kind at once: in one transaction, thousands of changes of one balance make each next one slower.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Still the only way in. All entries have the same accounts, so that a balance at the end is below zero if it was at any step.
  await sql`
    create function ledger_post(
      p_proposal_id uuid, p_ids uuid[], p_kind transfer_kind, p_debit ledger_account, p_credit ledger_account, p_amounts bigint[],
      p_pledge_id uuid, p_source_kind text, p_source_ids uuid[], p_reverses bigint, p_occurred_on date[], p_posted_at timestamptz,
      p_posted_by uuid
    ) returns bigint language plpgsql security definer set search_path = public as $$
    declare
      fund funds%rowtype;
      entry ledger_transfers%rowtype;
      nil constant uuid := '00000000-0000-0000-0000-000000000000';
      total bigint := 0;
      delta bigint;
      side ledger_account;
    begin
      select * into fund from funds where proposal_id = p_proposal_id for update;
      if not found then
        raise exception 'no fund %', p_proposal_id using errcode = 'P0002', constraint = 'ledger_fund_missing';
      end if;
      if array_length(p_ids, 1) is null
        or (array_length(p_amounts, 1), array_length(p_source_ids, 1), array_length(p_occurred_on, 1))
          is distinct from (array_length(p_ids, 1), array_length(p_ids, 1), array_length(p_ids, 1)) then
        raise exception 'every entry needs an id, an amount, a source and a day';
      end if;
      entry.proposal_id := p_proposal_id;
      entry.seq := fund.last_seq;
      entry.hash := fund.last_hash;
      entry.kind := p_kind;
      entry.debit := p_debit;
      entry.credit := p_credit;
      entry.pledge_id := p_pledge_id;
      entry.source_kind := p_source_kind;
      entry.reverses := p_reverses;
      entry.posted_at := date_trunc('milliseconds', p_posted_at);
      entry.posted_by := p_posted_by;
      for place in 1 .. array_length(p_ids, 1) loop
        entry.seq := entry.seq + 1;
        entry.id := p_ids[place];
        entry.amount := p_amounts[place];
        entry.source_id := p_source_ids[place];
        entry.occurred_on := p_occurred_on[place];
        entry.prev_hash := entry.hash;
        entry.hash := encode(sha256(convert_to(ledger_canonical(entry), 'UTF8')), 'hex');
        insert into ledger_transfers select entry.*;
        total := total + entry.amount;
      end loop;

      foreach side in array array[p_debit, p_credit] loop
        delta := case when (side = p_debit) = ledger_debit_normal(side) then total else -total end;
        update ledger_balances set balance = balance + delta
          where proposal_id = p_proposal_id and account = side and pledge_id = coalesce(p_pledge_id, nil);
        if not found then
          insert into ledger_balances (proposal_id, account, pledge_id, balance, first_seq)
            values (p_proposal_id, side, coalesce(p_pledge_id, nil), delta, fund.last_seq + 1);
        end if;
      end loop;

      update funds set last_seq = entry.seq, last_hash = entry.hash,
        committed = committed + case when p_debit = 'pledge_claim' then total when p_credit = 'pledge_claim' then -total else 0 end
        where proposal_id = p_proposal_id;
      return entry.seq;
    end $$`.execute(db);

  // One transfer is the case of one.
  await sql`
    create or replace function ledger_post(
      p_proposal_id uuid, p_id uuid, p_kind transfer_kind, p_debit ledger_account, p_credit ledger_account, p_amount bigint,
      p_pledge_id uuid, p_source_kind text, p_source_id uuid, p_reverses bigint, p_occurred_on date, p_posted_at timestamptz, p_posted_by uuid
    ) returns bigint language sql security definer set search_path = public as $$
      select ledger_post(p_proposal_id, array[p_id], p_kind, p_debit, p_credit, array[p_amount], p_pledge_id, p_source_kind,
        array[p_source_id], p_reverses, array[p_occurred_on], p_posted_at, p_posted_by)
    $$`.execute(db);
  await sql`
    revoke all on function ledger_post(uuid, uuid[], transfer_kind, ledger_account, ledger_account, bigint[], uuid, text, uuid[], bigint,
      date[], timestamptz, uuid) from public`.execute(db);
  await sql`
    grant execute on function ledger_post(uuid, uuid[], transfer_kind, ledger_account, ledger_account, bigint[], uuid, text, uuid[], bigint,
      date[], timestamptz, uuid) to sinergi_app`.execute(db);
}
