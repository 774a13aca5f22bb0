import { type Transaction, sql } from "kysely";
import { openPayments } from "~/features/payments/payment-queries.server";
import type { DB } from "#db/types.generated";
import { allocateParts } from "./allocate-parts.server";
import { type LockedLine, lockLine } from "./lock-desk.server";
import { certainParts } from "./matching/certain";
import { paymentReferences } from "./matching/matching";
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
  const done: CertainPass = { lines: 0, amount: 0n };
  for (const id of await undecidedLines(trx, bankAccountId)) {
    const line = await lockLine(trx, id);
    const amount = line.direction === "in" ? await postIncoming(trx, line) : await postOutgoing(trx, line);
    if (amount > 0n) {
      done.lines += 1;
      done.amount += amount;
    }
  }
  return done;
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
    .orderBy("l.booked_on")
    .orderBy("l.sequence_of_day")
    .orderBy("l.id")
    .execute();
  return rows.map(({ id }) => id);
}

async function postIncoming(trx: Transaction<DB>, line: LockedLine): Promise<bigint> {
  const { valid } = paymentReferences(line.description);
  const payments = await openPayments(trx, { references: valid });
  const certain = certainParts(line, new Map(payments.map((payment) => [payment.reference, payment])));
  if (certain.length === 0) return 0n;
  const reasons = certain.map(({ payment }) => reason("reference_exact", { reference: payment.reference }, 100));
  const parts = certain.map(({ payment, amount }) => ({
    lineId: line.id,
    proposalId: payment.proposalId,
    paymentId: payment.paymentId,
    amount,
  }));
  await allocateParts(trx, { lines: [line], parts, score: 100, reasons, actorId: null });
  return parts.reduce((sum, part) => sum + part.amount, 0n);
}

async function postOutgoing(trx: Transaction<DB>, line: LockedLine): Promise<bigint> {
  const disbursement = certainDisbursement(line, await openDisbursements(trx));
  if (!disbursement) return 0n;
  await linkDisbursement(trx, line, disbursement, null);
  return line.amount;
}
