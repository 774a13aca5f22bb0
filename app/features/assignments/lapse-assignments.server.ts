import type { Kysely } from "kysely";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockAssignment } from "./lock-assignment.server";
import { moveAssignment } from "./move-assignment.server";
import { tellOfferer } from "./tell-assignment.server";

/** Ends offers that nobody answered in time, and tells the desk so that it asks somebody else. Returns how many. */
export async function lapseAssignments(db: Kysely<DB>): Promise<number> {
  const due = await db.selectFrom("assignments").select("id").where("status", "=", "offered").where("answer_until", "<", today()).execute();
  let lapsed = 0;
  for (const { id } of due) {
    lapsed += await db.transaction().execute(async (trx) => {
      const assignment = await lockAssignment(trx, id);
      if (assignment.status !== "offered") return 0;
      await moveAssignment(trx, assignment, { to: "lapsed", actorId: null });
      await tellOfferer(trx, assignment, "lapsed");
      return 1;
    });
  }
  return lapsed;
}
