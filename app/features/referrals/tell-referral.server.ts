import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import type { LockedReferral } from "./lock-referral.server";
import { type ReferralStatus, servingRoles } from "./referral";

type News = Pick<
  LockedReferral,
  "id" | "needId" | "area" | "areaCode" | "organizationId" | "organization" | "practitionerId" | "practitioner"
>;

/**
 * Writes into the log what happened to a referral, and tells the other side in the words that were said. The group of the need isn't in
 * the letter: mailboxes are read by others too.
 */
export async function tellReferral(
  trx: Transaction<DB>,
  actor: Actor,
  news: News,
  { happened, words, by }: { happened: ReferralStatus; words: string; by: "organization" | "practitioner" },
): Promise<void> {
  await recordAudit(trx, {
    actorId: actor.userId,
    action: `referral.${happened}`,
    subject: { kind: "referral", id: news.id },
    organizationId: by === "organization" ? news.organizationId : news.practitionerId,
    details: { name: by === "organization" ? news.practitioner : news.organization, area: news.areaCode },
  });
  const toOrganization = by === "practitioner";
  const people = toOrganization
    ? await peopleWithRoles(trx, news.organizationId, ...servingRoles)
    : await peopleWithRoles(trx, news.practitionerId, "practitioner");
  const address = toOrganization ? `/ruang/lembaga/layanan/rujukan/${news.id}` : `/ruang/petugas/kebutuhan/${news.needId}`;
  const { practitioner, organization, area } = news;
  for (const person of people) {
    await queueEmail(trx, {
      template: "referral",
      to: person,
      props: { happened, practitioner, organization, area, words, url: absoluteUrl(address) },
      dedupeKey: `referral:${news.id}:${happened}:${person.userId}`,
    });
  }
}
