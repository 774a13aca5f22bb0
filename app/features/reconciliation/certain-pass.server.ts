import { type Transaction, sql } from "kysely";
import { type OpenPayment, openPayments } from "~/features/payments/payment-queries.server";
import { subtract, sum } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import { allocateAll } from "./allocate-parts.server";
import { type LockedLine, lockLines } from "./lock-desk.server";
import { certainParts } from "./matching/certain";
import { type SuggestedPart, paymentReferences } from "./matching/matching";
import { certainDisbursement } from "./matching/outgoing";
import { reason } from "./matching/weigh";
import { linkDisbursement } from "./match-disbursement-line.server";
import { openDisbursements } from "./suggestions.server";

export type CertainPass = { lines: number; amount: bigint };

/**
 * Posts what is certain of the open lines of an account: exact references of payments, and of disbursements with their exact amount. Lines
 * that a person has once decided about are left to people. The caller has locked the desk.
 */
export async function runCertainPass(trx: Transaction<DB>, bankAccountId: string): Promise<CertainPass> {
  const lines = await lockLines(trx, await undecidedLines(trx, bankAccountId));
  const incoming = await postIncoming(
    trx,
    lines.filter(({ direction }) => direction === "in"),
  );
  const outgoing = await postOutgoing(
    trx,
    lines.filter(({ direction }) => direction === "out"),
  );
  return { lines: incoming.lines + outgoing.lines, amount: incoming.amount + outgoing.amount };
}

async function undecidedLines(trx: Transaction<DB>, bankAccountId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom("bank_lines as l")
    .select("l.id")
    .where("l.bank_account_id", "=", bankAccountId)
    .where("l.status", "in", ["imported", "matched"])
    .where("l.decided_by", "is", null)
    .where("l.description", "ilike", "%SNG%")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("allocations as a")
            .select(sql`1`.as("one"))
            .whereRef("a.bank_line_id", "=", "l.id")
            .where("a.reversed_at", "is not", null),
        ),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** Decides line by line what each payment still lacks after the lines before, then allocates all of it. */
async function postIncoming(trx: Transaction<DB>, lines: readonly LockedLine[]): Promise<CertainPass> {
  const references = [...new Set(lines.flatMap(({ description }) => paymentReferences(description).valid))];
  const open = new Map((await openPayments(trx, { references })).map((payment) => [payment.reference, payment]));
  const found = lines.map((line) => ({ line, certain: takeCertain(line, open) })).filter(({ certain }) => certain.length > 0);
  await allocateAll(
    trx,
    found.map(({ line, certain }) => ({
      lines: [line],
      parts: certain.map(({ payment: { proposalId, paymentId }, amount }) => ({ lineId: line.id, proposalId, paymentId, amount })),
      score: 100,
      reasons: certain.map(({ payment }) => reason("reference_exact", { reference: payment.reference }, 100)),
    })),
  );
  return { lines: found.length, amount: sum(found.flatMap(({ certain }) => certain.map(({ amount }) => amount))) };
}

function takeCertain(line: LockedLine, open: Map<string, OpenPayment>): SuggestedPart[] {
  const certain = certainParts(line, open);
  for (const { payment, amount } of certain) {
    if (amount === payment.left) open.delete(payment.reference);
    else open.set(payment.reference, { ...payment, left: subtract(payment.left, amount) });
  }
  return certain;
}

async function postOutgoing(trx: Transaction<DB>, lines: readonly LockedLine[]): Promise<CertainPass> {
  const done: CertainPass = { lines: 0, amount: 0n };
  let open = lines.length > 0 ? await openDisbursements(trx) : [];
  for (const line of lines) {
    const disbursement = certainDisbursement(line, open);
    if (!disbursement) continue;
    await linkDisbursement(trx, line, disbursement, null);
    open = open.filter((one) => one !== disbursement);
    done.lines += 1;
    done.amount += line.amount;
  }
  return done;
}
