import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import { type LockedLine, lockDesk, lockLine } from "./lock-desk.server";
import { isOpenLine } from "./reconciliation";
import { writeAllocated } from "./write-allocated.server";

/** One attempt to pay a termin: what the bank returned is paid again under another reference. */
export type AttemptId = { proposalId: string; reference: string };

export type MatchDisbursementLineInput = AttemptId & { key: string; lineId: string };

/**
 * Says that an outgoing line is a disbursement which the books have executed: the books don't change, the timing difference goes. Refuses
 * `line_closed`, `line_incoming`, `disbursement_unknown`, `disbursement_not_executed`, `disbursement_matched`, `disbursement_amount`.
 */
export async function matchDisbursementLine(
  trx: Transaction<DB>,
  actor: Actor,
  input: MatchDisbursementLineInput,
): Promise<{ lineId: string }> {
  requirePlatform(actor, "reconciler");
  return once(trx, { key: input.key, operation: "match-disbursement-line", input: { ...input, actor: actor.userId } }, async () => {
    await lockDesk(trx);
    const line = await lockLine(trx, input.lineId);
    if (line.direction !== "out") throw new DomainError("line_incoming");
    if (!isOpenLine(line.status)) throw new DomainError("line_closed");
    if (!isId(input.proposalId)) throw new DomainError("disbursement_unknown");
    await linkDisbursement(trx, line, input, actor.userId);
    return { lineId: line.id };
  });
}

/** Writes the link on both sides, whoever decided it. */
export async function linkDisbursement(
  trx: Transaction<DB>,
  line: LockedLine,
  { proposalId, reference }: AttemptId,
  actorId: string | null,
): Promise<void> {
  const attempt = await lockAttempt(trx, { proposalId, reference });
  if (attempt.matched) throw new DomainError("disbursement_matched");
  if (attempt.amount !== line.left) throw new DomainError("disbursement_amount", { amount: attempt.amount });
  await trx
    .updateTable(attempt.table)
    .set({ bank_account_id: line.bankAccountId, bank_line_id: line.id })
    .where("proposal_id", "=", proposalId)
    .where("id", "=", attempt.id)
    .where("bank_line_id", "is", null)
    .executeTakeFirstOrThrow();
  await writeAllocated(trx, line, line.amount, actorId);
  await recordAudit(trx, {
    actorId,
    action: "bank_line.disbursement_matched",
    subject: { kind: "bank_line", id: line.id },
    proposalId,
    details: { reference, amount: String(line.amount) },
  });
}

type Attempt = { table: "disbursements" | "disbursement_returns"; id: string; amount: Rupiah; matched: boolean };

/** The transfer that carries a reference, locked: the disbursement as it stands, or an earlier attempt that the bank returned. */
async function lockAttempt(trx: Transaction<DB>, { proposalId, reference }: AttemptId): Promise<Attempt> {
  const present = await trx
    .selectFrom("disbursements")
    .select(["id", "amount", "bank_line_id", "status"])
    .where("proposal_id", "=", proposalId)
    .where("reference", "=", reference)
    .forUpdate()
    .executeTakeFirst();
  if (present?.status === "executed" || present?.status === "acknowledged") {
    return { table: "disbursements", id: present.id, amount: present.amount, matched: present.bank_line_id !== null };
  }
  const returned = await trx
    .selectFrom("disbursement_returns")
    .select(["id", "amount", "bank_line_id"])
    .where("proposal_id", "=", proposalId)
    .where("reference", "=", reference)
    .where("reversed_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!returned) throw new DomainError(present ? "disbursement_not_executed" : "disbursement_unknown");
  return { table: "disbursement_returns", id: returned.id, amount: returned.amount, matched: returned.bank_line_id !== null };
}
