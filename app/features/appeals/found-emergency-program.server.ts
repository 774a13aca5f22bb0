import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import type { CheckKind, CheckResult } from "~/features/proposals/proposal";
import { lockProposal, moveProposal, recordProposalEvent } from "~/features/proposals/proposal-transition.server";
import { openProgram } from "~/features/verification/open-program.server";
import { insertCheck } from "~/features/verification/record-check.server";
import { type Day, addDays } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type AppealCheckKind, runsForDays, totalOf } from "./appeal";
import type { LockedAppeal } from "./lock-appeal.server";

type Verified = { checks: readonly { kind: AppealCheckKind; result: CheckResult; note: string }[]; validUntil: Day };

/** Where the public sheet of checks shows what the officer on duty found out. */
const sheet: readonly (readonly [CheckKind, readonly AppealCheckKind[]])[] = [
  ["legality", ["member_number"]],
  ["need", ["statement", "displaced_count"]],
  ["field_visit", ["other_report", "district_head", "neighbour_post"]],
];

/** Turns a verified appeal into a program: its lines are the RAB, paid in one termin, its counts the beneficiaries. */
export async function foundEmergencyProgram(
  trx: Transaction<DB>,
  actor: Actor,
  appeal: LockedAppeal,
  { checks, validUntil }: Verified,
): Promise<{ proposalId: string; slug: string }> {
  const lines = await trx
    .selectFrom("appeal_lines")
    .select(["description", "volume", "unit", "unit_price as unitPrice"])
    .where("appeal_id", "=", appeal.id)
    .orderBy("position")
    .execute();
  const target = totalOf(lines);
  const people = await peopleNow(trx, appeal.id);
  const proposalId = await insertProposal(trx, appeal, people, validUntil);
  await insertPlan(trx, { proposalId, lines, target, appeal, people: people.whole });
  const draft = await lockProposal(trx, proposalId);
  await moveProposal(trx, draft, { to: "submitted", actorId: appeal.raised_by, note: appeal.code });
  await moveProposal(trx, { ...draft, status: "submitted" }, { to: "verifying", actorId: actor.userId });
  const proposal = await lockProposal(trx, proposalId);
  for (const [kind, sources] of sheet) {
    const found = checks.filter((check) => sources.includes(check.kind));
    if (found.length === 0) continue;
    await insertCheck(trx, actor, proposal, {
      kind,
      result: found.some((check) => check.result === "match") ? "match" : "not_checkable",
      finding: found.map((check) => check.note).join(" "),
      roleLabel: "Petugas siaga",
      checkedOn: today(),
      validUntil,
    });
  }
  const { slug } = await openProgram(trx, actor, proposal, target);
  return { proposalId, slug };
}

type People = { whole: number; unit: string; toddlers: number; elderly: number; disabled: number };

/** Who is to be helped, by the latest count: people, or families where nobody counted people. */
async function peopleNow(trx: Transaction<DB>, appealId: string): Promise<People> {
  const count = await trx
    .selectFrom("appeal_counts")
    .selectAll()
    .where("appeal_id", "=", appealId)
    .orderBy("counted_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  if (!count) throw new DomainError("nobody_affected");
  const { displaced, people, families, toddlers, elderly, disabled } = count;
  const counted = Math.max(displaced, people);
  return { whole: counted > 0 ? counted : families, unit: counted > 0 ? "orang" : "keluarga", toddlers, elderly, disabled };
}

async function insertProposal(trx: Transaction<DB>, appeal: LockedAppeal, people: People, validUntil: Day): Promise<string> {
  const proposalId = newId();
  await trx
    .insertInto("proposals")
    .values({
      id: proposalId,
      organization_id: appeal.organization_id,
      slug: `usulan-${proposalId}`,
      status: "draft",
      title: appeal.title,
      summary: `Seruan darurat ${appeal.code}: kebutuhan tujuh hari pertama.`,
      story: appeal.situation,
      pillar: "social",
      area_code: appeal.area_code,
      beneficiaries: people.whole,
      beneficiary_unit: people.unit,
      people: people.unit === "orang" ? people.whole : null,
      age_0_5: people.toddlers,
      age_60_up: people.elderly,
      disabled: people.disabled,
      starts_on: today(),
      ends_on: addDays(validUntil, runsForDays),
      open_until: validUntil,
      urgent: true,
      payee_account_id: appeal.payee_account_id,
      created_by: appeal.raised_by,
      created_at: now(),
      updated_at: now(),
      submitted_at: appeal.raised_at,
    })
    .execute();
  await recordProposalEvent(trx, { proposalId, from: null, to: "draft", actorId: appeal.raised_by });
  return proposalId;
}

type Plan = {
  proposalId: string;
  target: Rupiah;
  people: number;
  appeal: LockedAppeal;
  lines: readonly { description: string; volume: number; unit: string; unitPrice: Rupiah }[];
};

async function insertPlan(trx: Transaction<DB>, { proposalId, lines, target, people, appeal }: Plan): Promise<void> {
  await trx
    .insertInto("budget_lines")
    .values(
      lines.map((line, index) => ({
        proposal_id: proposalId,
        id: newId(),
        position: index + 1,
        section: "Kebutuhan pertama",
        description: line.description,
        volume: String(line.volume),
        unit: line.unit,
        unit_price: line.unitPrice,
      })),
    )
    .execute();
  await trx
    .insertInto("tranches")
    .values({ proposal_id: proposalId, n: 1, title: "Kebutuhan pertama", amount: target, condition: "Dana tersedia", planned_on: today() })
    .execute();
  await trx
    .insertInto("indicators")
    .values({
      proposal_id: proposalId,
      id: newId(),
      position: 1,
      name: "Orang terlayani",
      unit: "orang",
      baseline: "0",
      target: String(people),
    })
    .execute();
  await trx.insertInto("proposal_needs").values({ proposal_id: proposalId, need_code: "natural_disaster_victim", position: 0 }).execute();
  await trx
    .insertInto("proposal_goals")
    .values([
      { proposal_id: proposalId, goal: 11, position: 0 },
      { proposal_id: proposalId, goal: 13, position: 1 },
    ])
    .execute();
  if (appeal.statement_file_id) {
    await trx
      .insertInto("proposal_files")
      .values({ proposal_id: proposalId, file_id: appeal.statement_file_id, title: "Pernyataan bencana", position: 1 })
      .execute();
  }
}
