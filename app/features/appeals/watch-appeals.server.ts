import type { Kysely } from "kysely";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { checkingHours } from "./appeal";
import { lockAppeal, moveAppeal } from "./lock-appeal.server";
import { tellDuty } from "./tell-appeal.server";

/** Every quarter of an hour: calls a second officer for an appeal that is late, once, and ends those whose fourteen days are over. */
export async function watchAppeals(db: Kysely<DB>): Promise<{ called: number; expired: number }> {
  const lateSince = new Date(now().getTime() - checkingHours * 60 * 60_000);
  const late = await db
    .selectFrom("appeals")
    .select("id")
    .where("status", "=", "raised")
    .where("second_called_at", "is", null)
    .where("raised_at", "<", lateSince)
    .execute();
  const over = await db.selectFrom("appeals").select("id").where("status", "=", "verified").where("valid_until", "<", today()).execute();
  const counts = { called: 0, expired: 0 };
  for (const { id } of late) {
    await db.transaction().execute(async (trx) => {
      const appeal = await lockAppeal(trx, id);
      if (appeal.status !== "raised" || appeal.second_called_at !== null) return;
      await trx.updateTable("appeals").set({ second_called_at: now() }).where("id", "=", id).execute();
      await tellDuty(trx, appeal, "late");
      counts.called += 1;
    });
  }
  for (const { id } of over) {
    await db.transaction().execute(async (trx) => {
      const appeal = await lockAppeal(trx, id);
      if (appeal.status !== "verified" || (appeal.valid_until ?? today()) >= today()) return;
      await moveAppeal(trx, appeal, { to: "expired", actorId: null, proposalId: appeal.proposal_id ?? "" });
      counts.expired += 1;
    });
  }
  return counts;
}
