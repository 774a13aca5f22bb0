import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { answersOf } from "./answered-needs.server";
import type { RowLists } from "./draft-patch";
import type { DraftActivity, DraftContribution, DraftLine, DraftRisk, DraftShare, ProposalDraft } from "./proposal-draft";

type Reader = Kysely<DB> | Transaction<DB>;

/** The rows of a proposal as its community wrote them, each kind in its order. */
export async function draftPlan(
  db: Reader,
  proposalId: string,
): Promise<Pick<ProposalDraft, keyof RowLists | "needs" | "needPeople" | "answers" | "goals" | "tranches">> {
  const needs = await db
    .selectFrom("proposal_needs")
    .select(["need_code", "people"])
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
    .select(["id", "code", "name", "unit", "baseline", "target"])
    .where("proposal_id", "=", proposalId)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return {
    needs: needs.map((row) => row.need_code),
    needPeople: needs.flatMap(({ need_code: code, people }) => (people === null ? [] : [{ code, people }])),
    answers: await answersOf(db, proposalId),
    goals: goals.map((row) => row.goal),
    members,
    activities: await activitiesOf(db, proposalId),
    risks: await risksOf(db, proposalId),
    lines: await linesOf(db, proposalId),
    contributions: await contributionsOf(db, proposalId),
    tranches,
    indicators,
  };
}

export async function activitiesOf(db: Reader, proposalId: string): Promise<DraftActivity[]> {
  return db
    .selectFrom("proposal_activities")
    .select(["id", "name", "from_month as from", "to_month as to"])
    .where("proposal_id", "=", proposalId)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

export async function risksOf(db: Reader, proposalId: string): Promise<DraftRisk[]> {
  return db
    .selectFrom("proposal_risks")
    .select(["id", "risk", "likelihood", "mitigation"])
    .where("proposal_id", "=", proposalId)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

export async function contributionsOf(db: Reader, proposalId: string): Promise<DraftContribution[]> {
  return db
    .selectFrom("own_contributions")
    .select(["id", "kind", "description", "volume", "unit", "unit_price as unitPrice"])
    .where("proposal_id", "=", proposalId)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

async function linesOf(db: Reader, proposalId: string): Promise<DraftLine[]> {
  const lines = await db
    .selectFrom("budget_lines")
    .select(["id", "section", "description", "volume", "unit", "unit_price as unitPrice", "member_id as memberId", "tax_code", "tax_mode"])
    .where("proposal_id", "=", proposalId)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const shares = await sharesOf(db, proposalId);
  return lines.map(({ tax_code: code, tax_mode: mode, ...line }) => ({
    ...line,
    tax: code && mode ? { code, mode } : null,
    shares: shares.get(line.id) ?? [],
  }));
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
