import type { Transaction } from "kysely";
import type { Actor, Membership, PractitionerElement } from "~/features/identity/actor";
import { requireStanding } from "~/features/practitioners/require-standing.server";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";

/** Who counts needs: community social workers (PSM). */
export const mapper = "community_social_worker";

export type LockedNeed = { id: string; areaCode: string; needCode: string; sensitive: boolean; counts: number };

/** Proves that the actor may count needs here: a PSM, and what `requireNear` asks. */
export async function requireMapper(trx: Transaction<DB>, actor: Actor, organizationId: string, areaCode: string): Promise<void> {
  await requireNear(trx, actor, { organizationId, areaCode, elements: [mapper] });
}

/**
 * The actor's practitioner profile, of one of the elements, that keeps needs here: its standing is in force and its area of work holds the
 * village. A sensitive need is kept for its whole regency, so that somebody who works anywhere in it may. Refuses what `requireStanding`
 * does.
 */
export async function requireNear(
  trx: Transaction<DB>,
  actor: Actor,
  { organizationId, areaCode, elements }: { organizationId: string; areaCode: string; elements: readonly PractitionerElement[] },
): Promise<Membership> {
  if (areaCode.split(".").length > 2) return requireStanding(trx, actor, { organizationId, elements, areaCode });
  const membership = await requireStanding(trx, actor, { organizationId, elements });
  const near = await trx
    .selectFrom("practitioner_areas")
    .select("area_code")
    .where("organization_id", "=", organizationId)
    .where((eb) => eb.or([eb("area_code", "=", areaCode), eb("area_code", "like", `${areaCode}.%`)]))
    .executeTakeFirst();
  if (!near) throw new DomainError("practitioner_elsewhere", { field: "areaCode" });
  return membership;
}

/**
 * One open need that the actor may count, locked. `seen` is the number of the count that the page showed. Refuses `need_unknown`,
 * `need_closed`, and `need_changed` when somebody counted since: what is written answers to a figure that is no longer the last.
 */
export async function lockNeed(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; needId: string; seen: number },
): Promise<LockedNeed> {
  if (!isId(input.needId)) throw new DomainError("need_unknown");
  const need = await trx
    .selectFrom("needs")
    .select(["id", "area_code as areaCode", "need_code as needCode", "sensitive", "counts", "closed_at"])
    .where("id", "=", input.needId)
    .forUpdate()
    .executeTakeFirst();
  if (!need) throw new DomainError("need_unknown");
  await requireMapper(trx, actor, input.organizationId, need.areaCode);
  if (need.closed_at) throw new DomainError("need_closed");
  if (need.counts !== input.seen) throw new DomainError("need_changed");
  return need;
}
