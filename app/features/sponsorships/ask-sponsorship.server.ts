import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import { isSponsor } from "./sponsorship-queries.server";
import { communityPowers } from "~/features/identity/powers";

/** A community organisation asks another one to hold its money. Refuses `sponsor_unfit`, `sponsorship_open` and `not_allowed`. */
export async function askSponsorship(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; sponsorId: string },
): Promise<{ sponsorshipId: string }> {
  const membership = requireMembership(actor, input.organizationId, ...communityPowers.agrees_sponsorships);
  if (membership.kind !== "community") throw new DomainError("not_allowed");
  const fits = input.sponsorId !== input.organizationId && (await isSponsor(trx, input.sponsorId));
  if (!fits) throw new DomainError("sponsor_unfit", { field: "sponsorId" });
  return recordSponsorshipAsked(trx, actor, {
    sponsorId: input.sponsorId,
    sponsoredId: input.organizationId,
    sponsoredName: membership.organizationName,
  });
}

/** Writes the question and tells the sponsor's chair. The caller has proven who asks and that the sponsor may be asked. */
export async function recordSponsorshipAsked(
  trx: Transaction<DB>,
  actor: Actor,
  { sponsorId, sponsoredId, sponsoredName }: { sponsorId: string; sponsoredId: string; sponsoredName: string },
): Promise<{ sponsorshipId: string }> {
  const sponsorshipId = newId();
  const insert = trx
    .insertInto("sponsorships")
    .values({
      id: sponsorshipId,
      sponsor_id: sponsorId,
      sponsored_id: sponsoredId,
      status: "asked",
      asked_by: actor.userId,
      asked_at: now(),
    })
    .execute();
  await refusing(insert, { sponsorships_one_open: "sponsorship_open" });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "sponsorship.asked",
    subject: { kind: "sponsorship", id: sponsorshipId },
    organizationId: sponsoredId,
  });
  const sponsor = await trx.selectFrom("organizations").select("name").where("id", "=", sponsorId).executeTakeFirstOrThrow();
  for (const person of await peopleWithRoles(trx, sponsorId, ...communityPowers.agrees_sponsorships)) {
    await queueEmail(trx, {
      template: "sponsorship",
      to: person,
      props: { happened: "asked", sponsor: sponsor.name, sponsored: sponsoredName, note: "", url: absoluteUrl("/ruang/lembaga/naungan") },
      dedupeKey: `sponsorship:${sponsorshipId}:asked:${person.userId}`,
    });
  }
  return { sponsorshipId };
}
