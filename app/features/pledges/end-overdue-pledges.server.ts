import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";
import { addDays } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import { endPledge } from "./cancel-pledge.server";
import { lockPledge, type PledgeId } from "./lock-pledge.server";
import { graceDays } from "./pledge";

/**
 * The daily look at pledges that stand still: who waited for approval past its last day is cancelled, and a commitment with an
 * instalment unpaid for longer than the grace lapses. One transaction each; gives how many ended.
 */
export async function endOverduePledges(db: Kysely<DB>): Promise<number> {
  let ended = 0;
  for (const id of await overduePledges(db)) {
    ended += await db.transaction().execute(async (trx) => {
      const { program, pledge } = await lockPledge(trx, id);
      const waiting = pledge.status === "awaiting_approval";
      if (!waiting && pledge.status !== "committed") return 0;
      const reason = waiting ? ("approval_expired" as const) : ("unpaid" as const);
      await endPledge(trx, { program, pledge, as: waiting ? "cancelled" : "lapsed", by: null, reason, note: "" });
      return 1;
    });
  }
  return ended;
}

async function overduePledges(db: Kysely<DB>): Promise<PledgeId[]> {
  const day = today();
  return db
    .selectFrom("pledges as p")
    .select(["p.company_id as companyId", "p.proposal_id as proposalId", "p.id as pledgeId"])
    .where((eb) =>
      eb.or([
        eb.and([eb("p.status", "=", "awaiting_approval"), eb("p.expires_on", "<", day)]),
        eb.and([
          eb("p.status", "=", "committed"),
          eb.exists(
            eb
              .selectFrom("payments as y")
              .select("y.id")
              .whereRef("y.proposal_id", "=", "p.proposal_id")
              .whereRef("y.pledge_id", "=", "p.id")
              .where("y.status", "in", ["expected", "partly_received"])
              .where("y.due_on", "<", addDays(day, -graceDays)),
          ),
        ]),
      ]),
    )
    .orderBy("p.id")
    .execute();
}
