// The ledger: per program fund, append-only, balanced by construction (a row is a transfer), never negative, chained by hash.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type ledger_account as enum (
    'pledge_claim', 'pledge_promise', 'escrow', 'contribution', 'in_transit', 'with_community', 'accounted',
    'bank', 'suspense', 'non_program')`.execute(db);
  await sql`create type transfer_kind as enum (
    'commitment', 'commitment_release', 'deposit', 'match', 'receipt', 'non_program', 'withdrawal',
    'disbursement', 'disbursement_return', 'acknowledgement', 'accounting')`.execute(db);

  await sql`
    create table funds (
      proposal_id uuid constraint funds_pkey primary key,
      target bigint,
      committed bigint not null default 0,
      last_seq bigint not null default 0,
      last_hash text not null default repeat('0', 64),
      opened_at timestamptz not null,
      constraint funds_target_positive check (target > 0),
      constraint funds_committed_within_target check (committed >= 0 and committed <= target)
    )`.execute(db);
  await sql`comment on table funds is 'One fund a program, and one of the platform (nil-like id, no target) for money whose program is not known yet'`.execute(
    db,
  );

  await sql`
    create table ledger_balances (
      proposal_id uuid not null constraint ledger_balances_fund_fkey references funds (proposal_id),
      account ledger_account not null,
      pledge_id uuid not null default '00000000-0000-0000-0000-000000000000',
      balance bigint not null,
      first_seq bigint not null,
      constraint ledger_balances_pkey primary key (proposal_id, account, pledge_id),
      constraint ledger_balances_not_negative check (balance >= 0 or account in ('non_program', 'bank'))
    )`.execute(db);
  await sql`comment on column ledger_balances.pledge_id is 'Whose money it is; the nil id for money that belongs to no pledge'`.execute(db);
  await sql`comment on column ledger_balances.first_seq is 'Entry that opened the account: first in, first out goes by it'`.execute(db);

  await sql`
    create table ledger_transfers (
      proposal_id uuid not null constraint ledger_transfers_fund_fkey references funds (proposal_id),
      seq bigint not null,
      id uuid not null,
      kind transfer_kind not null,
      debit ledger_account not null,
      credit ledger_account not null,
      amount bigint not null,
      pledge_id uuid,
      source_kind text not null,
      source_id uuid not null,
      reverses bigint,
      occurred_on date not null,
      posted_at timestamptz not null,
      posted_by uuid,
      prev_hash text not null,
      hash text not null,
      constraint ledger_transfers_pkey primary key (proposal_id, seq),
      constraint ledger_transfers_id_key unique (proposal_id, id),
      constraint ledger_transfers_reverses_key unique (proposal_id, reverses),
      constraint ledger_transfers_reverses_fkey foreign key (proposal_id, reverses) references ledger_transfers (proposal_id, seq),
      constraint ledger_transfers_amount_positive check (amount > 0),
      constraint ledger_transfers_two_accounts check (debit <> credit)
    )`.execute(db);
  await sql`create index ledger_transfers_source_idx on ledger_transfers (source_kind, source_id)`.execute(db);
  await sql`create index ledger_transfers_pledge_idx on ledger_transfers (proposal_id, pledge_id)`.execute(db);
  await sql`create index ledger_transfers_day_idx on ledger_transfers (occurred_on)`.execute(db);

  // Debit-normal accounts grow by debits; the others by credits. Only non_program and bank (which is suspense plus non_program) may fall below zero.
  await sql`
    create function ledger_debit_normal(account ledger_account) returns boolean language sql immutable as $$
      select account in ('pledge_claim', 'escrow', 'in_transit', 'with_community', 'accounted', 'bank')
    $$`.execute(db);

  // The documented canonical form of an entry; app/features/ledger/chain.ts states it a second time, independently.
  await sql`
    create function ledger_canonical(t ledger_transfers) returns text language sql stable as $$
      select concat_ws('|', 'sinergi-1', t.proposal_id, t.seq, t.id, t.kind, t.debit, t.credit, t.amount,
        coalesce(t.pledge_id::text, '-'), t.source_kind, t.source_id, coalesce(t.reverses::text, '-'),
        to_char(t.occurred_on, 'YYYY-MM-DD'), to_char(t.posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), t.prev_hash)
    $$`.execute(db);

  // The only way in. It runs with its owner's rights: the application's role can't write these tables in any other way.
  await sql`
    create function ledger_post(
      p_proposal_id uuid, p_id uuid, p_kind transfer_kind, p_debit ledger_account, p_credit ledger_account, p_amount bigint,
      p_pledge_id uuid, p_source_kind text, p_source_id uuid, p_reverses bigint, p_occurred_on date, p_posted_at timestamptz, p_posted_by uuid
    ) returns bigint language plpgsql security definer set search_path = public as $$
    declare
      fund funds%rowtype;
      entry ledger_transfers%rowtype;
      nil constant uuid := '00000000-0000-0000-0000-000000000000';
      delta bigint;
      side ledger_account;
    begin
      select * into fund from funds where proposal_id = p_proposal_id for update;
      if not found then
        raise exception 'no fund %', p_proposal_id using errcode = 'P0002', constraint = 'ledger_fund_missing';
      end if;
      entry.proposal_id := p_proposal_id;
      entry.seq := fund.last_seq + 1;
      entry.id := p_id;
      entry.kind := p_kind;
      entry.debit := p_debit;
      entry.credit := p_credit;
      entry.amount := p_amount;
      entry.pledge_id := p_pledge_id;
      entry.source_kind := p_source_kind;
      entry.source_id := p_source_id;
      entry.reverses := p_reverses;
      entry.occurred_on := p_occurred_on;
      entry.posted_at := date_trunc('milliseconds', p_posted_at);
      entry.posted_by := p_posted_by;
      entry.prev_hash := fund.last_hash;
      entry.hash := encode(sha256(convert_to(ledger_canonical(entry), 'UTF8')), 'hex');
      insert into ledger_transfers select entry.*;

      foreach side in array array[p_debit, p_credit] loop
        delta := case when (side = p_debit) = ledger_debit_normal(side) then p_amount else -p_amount end;
        update ledger_balances set balance = balance + delta
          where proposal_id = p_proposal_id and account = side and pledge_id = coalesce(p_pledge_id, nil);
        if not found then
          insert into ledger_balances (proposal_id, account, pledge_id, balance, first_seq)
            values (p_proposal_id, side, coalesce(p_pledge_id, nil), delta, entry.seq);
        end if;
      end loop;

      update funds set last_seq = entry.seq, last_hash = entry.hash,
        committed = committed + case when p_debit = 'pledge_claim' then p_amount when p_credit = 'pledge_claim' then -p_amount else 0 end
        where proposal_id = p_proposal_id;
      return entry.seq;
    end $$`.execute(db);

  await sql`
    create function ledger_open_fund(p_proposal_id uuid, p_target bigint, p_opened_at timestamptz) returns void
    language sql security definer set search_path = public as $$
      insert into funds (proposal_id, target, opened_at) values (p_proposal_id, p_target, p_opened_at)
    $$`.execute(db);

  await sql`revoke all on function ledger_post from public`.execute(db);
  await sql`revoke all on function ledger_open_fund from public`.execute(db);
  await sql`grant execute on function ledger_post, ledger_open_fund to sinergi_app`.execute(db);
  // The fund of the platform: what has arrived at the bank before its program is known.
  await sql`insert into funds (proposal_id, opened_at) values ('00000000-0000-7000-8000-000000000001', '2026-01-01T00:00:00Z')`.execute(db);
}
