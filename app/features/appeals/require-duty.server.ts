import type { Transaction } from "kysely";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { requireUntied } from "~/features/ties/require-untied.server";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { type LockedAppeal, lockAppeal } from "./lock-appeal.server";
import { platformPowers } from "~/features/identity/powers";

/** The locked appeal, for a verifier who belongs neither to the unit nor to its sponsor; refuses `own_organization`, `declared_tie` and `appeal_moved`. */
export async function lockForDuty(trx: Transaction<DB>, actor: Actor, appealId: string): Promise<LockedAppeal> {
  requirePlatform(actor, ...platformPowers.checks_appeals);
  const appeal = await lockAppeal(trx, appealId);
  const unit = await trx
    .selectFrom("organizations")
    .select("sponsor_id")
    .where("id", "=", appeal.organization_id)
    .executeTakeFirstOrThrow();
  await requireUntied(trx, actor, [appeal.organization_id, unit.sponsor_id]);
  if (appeal.status !== "raised") throw new DomainError("appeal_moved", { from: appeal.status });
  return appeal;
}
