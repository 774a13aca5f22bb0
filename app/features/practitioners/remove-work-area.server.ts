import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePractitioner } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";

/** Takes an area out of a practitioner's area of work. The last one stays (`area_last`): without any there is nothing to do. */
export async function removeWorkArea(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; areaCode: string },
): Promise<void> {
  const { organizationId } = requirePractitioner(actor, input.organizationId);
  await trx.selectFrom("organizations").select("id").where("id", "=", organizationId).forUpdate().execute();
  const held = await trx.selectFrom("practitioner_areas").select("area_code").where("organization_id", "=", organizationId).execute();
  if (!held.some((one) => one.area_code === input.areaCode)) return;
  if (held.length === 1) throw new DomainError("area_last");
  await trx
    .deleteFrom("practitioner_areas")
    .where("organization_id", "=", organizationId)
    .where("area_code", "=", input.areaCode)
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "practitioner.area_removed",
    subject: { kind: "organization", id: organizationId },
    organizationId,
    details: { area: input.areaCode },
  });
}
