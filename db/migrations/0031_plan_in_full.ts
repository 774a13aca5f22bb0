// The plan in full: taxes within the budget, what the community brings itself, who benefits in detail, the schedule, risks, known indicators.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await taxes(db);
  await targets(db);
  await contributions(db);
  await people(db);
  await schedule(db);
  await indicators(db);
}

/**
 * The tax of a line follows from its price and rate, and an added tax is part of its amount: both are columns that nobody can write, so every
 * sum over amounts (target, members' parts, funding, receipts) holds the taxes by construction.
 */
async function taxes(db: Kysely<unknown>): Promise<void> {
  await sql`create type tax_base as enum ('net', 'gross')`.execute(db);
  await sql`create type tax_mode as enum ('included', 'added')`.execute(db);
  await sql`
    create table tax_rates (
      code text constraint tax_rates_pkey primary key,
      position integer not null,
      base tax_base not null,
      basis_points integer not null,
      name_id text not null,
      name_en text not null,
      regulation text not null constraint tax_rates_regulation_fkey references regulations (code),
      until integer,
      constraint tax_rates_rate_key unique (code, base, basis_points),
      constraint tax_rates_rate_range check (basis_points between 1 and 5000)
    )`.execute(db);
  await sql`comment on column tax_rates.base is 'net: a rate on the price before tax, as VAT; gross: a rate on all that is paid, as withheld income tax'`.execute(
    db,
  );
  await sql`
    create function line_tax(price bigint, base tax_base, basis_points integer, mode tax_mode) returns bigint language sql immutable as $$
      select case
        when mode is null then 0
        when mode = 'added' and base = 'net' then div(price::numeric * basis_points, 10000)
        when mode = 'added' then div(price::numeric * basis_points, 10000 - basis_points)
        when base = 'net' then div(price::numeric * basis_points, 10000 + basis_points)
        else div(price::numeric * basis_points, 10000)
      end::bigint
    $$`.execute(db);
  await sql`comment on function line_tax is 'Tax in whole rupiah of a line, rounded down; price is volume times unit price'`.execute(db);
  // What stands on the amount goes with it: both constraints come back below, views are defined again after the migrations.
  await sql`alter table budget_lines drop column amount cascade`.execute(db);
  await sql`
    alter table budget_lines
      add column tax_code text,
      add column tax_base tax_base,
      add column tax_basis_points integer,
      add column tax_mode tax_mode,
      add column tax bigint generated always as (line_tax(round(volume * unit_price)::bigint, tax_base, tax_basis_points, tax_mode)) stored,
      add column amount bigint generated always as (round(volume * unit_price)::bigint
        + case when tax_mode = 'added' then line_tax(round(volume * unit_price)::bigint, tax_base, tax_basis_points, tax_mode) else 0 end) stored,
      add constraint budget_lines_tax_fkey foreign key (tax_code, tax_base, tax_basis_points)
        references tax_rates (code, base, basis_points),
      add constraint budget_lines_tax_whole check (num_nulls(tax_code, tax_base, tax_basis_points, tax_mode) in (0, 4)),
      add constraint budget_lines_shared_within check (shared >= 0 and shared <= amount),
      add constraint budget_lines_receipted_within check (receipted >= 0 and receipted <= amount)`.execute(db);
  await sql`comment on column budget_lines.amount is 'What funders pay for the line: volume times unit price, and the tax where it is added'`.execute(
    db,
  );
}

/** What was sent adds up at every commit: budget and termin plan are the target, to the rupiah. */
async function targets(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function require_target_is_plan() returns trigger language plpgsql as $$
    declare
      program uuid := case when tg_table_name = 'proposals' then to_jsonb(coalesce(new, old)) ->> 'id'
        else to_jsonb(coalesce(new, old)) ->> 'proposal_id' end;
      wrong boolean;
    begin
      select (select sum(amount) from budget_lines where proposal_id = p.id) is distinct from p.target
        or (select sum(amount) from tranches where proposal_id = p.id) is distinct from p.target
      into wrong
      from proposals p
      where p.id = program and p.status not in ('draft', 'withdrawn', 'rejected', 'revision_requested');
      if wrong then
        raise exception 'budget or termin plan of % is not its target', program
          using errcode = 'check_violation', constraint = 'proposals_target_is_plan';
      end if;
      return null;
    end
    $$`.execute(db);
  for (const [table, events] of [
    ["proposals", "update of target, status"],
    ["budget_lines", "insert or update or delete"],
    ["tranches", "insert or update or delete"],
  ] as const) {
    await sql`
      create constraint trigger ${sql.ref(`${table}_target_is_plan`)} after ${sql.raw(events)} on ${sql.table(table)}
      deferrable initially deferred for each row execute function require_target_is_plan()`.execute(db);
  }
}

/** A table of its own: nothing that sums budget lines can count what funders don't pay. */
async function contributions(db: Kysely<unknown>): Promise<void> {
  await sql`create type contribution_kind as enum ('labour', 'goods', 'cash')`.execute(db);
  await sql`
    create table own_contributions (
      proposal_id uuid not null constraint own_contributions_proposal_fkey references proposals (id),
      id uuid not null,
      position integer not null,
      kind contribution_kind not null,
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
  await sql`comment on table own_contributions is 'Swadaya: what the community brings itself, valued in rupiah; never part of the target'`.execute(
    db,
  );
}

async function people(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table proposals
      add column people integer,
      add column indirect integer,
      add column men integer,
      add column age_0_5 integer,
      add column age_6_17 integer,
      add column age_18_59 integer,
      add column age_60_up integer`.execute(db);
  await sql`update proposals set age_60_up = elderly,
    people = case when beneficiary_unit !~* 'keluarga|kk|rumah|kelompok|desa|dukuh|famil|household|group' then beneficiaries end`.execute(
    db,
  );
  await sql`
    alter table proposals
      drop constraint proposals_people_positive,
      drop column children,
      drop column elderly,
      add constraint proposals_people_positive check (
        beneficiaries > 0 and people > 0
        and coalesce(least(indirect, women, men, age_0_5, age_6_17, age_18_59, age_60_up, disabled), 0) >= 0),
      add constraint proposals_people_within check (
        status in ('draft', 'revision_requested', 'withdrawn', 'rejected')
        or (coalesce(women, 0) + coalesce(men, 0) <= people and women + men = people
          and coalesce(age_0_5, 0) + coalesce(age_6_17, 0) + coalesce(age_18_59, 0) + coalesce(age_60_up, 0) <= people
          and age_0_5 + age_6_17 + age_18_59 + age_60_up = people
          and disabled <= people))`.execute(db);
  await sql`comment on column proposals.people is 'How many people the direct beneficiaries are; null where families or groups are counted and nobody says'`.execute(
    db,
  );
  await sql`
    alter table proposal_needs
      add column people integer,
      add constraint proposal_needs_people_positive check (people > 0)`.execute(db);
  await sql`comment on column proposal_needs.people is 'How many of the beneficiaries belong to the group; one person may belong to several'`.execute(
    db,
  );
}

async function schedule(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table proposal_activities (
      proposal_id uuid not null constraint proposal_activities_proposal_fkey references proposals (id),
      id uuid not null,
      position integer not null,
      name text not null default '',
      from_month text,
      to_month text,
      constraint proposal_activities_pkey primary key (proposal_id, id),
      constraint proposal_activities_months check (
        from_month ~ '^\\d{4}-(0[1-9]|1[0-2])$' and to_month ~ '^\\d{4}-(0[1-9]|1[0-2])$')
    )`.execute(db);
  await sql`create type risk_likelihood as enum ('low', 'medium', 'high')`.execute(db);
  await sql`
    create table proposal_risks (
      proposal_id uuid not null constraint proposal_risks_proposal_fkey references proposals (id),
      id uuid not null,
      position integer not null,
      risk text not null default '',
      likelihood risk_likelihood,
      mitigation text not null default '',
      constraint proposal_risks_pkey primary key (proposal_id, id)
    )`.execute(db);
}

/** A known indicator brings its unit along, so that numbers of the same code can be added up. */
async function indicators(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table indicator_kinds (
      code text constraint indicator_kinds_pkey primary key,
      position integer not null,
      pillar csr_pillar not null,
      name_id text not null,
      name_en text not null,
      unit text not null,
      unit_en text not null,
      definition_id text not null,
      definition_en text not null,
      adds boolean not null,
      constraint indicator_kinds_unit_key unique (code, unit)
    )`.execute(db);
  await sql`
    alter table indicators
      add column code text,
      add constraint indicators_kind_fkey foreign key (code, unit) references indicator_kinds (code, unit)`.execute(db);
  await sql`comment on column indicators.code is 'Of the catalogue; null for an indicator of the community''s own'`.execute(db);
}
