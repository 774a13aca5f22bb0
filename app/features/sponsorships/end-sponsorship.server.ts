import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, holds } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockSponsorship } from "./lock-sponsorship.server";
import { tellBothSides } from "./tell-sponsorship.server";

/**
 * Either side's chair ends a sponsorship, or the sponsored takes back its question. Accounts that went through the sponsor have to be
 * checked again before they can be used. Refuses `sponsorship_over`, `sponsorship_note_missing`, and, once it was accepted,
 * `sponsorship_in_use` while a program of the sponsored is open or running: its money must not lose its holder.
 */
export async function endSponsorship(trx: Transaction<DB>, actor: Actor, input: { sponsorshipId: string; note: string }): Promise<void> {
  const sponsorship = await lockSponsorship(trx, input.sponsorshipId);
  const sides = sponsorship.status === "asked" ? [sponsorship.sponsoredId] : [sponsorship.sponsorId, sponsorship.sponsoredId];
  const chairs = actor.memberships.some((m) => sides.includes(m.organizationId) && holds(m, ["chair"]));
  if (!chairs) throw new DomainError("not_allowed");
  if (sponsorship.status !== "asked" && sponsorship.status !== "accepted") throw new DomainError("sponsorship_over");
  const note = input.note.trim();
  if (note === "") throw new DomainError("sponsorship_note_missing", { field: "note" });
  if (sponsorship.status === "accepted") await requireNoProgram(trx, sponsorship.sponsoredId);
  await trx
    .updateTable("sponsorships")
    .set((eb) => ({
      status: "ended",
      ended_by: actor.userId,
      ended_at: now(),
      answered_at: eb.fn.coalesce("answered_at", eb.val(now())),
      note,
    }))
    .where("id", "=", sponsorship.id)
    .where("status", "=", sponsorship.status)
    .execute();
  await trx
    .updateTable("organizations")
    .set({ sponsor_id: null })
    .where("id", "=", sponsorship.sponsoredId)
    .where("sponsor_id", "=", sponsorship.sponsorId)
    .execute();
  await trx
    .updateTable("payee_accounts")
    .set({ verified_at: null, verified_by: null })
    .where("organization_id", "=", sponsorship.sponsoredId)
    .where("kind", "=", "sponsor")
    .where("closed_at", "is", null)
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "sponsorship.ended",
    subject: { kind: "sponsorship", id: sponsorship.id },
    organizationId: sponsorship.sponsoredId,
  });
  await tellBothSides(trx, { ...sponsorship, happened: "ended", note });
}

async function requireNoProgram(trx: Transaction<DB>, sponsoredId: string): Promise<void> {
  const open = await trx
    .selectFrom("proposals")
    .select("title")
    .where("organization_id", "=", sponsoredId)
    .where("status", "in", ["submitted", "verifying", "published", "running", "suspended"])
    .executeTakeFirst();
  if (open) throw new DomainError("sponsorship_in_use", { program: open.title });
}
