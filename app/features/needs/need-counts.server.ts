import type { Transaction } from "kysely";
import { storeFile } from "~/features/files/store-file.server";
import type { Actor } from "~/features/identity/actor";
import { now } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import type { Count } from "./need";

export type NewCount = Count & { reason: string; file: File | null };

/** Writes one more count of a need and gives its number. Refuses what can't be a count: `people_range`, `households_range`, `sexes_sum`. */
export async function appendCount(
  trx: Transaction<DB>,
  actor: Actor,
  need: { id: string; sensitive: boolean; counts: number },
  organizationId: string,
  { file, ...count }: NewCount,
): Promise<number> {
  const n = need.counts + 1;
  // A paper names its village; for a sensitive group none is kept.
  const kept = file && !need.sensitive ? await storeFile(trx, actor, { organizationId, access: "private", file }) : null;
  await refusing(
    trx
      .insertInto("need_counts")
      .values({
        need_id: need.id,
        n,
        sensitive: need.sensitive,
        people: count.people,
        households: count.households,
        women: count.women,
        men: count.men,
        urgency: count.urgency,
        sources: [...count.sources],
        file_id: kept?.fileId ?? null,
        reason: count.reason.trim(),
        organization_id: organizationId,
        recorded_by: actor.userId,
        recorded_at: now(),
      })
      .execute(),
    {
      need_counts_people_range: "people_range",
      need_counts_households_range: "households_range",
      need_counts_sexes_range: "sexes_sum",
      need_counts_sexes_sum: "sexes_sum",
      need_counts_sources_named: "sources_missing",
      need_counts_reason_given: "reason_missing",
    },
  );
  return n;
}
