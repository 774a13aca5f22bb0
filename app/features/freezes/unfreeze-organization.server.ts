import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockForFreeze, tellFreeze } from "./tell-freeze.server";
import { platformPowers } from "~/features/identity/powers";

/** An administrator lifts one freeze, with a note of what was found. Refuses `freeze_not_found`, `own_organization` and `lift_note_missing`. */
export async function unfreezeOrganization(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; freezeId: string; note: string },
): Promise<void> {
  requirePlatform(actor, ...platformPowers.freezes);
  const organization = await lockForFreeze(trx, actor, input.organizationId);
  const note = input.note.trim();
  if (note === "") throw new DomainError("lift_note_missing", { field: "note" });
  const lifted = isId(input.freezeId)
    ? await trx
        .updateTable("organization_freezes")
        .set({ lifted_at: now(), lifted_by: actor.userId, lift_note: note })
        .where("id", "=", input.freezeId)
        .where("organization_id", "=", organization.id)
        .where("lifted_at", "is", null)
        .returning("scope")
        .executeTakeFirst()
    : undefined;
  if (!lifted) throw new DomainError("freeze_not_found");
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "organization.unfrozen",
    subject: { kind: "organization", id: organization.id },
    organizationId: organization.id,
    details: { scope: lifted.scope },
  });
  await tellFreeze(trx, organization, { freezeId: input.freezeId, scope: lifted.scope, happened: "lifted", words: note });
}
