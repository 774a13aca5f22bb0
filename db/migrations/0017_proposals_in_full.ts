// Proposals in full: members of a joint proposal with their shares of the budget, and saves that can be told apart.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await members(db);
  await saves(db);
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
