import { type Transaction, sql } from "kysely";
import { isId, newId } from "~/kernel/ids";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import type { DraftPatch } from "./draft-patch";
import type { DraftShare } from "./proposal-draft";

/** The groups of a joint proposal, replaced. Lines keep their group by its id; those of a group that is gone have none. */
export async function replaceMembers(trx: Transaction<DB>, proposalId: string, members: NonNullable<DraftPatch["members"]>): Promise<void> {
  const villages = await villageCodes(trx, [...new Set(members.map((member) => member.village.trim()).filter(Boolean))]);
  const rows = members.map((member, index) => ({
    proposal_id: proposalId,
    id: isId(member.id) ? member.id : newId(),
    position: index + 1,
    name: member.name,
    village: member.village,
    village_code: villages.get(member.village.trim().toLowerCase()) ?? null,
    coordinator: member.coordinator,
  }));
  await forgetMembers(
    trx,
    proposalId,
    rows.map((row) => row.id),
  );
  if (rows.length === 0) return;
  await refusing(
    trx
      .insertInto("proposal_members")
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(["proposal_id", "id"]).doUpdateSet({
          position: sql`excluded.position`,
          name: sql`excluded.name`,
          village: sql`excluded.village`,
          village_code: sql`excluded.village_code`,
          coordinator: sql`excluded.coordinator`,
        }),
      )
      .execute(),
    { proposal_members_pkey: "row_twice" },
  );
}

/** The areas that are named exactly as typed: villages only, since a group is at home in one. */
async function villageCodes(trx: Transaction<DB>, labels: readonly string[]): Promise<Map<string, string>> {
  if (labels.length === 0) return new Map();
  const rows = await trx
    .selectFrom("areas")
    .select(["code", "label"])
    .where("level", "=", "village")
    .where(
      sql<string>`lower(label)`,
      "in",
      labels.map((label) => label.toLowerCase()),
    )
    .execute();
  return new Map(rows.map((row) => [row.label.toLowerCase(), row.code]));
}

async function forgetMembers(trx: Transaction<DB>, proposalId: string, kept: readonly string[]): Promise<void> {
  const gone = await trx
    .selectFrom("proposal_members")
    .select("id")
    .where("proposal_id", "=", proposalId)
    .$if(kept.length > 0, (query) => query.where("id", "not in", kept))
    .execute();
  if (gone.length === 0) return;
  const ids = gone.map((row) => row.id);
  await sql`
    delete from budget_line_shares s using budget_lines l
    where s.proposal_id = ${proposalId} and l.proposal_id = s.proposal_id and l.id = s.budget_line_id
      and (s.member_id = any(${ids}::uuid[]) or l.member_id = any(${ids}::uuid[]))`.execute(trx);
  await sql`
    update budget_lines l set
      member_id = case when member_id = any(${ids}::uuid[]) then null else member_id end,
      shared = coalesce((select sum(s.amount) from budget_line_shares s where s.proposal_id = l.proposal_id and s.budget_line_id = l.id), 0)
    where proposal_id = ${proposalId} and member_id is not null`.execute(trx);
  await trx.deleteFrom("proposal_members").where("proposal_id", "=", proposalId).where("id", "in", ids).execute();
}

/** The parts of lines that belong to others than the line's owner. */
export async function insertShares(
  trx: Transaction<DB>,
  proposalId: string,
  lines: readonly { id: string; shares: readonly DraftShare[] }[],
): Promise<void> {
  const rows = lines.flatMap((line) =>
    line.shares.map((share) => ({ proposal_id: proposalId, budget_line_id: line.id, member_id: share.memberId, amount: share.amount })),
  );
  if (rows.length === 0) return;
  await refusing(trx.insertInto("budget_line_shares").values(rows).execute(), {
    budget_line_shares_pkey: "row_twice",
    budget_line_shares_member_fkey: "member_unknown",
    budget_line_shares_amount_positive: "price_not_positive",
  });
}
