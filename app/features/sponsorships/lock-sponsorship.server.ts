import type { Transaction } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";

/** One sponsorship with the names of its two sides, locked until the transaction ends; refuses `sponsorship_not_found`. */
export async function lockSponsorship(trx: Transaction<DB>, sponsorshipId: string) {
  if (!isId(sponsorshipId)) throw new DomainError("sponsorship_not_found");
  const row = await trx
    .selectFrom("sponsorships as s")
    .innerJoin("organizations as sponsor", "sponsor.id", "s.sponsor_id")
    .innerJoin("organizations as sponsored", "sponsored.id", "s.sponsored_id")
    .select(["s.id", "s.status", "s.sponsor_id as sponsorId", "s.sponsored_id as sponsoredId"])
    .select(["sponsor.name as sponsorName", "sponsored.name as sponsoredName"])
    .where("s.id", "=", sponsorshipId)
    .forUpdate("s")
    .executeTakeFirst();
  if (!row) throw new DomainError("sponsorship_not_found");
  return row;
}

export type LockedSponsorship = Awaited<ReturnType<typeof lockSponsorship>>;
