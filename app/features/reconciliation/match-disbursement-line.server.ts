import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type LockedLine, lockDesk, lockLine } from "./lock-desk.server";
import { isOpenLine } from "./reconciliation";

export type MatchDisbursementLineInput = { key: string; lineId: string; proposalId: string; disbursementId: string };

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
    if (!isId(input.proposalId) || !isId(input.disbursementId)) throw new DomainError("disbursement_unknown");
    await linkDisbursement(trx, line, input, actor.userId);
    return { lineId: line.id };
  });
}

/** Writes the link on both sides, whoever decided it. */
export async function linkDisbursement(
  trx: Transaction<DB>,
  line: LockedLine,
  { proposalId, disbursementId }: { proposalId: string; disbursementId: string },
  actorId: string | null,
): Promise<void> {
  const disbursement = await trx
    .selectFrom("disbursements")
    .select(["status", "amount", "reference", "bank_line_id"])
    .where("proposal_id", "=", proposalId)
    .where("id", "=", disbursementId)
    .forUpdate()
    .executeTakeFirst();
  if (!disbursement) throw new DomainError("disbursement_unknown");
  if (disbursement.status !== "executed" && disbursement.status !== "acknowledged") throw new DomainError("disbursement_not_executed");
  if (disbursement.bank_line_id) throw new DomainError("disbursement_matched");
  if (disbursement.amount !== line.left) throw new DomainError("disbursement_amount", { amount: disbursement.amount });
  await trx
    .updateTable("disbursements")
    .set({ bank_account_id: line.bankAccountId, bank_line_id: line.id })
    .where("proposal_id", "=", proposalId)
    .where("id", "=", disbursementId)
    .execute();
  await trx
    .updateTable("bank_lines")
    .set({ status: "posted", allocated: line.amount, ...(actorId && { decided_by: actorId, decided_at: now() }) })
    .where("bank_account_id", "=", line.bankAccountId)
    .where("id", "=", line.id)
    .execute();
  await recordAudit(trx, {
    actorId,
    action: "bank_line.disbursement_matched",
    subject: { kind: "bank_line", id: line.id },
    proposalId,
    details: { reference: disbursement.reference, amount: String(line.amount) },
  });
}
