// Card payments through Stripe: checkouts, what was paid, Stripe's movements and payouts, its events, and the objects of the local stand-in.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await extendLedger(db);
  await sql`create type card_checkout_status as enum ('open', 'completed', 'expired')`.execute(db);
  await sql`
    create table card_checkouts (
      proposal_id uuid not null,
      id uuid not null,
      payment_id uuid not null,
      pledge_id uuid not null,
      amount bigint not null,
      status card_checkout_status not null,
      session_id text,
      started_by uuid constraint card_checkouts_started_by_fkey references users (id),
      created_at timestamptz not null,
      constraint card_checkouts_pkey primary key (proposal_id, id),
      constraint card_checkouts_payment_fkey foreign key (proposal_id, payment_id) references payments (proposal_id, id),
      constraint card_checkouts_amount_positive check (amount > 0)
    )`.execute(db);
  await sql`comment on column card_checkouts.started_by is 'Null when it was started from a secret payment link'`.execute(db);
  // Two tabs, a double click and going back all lead to the one checkout that is open.
  await sql`create unique index card_checkouts_one_open_key on card_checkouts (proposal_id, payment_id) where status = 'open'`.execute(db);

  await sql`
    create table card_payments (
      proposal_id uuid not null,
      id uuid not null,
      payment_id uuid not null,
      pledge_id uuid not null,
      checkout_id uuid not null,
      payment_intent text not null,
      amount bigint not null,
      paid_on date not null,
      recorded_at timestamptz not null,
      constraint card_payments_pkey primary key (proposal_id, id),
      constraint card_payments_intent_key unique (proposal_id, payment_intent),
      constraint card_payments_checkout_key unique (proposal_id, checkout_id),
      constraint card_payments_payment_fkey foreign key (proposal_id, payment_id) references payments (proposal_id, id),
      constraint card_payments_checkout_fkey foreign key (proposal_id, checkout_id) references card_checkouts (proposal_id, id),
      constraint card_payments_amount_positive check (amount > 0)
    )`.execute(db);
  await createStripeSide(db);
  await sql`revoke delete, truncate on card_checkouts, card_payments, card_payouts, card_movements, stripe_events from sinergi_app`.execute(
    db,
  );
}

async function extendLedger(db: Kysely<unknown>): Promise<void> {
  await sql`alter type ledger_account add value 'card_clearing'`.execute(db);
  for (const kind of ["card_receipt", "card_payout", "card_fee"]) {
    await sql`alter type transfer_kind add value ${sql.lit(kind)}`.execute(db);
  }
  // Compared as text: a value that this transaction has added to the enum can't be used as one before it ends.
  await sql`
    create or replace function ledger_debit_normal(account ledger_account) returns boolean language sql immutable as $$
      select account::text in ('pledge_claim', 'escrow', 'card_clearing', 'in_transit', 'with_community', 'accounted', 'bank')
    $$`.execute(db);
}

/** What Stripe says, in its own words and its own unit (hundredths of a rupiah). */
async function createStripeSide(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table card_payouts (
      id uuid constraint card_payouts_pkey primary key,
      stripe_id text not null constraint card_payouts_stripe_key unique,
      currency text not null,
      amount_minor bigint not null,
      status text not null,
      arrives_on date not null,
      created_at timestamptz not null,
      bank_account_id uuid,
      bank_line_id uuid,
      matched_amount bigint,
      matched_by uuid constraint card_payouts_matched_by_fkey references users (id),
      matched_at timestamptz,
      constraint card_payouts_line_fkey foreign key (bank_account_id, bank_line_id) references bank_lines (bank_account_id, id),
      constraint card_payouts_line_key unique (bank_account_id, bank_line_id),
      constraint card_payouts_matched_whole check (
        (bank_line_id is null) = (matched_amount is null) and (bank_line_id is null) = (matched_at is null)
        and (bank_line_id is null) = (bank_account_id is null))
    )`.execute(db);
  await sql`comment on column card_payouts.matched_amount is 'What of the bank line belongs to placed card payments; the rest stays in suspense'`.execute(
    db,
  );
  await sql`
    create table card_movements (
      id text constraint card_movements_pkey primary key,
      kind text not null,
      currency text not null,
      amount_minor bigint not null,
      fee_minor bigint not null,
      net_minor bigint not null,
      payment_intent text,
      payout_id uuid constraint card_movements_payout_fkey references card_payouts (id),
      proposal_id uuid,
      card_payment_id uuid,
      created_at timestamptz not null,
      constraint card_movements_payment_fkey foreign key (proposal_id, card_payment_id) references card_payments (proposal_id, id),
      constraint card_movements_net_is_what_is_left check (net_minor = amount_minor - fee_minor)
    )`.execute(db);
  await sql`comment on table card_movements is 'Balance transactions of Stripe; a charge carries the card payment that it is, once it is placed'`.execute(
    db,
  );
  await sql`create index card_movements_payout_idx on card_movements (payout_id)`.execute(db);
  await sql`create unique index card_movements_charge_key on card_movements (proposal_id, card_payment_id)`.execute(db);

  await sql`create type stripe_event_status as enum ('received', 'processed', 'ignored', 'needs_person', 'settled')`.execute(db);
  await sql`
    create table stripe_events (
      id uuid constraint stripe_events_pkey primary key,
      stripe_id text not null constraint stripe_events_stripe_key unique,
      type text not null,
      subject text,
      payload jsonb not null,
      happened_at timestamptz not null,
      received_at timestamptz not null,
      status stripe_event_status not null,
      problem text,
      settled_by uuid constraint stripe_events_settled_by_fkey references users (id),
      settled_at timestamptz,
      settled_note text,
      constraint stripe_events_problem_named check (status not in ('needs_person', 'settled') or problem is not null),
      constraint stripe_events_settled_by_somebody check (
        (status = 'settled') = (settled_by is not null) and (status = 'settled') = (settled_note is not null))
    )`.execute(db);
  await sql`comment on column stripe_events.subject is 'The payment or payout at Stripe that it speaks of: one thing calls for a person once'`.execute(
    db,
  );
  await sql`create index stripe_events_subject_idx on stripe_events (subject)`.execute(db);
  await sql`create index stripe_events_waiting_idx on stripe_events (received_at) where status = 'needs_person'`.execute(db);

  await sql`
    create table stripe_stand_in (
      id text constraint stripe_stand_in_pkey primary key,
      kind text not null,
      body jsonb not null,
      created_at timestamptz not null
    )`.execute(db);
  await sql`comment on table stripe_stand_in is 'What the local stand-in for Stripe remembers; empty on a real installation'`.execute(db);
}
