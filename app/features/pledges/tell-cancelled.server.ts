import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { peopleWithRoles } from "~/features/identity/people.server";
import type { Rupiah } from "~/kernel/money";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { Ending } from "./cancel-pledge.server";
import { peopleToTell } from "./payers.server";
import { approverRoles, payerRoles } from "./pledge";

/** Queues the news for the company, and for the community's chair if the pledge had been committed. */
export async function tellCancelled(
  trx: Transaction<DB>,
  { program, pledge, as, reason, note, released, kept }: Omit<Ending, "by"> & { released: Rupiah; kept: Rupiah },
): Promise<void> {
  const props = {
    company: pledge.companyName,
    program: program.title,
    urgent: program.urgent,
    lapsed: as === "lapsed",
    released: String(released),
    kept: String(kept),
    reason,
  };
  const inside = {
    people: await peopleToTell(trx, pledge.companyId, [...payerRoles, ...approverRoles]),
    note,
    path: `/ruang/perusahaan/komitmen/${pledge.id}`,
  };
  const chairs = pledge.status === "committed" ? await peopleWithRoles(trx, program.organizationId, "chair") : [];
  // A note is a company's own words to its own people.
  const outside = { people: chairs, note: "", path: `/program/${program.slug}/dana` };
  for (const side of [inside, outside]) {
    for (const person of side.people) {
      await queueEmail(trx, {
        template: "pledge-cancelled",
        to: person,
        props: { ...props, note: side.note, url: absoluteUrl(side.path) },
        dedupeKey: `pledge-cancelled:${pledge.id}:${person.userId}`,
      });
    }
  }
}
