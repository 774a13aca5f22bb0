import type { Transaction } from "kysely";
import { findArea } from "~/features/areas/area-queries.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import type { ServiceKind } from "./referral";
import { requireServing } from "./require-serving.server";

/**
 * An LK3 or LKS lists a service: what it is, for which need groups, and for which district or regency. Refuses `groups_missing`,
 * `group_unknown`, `service_area_unknown`, `hours_missing`, `service_exists` (open for this kind and area already), and what
 * `requireServing` refuses.
 */
export async function addService(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; kind: ServiceKind; groups: readonly string[]; areaCode: string; hours: string },
): Promise<{ serviceId: string }> {
  await requireServing(trx, actor, input.organizationId);
  const groups = [...new Set(input.groups)];
  if (groups.length === 0) throw new DomainError("groups_missing", { field: "groups" });
  const known = await trx.selectFrom("need_groups").select("code").where("code", "in", groups).execute();
  if (known.length !== groups.length) throw new DomainError("group_unknown", { field: "groups" });
  const area = await findArea(trx, input.areaCode);
  if (area?.level !== "regency" && area?.level !== "district") throw new DomainError("service_area_unknown", { field: "areaCode" });
  const hours = input.hours.trim();
  if (hours === "") throw new DomainError("hours_missing", { field: "hours" });
  const serviceId = newId();
  const insert = trx
    .insertInto("services")
    .values({
      id: serviceId,
      organization_id: input.organizationId,
      kind: input.kind,
      area_code: area.code,
      hours,
      added_by: actor.userId,
      added_at: now(),
    })
    .execute();
  await refusing(insert, { services_one_open: "service_exists" });
  await trx
    .insertInto("service_groups")
    .values(groups.map((need_code) => ({ service_id: serviceId, need_code })))
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "service.added",
    subject: { kind: "service", id: serviceId },
    organizationId: input.organizationId,
    details: { area: area.code },
  });
  return { serviceId };
}
