import { type Kysely, type Transaction, sql } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import type { AnsweredNeed } from "./proposal-draft";

type Reader = Kysely<DB> | Transaction<DB>;

/** The needs that a proposal names, with how many of their people it reaches. */
export function answersOf(db: Reader, proposalId: string): Promise<AnsweredNeed[]> {
  return db
    .selectFrom("answered_needs")
    .select(["need_id as needId", "people"])
    .where("proposal_id", "=", proposalId)
    .orderBy("need_id")
    .execute();
}

/** Names other needs than before. Refuses `need_unknown` for one that isn't open; needs of groups that the proposal isn't for are left out. */
export async function replaceAnswers(trx: Transaction<DB>, proposalId: string, answers: readonly AnsweredNeed[]): Promise<void> {
  const kept = (await answersOf(trx, proposalId)).map(({ needId }) => needId);
  await trx.deleteFrom("answered_needs").where("proposal_id", "=", proposalId).execute();
  const byNeed = new Map(answers.map((answer) => [answer.needId, answer.people]));
  if (byNeed.size === 0) return;
  if (![...byNeed.keys()].every(isId)) throw new DomainError("need_unknown", { field: "answers" });
  const known = await trx
    .selectFrom("needs as n")
    .select(["n.id", sql<boolean>`n.closed_at is null`.as("open")])
    .select(
      sql<boolean>`exists (select from proposal_needs g where g.proposal_id = ${proposalId} and g.need_code = n.need_code)`.as("meant"),
    )
    .where("n.id", "in", [...byNeed.keys()])
    .execute();
  // A need that was named while it was open stays named after it is closed.
  if (known.length !== byNeed.size || known.some((need) => !need.open && !kept.includes(need.id))) {
    throw new DomainError("need_unknown", { field: "answers" });
  }
  const rows = known.filter((need) => need.meant).map(({ id }) => ({ proposal_id: proposalId, need_id: id, people: byNeed.get(id) ?? 1 }));
  if (rows.length > 0) await trx.insertInto("answered_needs").values(rows).execute();
}

/** Needs of groups that the proposal is no longer for are no longer named by it. */
export async function forgetOtherGroups(trx: Transaction<DB>, proposalId: string): Promise<void> {
  await sql`
    delete from answered_needs a using needs n
    where a.proposal_id = ${proposalId} and n.id = a.need_id
      and not exists (select from proposal_needs g where g.proposal_id = a.proposal_id and g.need_code = n.need_code)`.execute(trx);
}
