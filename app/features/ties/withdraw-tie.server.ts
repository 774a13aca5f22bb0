import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

/** Takes back a tie that was declared by mistake; it stays in the history. Refuses `tie_not_found`. */
export async function withdrawTie(trx: Transaction<DB>, actor: Actor, input: { tieId: string }): Promise<void> {
  const withdrawn = isId(input.tieId)
    ? await trx
        .updateTable("ties")
        .set({ withdrawn_at: now() })
        .where("id", "=", input.tieId)
        .where("user_id", "=", actor.userId)
        .where("withdrawn_at", "is", null)
        .returning("id")
        .executeTakeFirst()
    : undefined;
  if (!withdrawn) throw new DomainError("tie_not_found");
  await recordAudit(trx, { actorId: actor.userId, action: "tie.withdrawn", subject: { kind: "tie", id: withdrawn.id } });
}
