import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import type { Day } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { declarationEnd } from "./tie";

/** Once a year a person states that the ties on the list are all there are; the statement holds for a year. */
export async function confirmTies(trx: Transaction<DB>, actor: Actor, _input: Record<string, never>): Promise<{ validUntil: Day }> {
  const id = newId();
  const validUntil = declarationEnd(today());
  await trx
    .insertInto("tie_declarations")
    .values({ id, user_id: actor.userId, declared_on: today(), valid_until: validUntil, created_at: now() })
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "tie.statement_made",
    subject: { kind: "tie_declaration", id },
    details: { validUntil },
  });
  return { validUntil };
}
