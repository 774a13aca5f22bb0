import { type Kysely, type Transaction, sql } from "kysely";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";

type Reader = Kysely<DB> | Transaction<DB>;

export type Proof = {
  bank: Rupiah;
  programFunds: Rupiah;
  suspense: Rupiah;
  nonProgram: Rupiah;
  executedNotAtBank: Rupiah;
  outgoingNotInBooks: Rupiah;
  /** What nothing explains; zero when bank and books agree. */
  difference: Rupiah;
  /** Paid by card and not yet found at the bank; beside the bank's balance, since no bank holds it. */
  cardClearing: Rupiah;
  /** Card clearing by the books less the same by Stripe; zero when both agree. */
  cardDifference: Rupiah;
  /** News of Stripe that wait for a person. */
  cardNotices: number;
  /** Incoming lines of which something is not matched yet. */
  openIncoming: number;
  /** Lines of both directions that wait for a decision. */
  openLines: number;
};

/** What the bank says against what the books say, with everything that explains a gap between the two. */
export async function proofBar(db: Reader): Promise<Proof> {
  const row = await db.selectFrom("bank_proof").selectAll().executeTakeFirstOrThrow();
  const open = await db
    .selectFrom("bank_lines")
    .select(sql<number>`count(*)::int`.as("all"))
    .select(sql<number>`count(*) filter (where direction = 'in')::int`.as("incoming"))
    .where("status", "in", ["imported", "matched"])
    .executeTakeFirstOrThrow();
  const notices = await db
    .selectFrom("stripe_events")
    .select(sql<number>`count(*)::int`.as("waiting"))
    .where("status", "=", "needs_person")
    .executeTakeFirstOrThrow();
  return {
    cardClearing: row.card_clearing ?? 0n,
    cardDifference: row.card_difference ?? 0n,
    cardNotices: notices.waiting,
    bank: row.bank_balance ?? 0n,
    programFunds: row.program_funds ?? 0n,
    suspense: row.suspense ?? 0n,
    nonProgram: row.non_program ?? 0n,
    executedNotAtBank: row.executed_not_at_bank ?? 0n,
    outgoingNotInBooks: row.outgoing_not_in_books ?? 0n,
    difference: row.difference ?? 0n,
    openIncoming: open.incoming,
    openLines: open.all,
  };
}
