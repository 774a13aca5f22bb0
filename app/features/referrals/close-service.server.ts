import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { servingRoles } from "./referral";

/**
 * Closes a service: nothing is referred to it any more. Referrals that were made before go on. Refuses `service_not_open` when it is
 * somebody else's or closed already, and `not_allowed`.
 */
export async function closeService(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; serviceId: string },
): Promise<void> {
  requireMembership(actor, input.organizationId, ...servingRoles);
  const closed = isId(input.serviceId)
    ? await trx
        .updateTable("services")
        .set({ closed_at: now(), closed_by: actor.userId })
        .where("id", "=", input.serviceId)
        .where("organization_id", "=", input.organizationId)
        .where("closed_at", "is", null)
        .returning(["id", "area_code"])
        .executeTakeFirst()
    : undefined;
  if (!closed) throw new DomainError("service_not_open");
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "service.closed",
    subject: { kind: "service", id: closed.id },
    organizationId: input.organizationId,
    details: { area: closed.area_code },
  });
}
