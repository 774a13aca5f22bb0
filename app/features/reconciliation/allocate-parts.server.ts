import type { Transaction } from "kysely";
import { platformFund } from "~/features/ledger/ledger";
import { postTransfers } from "~/features/ledger/post-transfer.server";
import { recordPaymentReceived } from "~/features/payments/record-payment-received.server";
import type { Day } from "~/kernel/dates";
import { DomainError, isDomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { LockedLine } from "./lock-desk.server";
import type { Reason } from "./matching/matching";
import { isOpenLine } from "./reconciliation";
import { writeAllocated } from "./write-allocated.server";

export type Part = { lineId: string; proposalId: string; paymentId: string; amount: Rupiah };

export type Allocation = {
  lines: readonly LockedLine[];
  parts: readonly Part[];
  score: number;
  reasons: readonly Reason[];
  /** Null when the system matched by itself. */
  actorId: string | null;
};

/**
 * Moves parts of bank lines from suspense into the funds of their programs: for each part an allocation, a `match` in the platform's fund
 * and a `receipt` in the program's. Refuses `line_closed`, `line_outgoing`, `line_over_allocated` (with `left`), and what
 * `recordPaymentReceived` refuses. The caller has locked the desk and the lines.
 */
export async function allocateParts(trx: Transaction<DB>, allocation: Allocation): Promise<string[]> {
  const made = await allocate(trx, allocation);
  await postMatches(trx, made, allocation.actorId);
  return made.map(({ id }) => id);
}

/** The same for many allocations that the system makes by itself, in their order; each line is in one of them. */
export async function allocateAll(trx: Transaction<DB>, allocations: readonly Omit<Allocation, "actorId">[]): Promise<void> {
  const made: Made[] = [];
  for (const allocation of allocations) made.push(...(await allocate(trx, { ...allocation, actorId: null })));
  await postMatches(trx, made, null);
}

type Made = { id: string; amount: Rupiah; occurredOn: Day };

function postMatches(trx: Transaction<DB>, made: readonly Made[], postedBy: string | null): Promise<void> {
  const transfers = made.map(({ id, ...transfer }) => ({ ...transfer, sourceId: id }));
  return postTransfers(trx, { proposalId: platformFund, kind: "match", sourceKind: "allocation", postedBy, transfers });
}

async function allocate(trx: Transaction<DB>, { lines, parts, ...how }: Allocation): Promise<Made[]> {
  const made: Made[] = [];
  for (const line of lines) {
    const own = parts.filter((part) => part.lineId === line.id);
    if (own.length === 0) continue;
    requireRoom(line, own);
    for (const part of own) {
      made.push({ id: await allocatePart(trx, line, part, how), amount: part.amount, occurredOn: line.bookedOn });
    }
    const allocated = own.reduce((sum, part) => sum + part.amount, line.allocated);
    await writeAllocated(trx, line, allocated, how.actorId);
  }
  return made;
}

function requireRoom(line: LockedLine, parts: readonly Part[]): void {
  if (line.direction !== "in") throw new DomainError("line_outgoing");
  if (!isOpenLine(line.status)) throw new DomainError("line_closed");
  const wanted = parts.reduce((sum, part) => sum + part.amount, 0n);
  if (parts.some((part) => part.amount <= 0n) || wanted > line.left) {
    throw new DomainError("line_over_allocated", { field: "jumlah", left: line.left, wanted });
  }
}

async function allocatePart(trx: Transaction<DB>, line: LockedLine, part: Part, how: Omit<Allocation, "lines" | "parts">): Promise<string> {
  const allocationId = newId();
  const { proposalId, paymentId, amount } = part;
  const payment = await trx
    .selectFrom("payments")
    .select(["pledge_id", "reference"])
    .where("proposal_id", "=", proposalId)
    .where("id", "=", paymentId)
    .executeTakeFirst();
  if (!payment) throw new DomainError("payment_unknown");
  await trx
    .insertInto("allocations")
    .values({
      proposal_id: proposalId,
      id: allocationId,
      payment_id: paymentId,
      pledge_id: payment.pledge_id,
      bank_account_id: line.bankAccountId,
      bank_line_id: line.id,
      amount,
      automatic: how.actorId === null,
      score: how.score,
      reasons: JSON.stringify(how.reasons),
      made_by: how.actorId,
      made_at: now(),
    })
    .execute();
  const posting = { occurredOn: line.bookedOn, postedBy: how.actorId };
  const source = { kind: "allocation", id: allocationId } as const;
  await recordPaymentReceived(trx, { proposalId, paymentId, amount, source, ...posting }).catch((error: unknown) => {
    // Of several parts, the person must see which one is refused.
    throw isDomainError(error)
      ? new DomainError(error.code, { ...error.details, field: "jumlah", reference: payment.reference ?? undefined })
      : error;
  });
  return allocationId;
}
