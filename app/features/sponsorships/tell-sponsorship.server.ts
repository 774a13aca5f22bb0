import type { Transaction } from "kysely";
import { peopleWithRoles } from "~/features/identity/people.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import type { LockedSponsorship } from "./lock-sponsorship.server";

/** Both sides have in writing what became of a sponsorship. */
export async function tellBothSides(
  trx: Transaction<DB>,
  {
    id,
    sponsorId,
    sponsoredId,
    sponsorName,
    sponsoredName,
    happened,
    note,
  }: LockedSponsorship & {
    happened: "accepted" | "refused" | "ended";
    note: string;
  },
): Promise<void> {
  const people = [
    ...(await peopleWithRoles(trx, sponsoredId, "chair", "treasurer")),
    ...(await peopleWithRoles(trx, sponsorId, "chair", "treasurer")),
  ];
  for (const person of people) {
    await queueEmail(trx, {
      template: "sponsorship",
      to: person,
      props: { happened, sponsor: sponsorName, sponsored: sponsoredName, note, url: absoluteUrl("/ruang/lembaga/naungan") },
      dedupeKey: `sponsorship:${id}:${happened}:${person.userId}`,
    });
  }
}
