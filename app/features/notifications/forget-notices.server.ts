import type { Kysely } from "kysely";
import { addYears, startOfDay } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { templatesAbout } from "#emails/kinds";

/** Deletes lines of news after twelve months. Those about money stay with the books of their program, which nobody deletes. */
export async function forgetNotices(db: Kysely<DB>): Promise<{ notices: number }> {
  const { numDeletedRows } = await db
    .deleteFrom("notices")
    .where("created_at", "<", startOfDay(addYears(today(), -1)))
    .where("template", "not in", templatesAbout("money"))
    .executeTakeFirstOrThrow();
  return { notices: Number(numDeletedRows) };
}
