import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePractitioner } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { mostAreas } from "./area-of-work";

/**
 * Adds a village, district or regency to a practitioner's area of work; one that is there already stays. Refuses `area_unknown` (also a
 * whole province), `area_chosen` and `areas_too_many`.
 */
export async function addWorkArea(trx: Transaction<DB>, actor: Actor, input: { organizationId: string; areaCode: string }): Promise<void> {
  const { organizationId } = requirePractitioner(actor, input.organizationId);
  await trx.selectFrom("organizations").select("id").where("id", "=", organizationId).forUpdate().execute();
  const area = await trx.selectFrom("areas").select(["code", "level"]).where("code", "=", input.areaCode).executeTakeFirst();
  if (!area || area.level === "province") throw new DomainError("area_unknown", { field: "areaCode" });
  const held = await trx.selectFrom("practitioner_areas").select("area_code").where("organization_id", "=", organizationId).execute();
  if (held.some((one) => one.area_code === area.code)) throw new DomainError("area_chosen", { field: "areaCode" });
  if (held.length >= mostAreas) throw new DomainError("areas_too_many", { field: "areaCode", most: String(mostAreas) });
  await trx.insertInto("practitioner_areas").values({ organization_id: organizationId, area_code: area.code, created_at: now() }).execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "practitioner.area_added",
    subject: { kind: "organization", id: organizationId },
    organizationId,
    details: { area: area.code },
  });
}
