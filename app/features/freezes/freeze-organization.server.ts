import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import { type FreezeScope, scopesOf } from "./freeze";
import { lockForFreeze, tellFreeze } from "./tell-freeze.server";
import { platformPowers } from "~/features/identity/powers";

/**
 * An administrator stops what an organisation may do, for a reason that the public reads. What is under way is not undone. Refuses
 * `organization_not_found`, `own_organization`, `freeze_scope_unfit` (a company has no termin), `freeze_reason_missing` and `frozen_already`.
 */
export async function freezeOrganization(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; scope: FreezeScope; reason: string },
): Promise<{ freezeId: string }> {
  requirePlatform(actor, ...platformPowers.freezes);
  const organization = await lockForFreeze(trx, actor, input.organizationId);
  if (!scopesOf(organization.kind).includes(input.scope)) throw new DomainError("freeze_scope_unfit", { field: "scope" });
  const reason = input.reason.trim();
  if (reason === "") throw new DomainError("freeze_reason_missing", { field: "reason" });
  const freezeId = newId();
  const insert = trx
    .insertInto("organization_freezes")
    .values({ id: freezeId, organization_id: organization.id, scope: input.scope, reason, frozen_by: actor.userId, frozen_at: now() })
    .execute();
  await refusing(insert, { organization_freezes_one_open: "frozen_already" });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "organization.frozen",
    subject: { kind: "organization", id: organization.id },
    organizationId: organization.id,
    details: { scope: input.scope },
  });
  await tellFreeze(trx, organization, { freezeId, scope: input.scope, happened: "frozen", words: reason });
  return { freezeId };
}
