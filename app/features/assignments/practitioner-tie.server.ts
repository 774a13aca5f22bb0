import type { Kysely, Transaction } from "kysely";
import { findActor } from "~/features/identity/load-actor.server";
import { tieTo } from "~/features/ties/tie-queries.server";
import type { DB } from "#db/types.generated";

type Reader = Kysely<DB> | Transaction<DB>;

/** How a practitioner is tied to a proposal's organisation or its sponsor, so that no task about it is offered; undefined when not at all. */
export async function tieOfPractitioner(db: Reader, userId: string, proposalId: string): Promise<"member" | "declared" | undefined> {
  const person = await findActor(db, userId);
  const parties = await db
    .selectFrom("proposals as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select(["o.id", "o.sponsor_id as sponsorId"])
    .where("p.id", "=", proposalId)
    .executeTakeFirst();
  return person && parties && tieTo(db, person, [parties.id, parties.sponsorId]);
}
