import type { Kysely } from "kysely";
import { openFund } from "~/features/ledger/post-transfer.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { type Rupiah, allocate, sum } from "~/kernel/money";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type BuiltCommunity, buildCommunity } from "./organizations";

export type BuiltProgram = {
  proposalId: string;
  slug: string;
  target: Rupiah;
  community: BuiltCommunity;
  budgetLines: { id: string; amount: Rupiah }[];
  tranches: { n: number; amount: Rupiah }[];
  indicators: { id: string }[];
};

type ProgramOverrides = {
  community?: BuiltCommunity;
  title?: string;
  slug?: string;
  /** Amounts of the RAB lines in rupiah; they sum to the target. */
  lines?: readonly Rupiah[];
  /** Amounts of the termin in rupiah; by default two halves. */
  tranches?: readonly Rupiah[];
  areaCode?: string;
  pillar?: "social" | "economy" | "environment" | "governance";
  needs?: readonly string[];
  goals?: readonly number[];
  urgent?: boolean;
};

/** A published program with its fund open, a RAB and a termin plan that equal the target, and one indicator. */
export async function buildPublishedProgram(db: Kysely<DB>, overrides: ProgramOverrides = {}): Promise<BuiltProgram> {
  const community = overrides.community ?? (await buildCommunity(db));
  const lines = overrides.lines ?? [6_000_000n, 3_000_000n, 1_000_000n];
  const target = sum(lines);
  const tranches = overrides.tranches ?? allocate(target, [1n, 1n]);
  const proposalId = newId();
  const program: BuiltProgram = {
    proposalId,
    slug: overrides.slug ?? `program-${proposalId}`,
    target,
    community,
    budgetLines: lines.map((amount) => ({ id: newId(), amount })),
    tranches: tranches.map((amount, index) => ({ n: index + 1, amount })),
    indicators: [{ id: newId() }],
  };
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("proposals")
      .values({
        id: proposalId,
        organization_id: community.organizationId,
        slug: program.slug,
        code: `UJI-${proposalId}`,
        status: "published",
        title: overrides.title ?? "Kebun pangan warga untuk tiga dukuh",
        summary: "Warga menanam sayur di lahan bersama.",
        story: "Tiga dukuh berbagi satu sumur. Dengan kebun bersama, hasil panen menjadi milik semua.",
        pillar: overrides.pillar ?? "social",
        area_code: overrides.areaCode ?? "33.16.05",
        urgent: overrides.urgent ?? false,
        beneficiaries: 40,
        beneficiary_unit: "keluarga",
        starts_on: addDays(today(), 14),
        ends_on: addDays(today(), 200),
        open_until: addDays(today(), 90),
        target,
        payee_account_id: community.payeeAccountId,
        created_by: community.chair.userId,
        created_at: now(),
        updated_at: now(),
        submitted_at: now(),
        published_at: now(),
      })
      .execute();
    await insertPlan(trx, program, overrides);
    await openFund(trx, proposalId, target);
  });
  return program;
}

async function insertPlan(trx: Kysely<DB>, program: BuiltProgram, { needs = ["poor"], goals = [2] }: ProgramOverrides): Promise<void> {
  const { proposalId } = program;
  await trx
    .insertInto("budget_lines")
    .values(
      program.budgetLines.map(({ id, amount }, index) => ({
        proposal_id: proposalId,
        id,
        position: index + 1,
        section: "Sarana",
        description: `Baris ${index + 1}`,
        volume: "1",
        unit: "paket",
        unit_price: amount,
      })),
    )
    .execute();
  await trx
    .insertInto("tranches")
    .values(
      program.tranches.map(({ n, amount }) => ({
        proposal_id: proposalId,
        n,
        title: `Termin ${n}`,
        amount,
        condition: n === 1 ? "Dana tersedia" : "Laporan termin sebelumnya terbit",
        planned_on: addDays(today(), 30 * n),
      })),
    )
    .execute();
  await trx
    .insertInto("indicators")
    .values(
      program.indicators.map(({ id }, index) => ({
        proposal_id: proposalId,
        id,
        position: index + 1,
        name: "Keluarga yang menanam",
        unit: "keluarga",
        baseline: "0",
        target: "40",
      })),
    )
    .execute();
  await trx
    .insertInto("proposal_needs")
    .values(needs.map((need_code, position) => ({ proposal_id: proposalId, need_code, position })))
    .execute();
  await trx
    .insertInto("proposal_goals")
    .values(goals.map((goal, position) => ({ proposal_id: proposalId, goal, position })))
    .execute();
}
