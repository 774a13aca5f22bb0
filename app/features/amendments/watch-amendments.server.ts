import { type Kysely, sql } from "kysely";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { amendableStatuses } from "./amendment";
import { type AmendmentId, lockAmendment } from "./lock-amendment.server";
import { moveAmendment } from "./move-amendment.server";
import { settleAmendment } from "./settle-amendment.server";
import { tellCommunity, tellFunders } from "./tell-amendment.server";

/**
 * The daily look at open amendments: silence past the last day is no, the end of a program ends its amendment, and one that waits only for
 * companies whose commitment has ended meanwhile is settled. One transaction each; gives how many moved.
 */
export async function watchAmendments(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql<AmendmentId>`
    select a.proposal_id as "proposalId", a.n from amendments a join proposals p on p.id = a.proposal_id
    where a.status = 'awaiting_funders'
      or (a.status in ('draft', 'submitted') and p.status in ('completed', 'expired', 'withdrawn'))
    order by a.proposal_id, a.n`.execute(db);
  let moved = 0;
  for (const id of rows) moved += (await watchOne(db, id)) ? 1 : 0;
  return moved;
}

async function watchOne(db: Kysely<DB>, id: AmendmentId): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { program, amendment } = await lockAmendment(trx, id);
    const alive = amendableStatuses.some((status) => status === program.status) || program.status === "suspended";
    if (!alive) {
      const move = { actorId: null, action: "amendment.withdrawn", ending: "program_over" } as const;
      await moveAmendment(trx, program, amendment, { kind: "lapse", because: "program_over" }, move);
      return true;
    }
    if (amendment.status !== "awaiting_funders" || program.status === "suspended") return false;
    const settled = await settleAmendment(trx, program, amendment, null);
    if (settled.status !== "awaiting_funders") return true;
    if (amendment.answerBy === null || amendment.answerBy >= today()) return false;
    const move = { actorId: null, action: "amendment.refused", ending: "unanswered" } as const;
    await moveAmendment(trx, program, amendment, { kind: "lapse", because: "unanswered" }, move);
    await tellCommunity(trx, program, amendment, { happened: "unanswered", words: "" });
    await tellFunders(trx, program, amendment, { happened: "unanswered", words: "" });
    return true;
  });
}
