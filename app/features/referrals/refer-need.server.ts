import type { Transaction } from "kysely";
import { requireUnfrozen } from "~/features/freezes/require-unfrozen.server";
import type { Actor } from "~/features/identity/actor";
import { requireNear } from "~/features/needs/lock-need.server";
import { standingIsValid } from "~/features/organizations/standing";
import { requireUntied } from "~/features/ties/require-untied.server";
import { DomainError } from "~/kernel/domain-error";
import { isId, newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import { referrers, serves } from "./referral";
import { tellReferral } from "./tell-referral.server";

/**
 * A PSM or TKSK refers an open need of the own area of work to a service that is for its area and group. Nobody refers to an organisation
 * that he or she is tied to. Refuses `need_unknown`, `need_closed`, `note_missing`, `service_unfit` (closed, without a standing in force,
 * or for others), `referral_open` (the service has it already), and what `requireNear`, `requireUntied` and `requireUnfrozen` refuse.
 */
export async function referNeed(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; needId: string; serviceId: string; note: string },
): Promise<{ referralId: string }> {
  const need = await shareNeed(trx, input.needId);
  const referrer = await requireNear(trx, actor, { organizationId: input.organizationId, areaCode: need.areaCode, elements: referrers });
  if (need.closedAt) throw new DomainError("need_closed");
  const note = input.note.trim();
  if (note === "") throw new DomainError("note_missing", { field: "note" });
  const service = await shareService(trx, input.serviceId);
  if (!service || !serves(service, need)) throw new DomainError("service_unfit", { field: "serviceId" });
  await requireUntied(trx, actor, [service.organizationId]);
  await requireUnfrozen(trx, [service.organizationId], "all");
  const referralId = newId();
  const insert = trx
    .insertInto("referrals")
    .values({
      id: referralId,
      need_id: need.id,
      service_id: service.id,
      practitioner_id: referrer.organizationId,
      status: "offered",
      note,
      offered_by: actor.userId,
      offered_at: now(),
    })
    .execute();
  await refusing(insert, { referrals_one_open: "referral_open" });
  const { organizationId, organization } = service;
  const news = { id: referralId, needId: need.id, area: need.area, areaCode: need.areaCode, organizationId, organization };
  const practitioner = { practitionerId: referrer.organizationId, practitioner: referrer.organizationName };
  await tellReferral(trx, actor, { ...news, ...practitioner }, { happened: "offered", words: note, by: "practitioner" });
  return { referralId };
}

/** A need that nobody closes meanwhile. */
async function shareNeed(trx: Transaction<DB>, needId: string) {
  const need = isId(needId)
    ? await trx
        .selectFrom("needs as n")
        .innerJoin("areas as a", "a.code", "n.area_code")
        .select(["n.id", "n.area_code as areaCode", "a.label as area", "n.need_code as needCode", "n.closed_at as closedAt"])
        .where("n.id", "=", needId)
        .forShare("n")
        .executeTakeFirst()
    : undefined;
  if (!need) throw new DomainError("need_unknown");
  return need;
}

/** An open service of an organisation whose standing is in force, which nobody closes meanwhile. */
async function shareService(trx: Transaction<DB>, serviceId: string) {
  const service = isId(serviceId)
    ? await trx
        .selectFrom("services as s")
        .innerJoin("organizations as o", "o.id", "s.organization_id")
        .select(["s.id", "s.area_code as areaCode", "o.id as organizationId", "o.name as organization"])
        .select(["o.standing", "o.standing_valid_until"])
        .where("s.id", "=", serviceId)
        .where("s.closed_at", "is", null)
        .forShare(["s", "o"])
        .executeTakeFirst()
    : undefined;
  if (!service || !standingIsValid(service, today())) return undefined;
  const groups = await trx.selectFrom("service_groups").select("need_code").where("service_id", "=", service.id).execute();
  return { ...service, groups: groups.map(({ need_code }) => need_code) };
}
