import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockSponsorship } from "./lock-sponsorship.server";
import { isSponsor } from "./sponsorship-queries.server";
import { tellBothSides } from "./tell-sponsorship.server";
import { communityPowers } from "~/features/identity/powers";

/**
 * The sponsor's chair accepts to hold another organisation's money, or refuses with a reason. From acceptance on the sponsored may be paid
 * through it. Refuses `sponsorship_not_found`, `sponsorship_answered`, `sponsorship_note_missing` and `sponsor_unfit` (its own standing ended).
 */
export async function answerSponsorship(
  trx: Transaction<DB>,
  actor: Actor,
  input: { sponsorshipId: string; accept: boolean; note: string },
): Promise<void> {
  const sponsorship = await lockSponsorship(trx, input.sponsorshipId);
  requireMembership(actor, sponsorship.sponsorId, ...communityPowers.agrees_sponsorships);
  if (sponsorship.status !== "asked") throw new DomainError("sponsorship_answered");
  const note = input.note.trim();
  if (!input.accept && note === "") throw new DomainError("sponsorship_note_missing", { field: "note" });
  if (input.accept && !(await isSponsor(trx, sponsorship.sponsorId))) throw new DomainError("sponsor_unfit");
  const status = input.accept ? ("accepted" as const) : ("refused" as const);
  await trx
    .updateTable("sponsorships")
    .set({ status, answered_by: actor.userId, answered_at: now(), note })
    .where("id", "=", sponsorship.id)
    .where("status", "=", "asked")
    .execute();
  if (input.accept) {
    await trx.updateTable("organizations").set({ sponsor_id: sponsorship.sponsorId }).where("id", "=", sponsorship.sponsoredId).execute();
  }
  await recordAudit(trx, {
    actorId: actor.userId,
    action: `sponsorship.${status}`,
    subject: { kind: "sponsorship", id: sponsorship.id },
    organizationId: sponsorship.sponsoredId,
  });
  await tellBothSides(trx, { ...sponsorship, happened: status, note });
}
