import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { lockOrganization } from "~/features/organizations/lock-organization.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { mostFocusAreas } from "./focus";
import { requireFocusEditor } from "./save-focus.server";

type FocusAreaInput = { organizationId: string; areaCode: string };

/** Adds an area of any level to where a company operates. Refuses `area_unknown`, `area_chosen` and `areas_too_many`. */
export async function addFocusArea(trx: Transaction<DB>, actor: Actor, input: FocusAreaInput): Promise<void> {
  const { organizationId } = requireFocusEditor(actor, input.organizationId);
  await lockOrganization(trx, organizationId);
  const area = await trx.selectFrom("areas").select("code").where("code", "=", input.areaCode).executeTakeFirst();
  if (!area) throw new DomainError("area_unknown", { field: "areaCode" });
  const held = await trx.selectFrom("company_areas").select("area_code").where("organization_id", "=", organizationId).execute();
  if (held.some((one) => one.area_code === area.code)) throw new DomainError("area_chosen", { field: "areaCode" });
  if (held.length >= mostFocusAreas) throw new DomainError("areas_too_many", { field: "areaCode", most: String(mostFocusAreas) });
  await trx.insertInto("company_areas").values({ organization_id: organizationId, area_code: area.code, created_at: now() }).execute();
  await recordChange(trx, actor, "company.area_added", input);
}

/** Takes an area out of where a company operates; one that is gone already is no mistake. */
export async function removeFocusArea(trx: Transaction<DB>, actor: Actor, input: FocusAreaInput): Promise<void> {
  const { organizationId } = requireFocusEditor(actor, input.organizationId);
  const removed = await trx
    .deleteFrom("company_areas")
    .where("organization_id", "=", organizationId)
    .where("area_code", "=", input.areaCode)
    .returning("area_code")
    .executeTakeFirst();
  if (removed) await recordChange(trx, actor, "company.area_removed", input);
}

function recordChange(
  trx: Transaction<DB>,
  actor: Actor,
  action: "company.area_added" | "company.area_removed",
  { organizationId, areaCode }: FocusAreaInput,
): Promise<void> {
  return recordAudit(trx, {
    actorId: actor.userId,
    action,
    subject: { kind: "organization", id: organizationId },
    organizationId,
    details: { area: areaCode },
  });
}
