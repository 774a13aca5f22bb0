import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { sum } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import { type Part, allocateParts } from "./allocate-parts.server";
import { lockDesk, lockLines } from "./lock-desk.server";
import { suggestionsForLine } from "./suggestions.server";

export type AllocateLineInput = {
  key: string;
  /** The line that is decided; parts may also be of other lines that belong to the same payment. */
  lineId: string;
  /** Whole rupiah each. Together at most what is left of a line; what isn't named stays open. */
  parts: readonly Part[];
};

/**
 * Gives a bank line, or several, to one payment or several: by hand or as suggested, whose score and reasons are then kept. Refuses
 * `line_unknown`, `line_closed`, `line_outgoing`, `line_over_allocated`, `parts_missing`, `payment_closed` and `payment_overpaid`.
 */
export async function allocateLine(trx: Transaction<DB>, actor: Actor, input: AllocateLineInput): Promise<{ allocationIds: string[] }> {
  requirePlatform(actor, "reconciler");
  return once(trx, { key: input.key, operation: "allocate-line", input: { ...input, actor: actor.userId } }, async () => {
    await lockDesk(trx);
    return allocateByHand(trx, actor, input);
  });
}

/** The same, for a command that has taken its key and the desk already. */
export async function allocateByHand(
  trx: Transaction<DB>,
  actor: Actor,
  input: Omit<AllocateLineInput, "key">,
): Promise<{ allocationIds: string[] }> {
  if (input.parts.length === 0) throw new DomainError("parts_missing", { field: "jumlah" });
  const lines = await lockLines(trx, [input.lineId, ...input.parts.map((part) => part.lineId)]);
  const suggested = (await suggestionsForLine(trx, input.lineId)).find(({ parts }) => sameParts(input.parts, parts));
  const { score, reasons } = suggested ?? { score: 0, reasons: [] };
  const allocationIds = await allocateParts(trx, { lines, parts: input.parts, score, reasons, actorId: actor.userId });
  for (const line of lines) {
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "bank_line.allocated",
      subject: { kind: "bank_line", id: line.id },
      details: { amount: String(sum(input.parts.filter((part) => part.lineId === line.id).map((part) => part.amount))), score },
    });
  }
  return { allocationIds };
}

function sameParts(
  wanted: readonly Part[],
  suggested: readonly { lineId: string; payment: { paymentId: string }; amount: bigint }[],
): boolean {
  const keys = (parts: readonly { lineId: string; paymentId: string; amount: bigint }[]) =>
    parts
      .map(({ lineId, paymentId, amount }) => `${lineId}.${paymentId}.${amount}`)
      .sort()
      .join();
  return keys(wanted) === keys(suggested.map(({ lineId, payment, amount }) => ({ lineId, paymentId: payment.paymentId, amount })));
}
