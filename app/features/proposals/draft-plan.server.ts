import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { answersOf } from "./answered-needs.server";
import type { DraftLine, DraftShare, ProposalDraft } from "./proposal-draft";

type Reader = Kysely<DB> | Transaction<DB>;

/** The rows of a proposal as its community wrote them, each kind in its order. */
export async function draftPlan(
  db: Reader,
  proposalId: string,
): Promise<Pick<ProposalDraft, "needs" | "answers" | "goals" | "members" | "lines" | "tranches" | "indicators">> {
  const needs = await db
    .selectFrom("proposal_needs")
    .select("need_code")
    .where("proposal_id", "=", proposalId)
    .orderBy("position")
    .execute();
  const goals = await db.selectFrom("proposal_goals").select("goal").where("proposal_id", "=", proposalId).orderBy("position").execute();
  const members = await db
    .selectFrom("proposal_members")
    .select(["id", "name", "village", "village_code as villageCode", "coordinator"])
    .where("proposal_id", "=", proposalId)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const tranches = await db
    .selectFrom("tranches")
    .select(["title", "amount", "condition", "planned_on as plannedOn"])
    .where("proposal_id", "=", proposalId)
    .orderBy("n")
    .execute();
  const indicators = await db
    .selectFrom("indicators")
    .select(["id", "name", "unit", "baseline", "target"])
    .where("proposal_id", "=", proposalId)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return {
    needs: needs.map((row) => row.need_code),
    answers: await answersOf(db, proposalId),
    goals: goals.map((row) => row.goal),
    members,
    lines: await linesOf(db, proposalId),
    tranches,
    indicators,
  };
}

async function linesOf(db: Reader, proposalId: string): Promise<DraftLine[]> {
  const lines = await db
    .selectFrom("budget_lines")
    .select(["id", "section", "description", "volume", "unit", "unit_price as unitPrice", "member_id as memberId"])
    .where("proposal_id", "=", proposalId)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const shares = await sharesOf(db, proposalId);
  return lines.map((line) => ({ ...line, shares: shares.get(line.id) ?? [] }));
}

/** The parts of a joint budget's lines that are not their owner's, by line and in the order of the members. */
async function sharesOf(db: Reader, proposalId: string): Promise<Map<string, DraftShare[]>> {
  const rows = await db
    .selectFrom("budget_line_shares as s")
    .innerJoin("proposal_members as m", (join) => join.onRef("m.proposal_id", "=", "s.proposal_id").onRef("m.id", "=", "s.member_id"))
    .select(["s.budget_line_id as lineId", "s.member_id as memberId", "s.amount"])
    .where("s.proposal_id", "=", proposalId)
    .orderBy("m.position")
    .orderBy("m.id")
    .execute();
  const shares = new Map<string, DraftShare[]>();
  for (const { lineId, ...share } of rows) shares.set(lineId, [...(shares.get(lineId) ?? []), share]);
  return shares;
}
