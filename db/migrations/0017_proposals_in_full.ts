// Proposals in full: members of a joint proposal, own contributions, taxes, schedule and risks, saves that can be told apart, and
// amendments of published programs with every version kept.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await members(db);
  await saves(db);
  await plan(db);
  await versions(db);
  await amendments(db);
}

/** Each line of a joint budget is one member's; parts of it may be others'. The owner has what the parts leave, so shares always sum to the whole. */
async function members(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table proposal_members (
      proposal_id uuid not null constraint proposal_members_proposal_fkey references proposals (id),
      id uuid not null,
      position integer not null,
      name text not null default '',
      village text not null default '',
      village_code text constraint proposal_members_village_fkey references areas (code),
      coordinator text not null default '',
      constraint proposal_members_pkey primary key (proposal_id, id)
    )`.execute(db);
  await sql`comment on column proposal_members.village is 'As it was typed; village_code is the area of that name, if there is one'`.execute(
    db,
  );
  await sql`
    alter table budget_lines
      add column member_id uuid,
      add column shared bigint not null default 0,
      add constraint budget_lines_member_fkey foreign key (proposal_id, member_id) references proposal_members (proposal_id, id),
      add constraint budget_lines_shared_within check (shared >= 0 and shared <= amount),
      add constraint budget_lines_shared_by_member check (shared = 0 or member_id is not null)`.execute(db);
  await sql`comment on column budget_lines.shared is 'What of the amount are other members'' parts (budget_line_shares); the rest is member_id''s'`.execute(
    db,
  );
  await sql`
    create table budget_line_shares (
      proposal_id uuid not null,
      budget_line_id uuid not null,
      member_id uuid not null,
      amount bigint not null,
      constraint budget_line_shares_pkey primary key (proposal_id, budget_line_id, member_id),
      constraint budget_line_shares_line_fkey foreign key (proposal_id, budget_line_id)
        references budget_lines (proposal_id, id) on delete cascade,
      constraint budget_line_shares_member_fkey foreign key (proposal_id, member_id) references proposal_members (proposal_id, id),
      constraint budget_line_shares_amount_positive check (amount > 0)
    )`.execute(db);
  await sql`
    alter table receipts
      add column member_id uuid,
      add constraint receipts_member_fkey foreign key (proposal_id, member_id) references proposal_members (proposal_id, id)`.execute(db);
}

/** A page's own saves are numbered, so that one that arrives late is told from one that follows. */
async function saves(db: Kysely<unknown>): Promise<void> {
  await sql`alter table proposals add column saved_seq integer not null default 0`.execute(db);
  await sql`alter table reports add column saved_by_form uuid, add column saved_seq integer not null default 0`.execute(db);
  await sql`comment on column proposals.saved_seq is 'Number of the last save of the page saved_by_form'`.execute(db);
}

async function plan(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table own_contributions (
      proposal_id uuid not null constraint own_contributions_proposal_fkey references proposals (id),
      id uuid not null,
      position integer not null,
      description text not null default '',
      volume numeric(14, 3),
      unit text not null default '',
      unit_price bigint,
      amount bigint generated always as (round(volume * unit_price)::bigint) stored,
      constraint own_contributions_pkey primary key (proposal_id, id),
      constraint own_contributions_volume_positive check (volume > 0),
      constraint own_contributions_price_positive check (unit_price > 0),
      constraint own_contributions_amount_whole check (volume * unit_price = round(volume * unit_price))
    )`.execute(db);
  await sql`comment on table own_contributions is 'What the community brings itself (swadaya): beside the budget, never in the target'`.execute(
    db,
  );
  await sql`create type tax_way as enum ('included', 'withheld')`.execute(db);
  await sql`
    create table tax_kinds (
      code text constraint tax_kinds_pkey primary key,
      position integer not null constraint tax_kinds_position_key unique,
      name_id text not null,
      name_en text not null,
      way tax_way not null,
      rate integer not null,
      regulation text not null,
      constraint tax_kinds_rate_range check (rate between 1 and 10000)
    )`.execute(db);
  await sql`comment on column tax_kinds.rate is 'Hundredths of a percent: 1100 is 11%'`.execute(db);
  await sql`comment on column tax_kinds.way is 'included: the price has it on top of its base; withheld: it is kept back from the price'`.execute(
    db,
  );
  await sql`alter table budget_lines add column tax_code text constraint budget_lines_tax_fkey references tax_kinds (code)`.execute(db);
  await sql`
    create table proposal_activities (
      proposal_id uuid not null constraint proposal_activities_proposal_fkey references proposals (id),
      id uuid not null,
      position integer not null,
      title text not null default '',
      starts_on date,
      ends_on date,
      constraint proposal_activities_pkey primary key (proposal_id, id)
    )`.execute(db);
  await sql`
    create table proposal_risks (
      proposal_id uuid not null constraint proposal_risks_proposal_fkey references proposals (id),
      id uuid not null,
      position integer not null,
      description text not null default '',
      mitigation text not null default '',
      constraint proposal_risks_pkey primary key (proposal_id, id)
    )`.execute(db);
  await sql`
    alter table proposals
      add column men integer,
      add column youth integer,
      add column adults integer,
      add constraint proposals_groups_positive check (coalesce(least(men, youth, adults), 0) >= 0)`.execute(db);
  await sql`
    alter table proposal_needs
      add column people integer,
      add constraint proposal_needs_people_positive check (people > 0)`.execute(db);
  await sql`comment on column proposal_needs.people is 'How many of the beneficiaries belong to this group; a person may belong to several'`.execute(
    db,
  );
  await sql`
    create table indicator_catalogue (
      code text constraint indicator_catalogue_pkey primary key,
      position integer not null constraint indicator_catalogue_position_key unique,
      name_id text not null,
      name_en text not null,
      unit_id text not null,
      unit_en text not null,
      goal integer not null constraint indicator_catalogue_goal_fkey references development_goals (number)
    )`.execute(db);
  await sql`alter table indicators add column catalogue_code text constraint indicators_catalogue_fkey references indicator_catalogue (code)`.execute(
    db,
  );
}

/** What a program was at each moment since it was published. Nobody changes or takes away a version. */
async function versions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table program_versions (
      proposal_id uuid not null constraint program_versions_proposal_fkey references proposals (id),
      n integer not null,
      content jsonb not null,
      content_hash text not null,
      effective_at timestamptz not null,
      constraint program_versions_pkey primary key (proposal_id, n),
      constraint program_versions_n_positive check (n > 0),
      constraint program_versions_hash_form check (content_hash ~ '^[0-9a-f]{64}$')
    )`.execute(db);
  await sql`comment on table program_versions is 'Version 1 is what was published; each amendment that took effect made the next one'`.execute(
    db,
  );
  await sql`revoke update, delete, truncate on program_versions from sinergi_app`.execute(db);
}

async function amendments(db: Kysely<unknown>): Promise<void> {
  await sql`create type amendment_status as enum ('draft', 'proposed', 'effective', 'refused', 'lapsed', 'withdrawn')`.execute(db);
  await sql`
    create table amendments (
      proposal_id uuid not null constraint amendments_proposal_fkey references proposals (id),
      n integer not null,
      status amendment_status not null,
      base_version integer not null,
      content jsonb not null,
      unread jsonb not null default '{}',
      title text not null default '',
      reason text not null default '',
      version integer not null default 1,
      saved_by_form uuid,
      saved_seq integer not null default 0,
      needs_acceptance boolean,
      because text,
      answer_by date,
      started_by uuid not null constraint amendments_started_by_fkey references users (id),
      started_at timestamptz not null,
      updated_at timestamptz not null,
      proposed_by uuid constraint amendments_proposed_by_fkey references users (id),
      proposed_at timestamptz,
      decided_at timestamptz,
      constraint amendments_pkey primary key (proposal_id, n),
      constraint amendments_base_fkey foreign key (proposal_id, base_version) references program_versions (proposal_id, n),
      constraint amendments_reasoned check (status in ('draft', 'withdrawn') or (length(btrim(reason)) > 0 and length(btrim(title)) > 0)),
      constraint amendments_dated check (
        status in ('draft', 'withdrawn') or (proposed_at is not null and proposed_by is not null and needs_acceptance is not null)),
      constraint amendments_decided check ((status in ('draft', 'proposed')) = (decided_at is null)),
      constraint amendments_answer_day check (status <> 'proposed' or (needs_acceptance and answer_by is not null))
    )`.execute(db);
  await sql`comment on column amendments.because is 'The rule that asks for the funders'' acceptance: line_share, total or plan'`.execute(
    db,
  );
  // One change at a time: the next is written on what the one before has made.
  await sql`create unique index amendments_one_open on amendments (proposal_id) where status in ('draft', 'proposed')`.execute(db);
  await sql`
    create table amendment_answers (
      proposal_id uuid not null,
      amendment_n integer not null,
      company_id uuid not null constraint amendment_answers_company_fkey references organizations (id),
      committed bigint not null,
      accepted boolean,
      note text not null default '',
      answered_by uuid constraint amendment_answers_by_fkey references users (id),
      answered_at timestamptz,
      constraint amendment_answers_pkey primary key (proposal_id, amendment_n, company_id),
      constraint amendment_answers_amendment_fkey foreign key (proposal_id, amendment_n) references amendments (proposal_id, n),
      constraint amendment_answers_committed_positive check (committed > 0),
      constraint amendment_answers_whole check ((accepted is null) = (answered_at is null) and (accepted is null) = (answered_by is null))
    )`.execute(db);
  await sql`comment on table amendment_answers is 'The companies that had committed when the amendment was proposed, each with its answer'`.execute(
    db,
  );
  // The ceiling of commitments follows the plan; the fund's own constraint keeps it at or above what is committed.
  await sql`
    create function ledger_change_target(p_proposal_id uuid, p_target bigint) returns void
    language sql security definer set search_path = public as $$
      update funds set target = p_target where proposal_id = p_proposal_id and target is not null
    $$`.execute(db);
  await sql`revoke all on function ledger_change_target from public`.execute(db);
  await sql`grant execute on function ledger_change_target to sinergi_app`.execute(db);
}
