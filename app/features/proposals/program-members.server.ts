import { type Kysely, type Transaction, sql } from "kysely";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";

type Reader = Kysely<DB> | Transaction<DB>;

/** A group of a joint program: its part of the budget, and what its receipts say. Coordinators stay inside. */
export type ProgramMember = { id: string; name: string; village: string; planned: Rupiah; spent: Rupiah; waiting: Rupiah };

/**
 * The groups of a joint program in their order; none when one organisation works alone. With a guarded program no group is placed more
 * exactly than its district.
 */
export async function programMembers(db: Reader, proposalId: string, { guarded }: { guarded: boolean }): Promise<ProgramMember[]> {
  const rows = await db
    .selectFrom("proposal_members as m")
    .innerJoin("member_budget as b", (join) => join.onRef("b.proposal_id", "=", "m.proposal_id").onRef("b.member_id", "=", "m.id"))
    .leftJoin("areas as a", (join) =>
      join.on(sql<boolean>`a.code = case when ${guarded} then substr(m.village_code, 1, 8) else m.village_code end`),
    )
    .select(["m.id", "m.name", "a.label", "b.planned", "b.spent", "b.waiting"])
    .where("m.proposal_id", "=", proposalId)
    .orderBy("m.position")
    .orderBy("m.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    village: row.label ?? "",
    planned: row.planned ?? 0n,
    spent: row.spent ?? 0n,
    waiting: row.waiting ?? 0n,
  }));
}

/** Whose a budget line is, in the order of the groups, each with its part; empty where there are no groups. */
export async function partsOfLines(
  db: Reader,
  proposalId: string,
): Promise<Map<string, { memberId: string; name: string; amount: Rupiah }[]>> {
  const { rows } = await sql<{ lineId: string; memberId: string; name: string; amount: bigint }>`
    with parts as (
      select id as line_id, member_id, amount - shared as amount from budget_lines where proposal_id = ${proposalId} and member_id is not null
      union all
      select budget_line_id, member_id, amount from budget_line_shares where proposal_id = ${proposalId}
    )
    select p.line_id as "lineId", m.id as "memberId", m.name, p.amount
    from parts p join proposal_members m on m.proposal_id = ${proposalId} and m.id = p.member_id
    order by m.position, m.id`.execute(db);
  const parts = new Map<string, { memberId: string; name: string; amount: Rupiah }[]>();
  for (const { lineId, ...part } of rows) parts.set(lineId, [...(parts.get(lineId) ?? []), part]);
  return parts;
}
