import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { allocateByHand } from "./allocate-line.server";
import { lockDesk, lockLine } from "./lock-desk.server";
import { isOpenLine } from "./reconciliation";
import { suggestionsForLine } from "./suggestions.server";

export type AcceptMatchInput = { key: string; lineId: string /** Which suggestion; the best when left away. */; suggestion?: string };

/** Follows a suggestion as it stands now. Refuses `line_closed` and `suggestion_gone` when the world has moved on since it was shown. */
export async function acceptMatch(trx: Transaction<DB>, actor: Actor, input: AcceptMatchInput): Promise<{ allocationIds: string[] }> {
  requirePlatform(actor, "reconciler");
  return once(trx, { key: input.key, operation: "accept-match", input: { ...input, actor: actor.userId } }, async () => {
    await lockDesk(trx);
    const line = await lockLine(trx, input.lineId);
    if (!isOpenLine(line.status)) throw new DomainError("line_closed");
    const suggestions = await suggestionsForLine(trx, line.id);
    const chosen = input.suggestion === undefined ? suggestions[0] : suggestions.find(({ key }) => key === input.suggestion);
    if (!chosen) throw new DomainError("suggestion_gone");
    const parts = chosen.parts.map(({ lineId, payment, amount }) => ({
      lineId,
      proposalId: payment.proposalId,
      paymentId: payment.paymentId,
      amount,
    }));
    return allocateByHand(trx, actor, { lineId: line.id, parts });
  });
}
