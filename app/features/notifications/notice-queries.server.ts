import { type Kysely, sql } from "kysely";
import type { Day } from "~/kernel/dates";
import type { Language } from "~/kernel/messages";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { NoticeWords } from "#emails/inside";
import { templatesAbout } from "#emails/kinds";
import type { NoticeFilter, NoticeLine, NoticePlace } from "./notice";

export const noticePageSize = 30;
const mostDeadlines = 50;
/** Above this a count is only "more than". */
export const mostCounted = 99;

type Reader = { userId: string; language: Language };

/** One page of a person's news, newest first. What has a deadline stands before the rest where one looks for what to do. */
export async function listNotices(db: Kysely<DB>, reader: Reader, place: NoticePlace) {
  const first = { ...place, before: null, after: null };
  const found = await pageOf(db, reader, place);
  // Back at the newest, the page begins with the newest, however far it was from where one came.
  const page = place.after && !found.more ? await pageOf(db, reader, first) : found;
  const start = page !== found || (!place.before && !place.after);
  return {
    deadlines: place.filter === "asks" && start ? await deadlinesOf(db, reader) : [],
    lines: page.lines,
    newer: start ? null : (page.lines[0]?.id ?? null),
    older: (place.after && !start) || page.more ? (page.lines.at(-1)?.id ?? null) : null,
  };
}

async function pageOf(db: Kysely<DB>, reader: Reader, { filter, before, after }: NoticePlace) {
  const order = after ? "asc" : "desc";
  const mark = after ?? before;
  let query = linesOf(db, reader, filter);
  if (filter === "asks") query = query.where("n.due_on", "is", null);
  if (mark) {
    const beyond = sql.raw(after ? ">" : "<");
    query = query.where(
      sql<boolean>`(n.created_at, n.id) ${beyond} (select created_at, id from notices where id = ${mark}::uuid and user_id = ${reader.userId}::uuid)`,
    );
  }
  const rows = await query
    .orderBy("n.created_at", order)
    .orderBy("n.id", order)
    .limit(noticePageSize + 1)
    .execute();
  const lines = rows.slice(0, noticePageSize).map((row) => lineOf(row, reader.language));
  return { lines: after ? lines.reverse() : lines, more: rows.length > noticePageSize };
}

async function deadlinesOf(db: Kysely<DB>, reader: Reader): Promise<NoticeLine[]> {
  const rows = await linesOf(db, reader, "asks")
    .where("n.due_on", "is not", null)
    .orderBy("n.due_on")
    .orderBy("n.created_at", "desc")
    .orderBy("n.id", "desc")
    .limit(mostDeadlines)
    .execute();
  return rows.map((row) => lineOf(row, reader.language));
}

function linesOf(db: Kysely<DB>, { userId }: Reader, filter: NoticeFilter) {
  return db
    .selectFrom("notices as n")
    .leftJoin("organizations as o", "o.id", "n.organization_id")
    .select(["n.id", "n.template", "n.words", "n.due_on as dueOn", "n.created_at as at", "n.read_at as readAt"])
    .select("o.name as organizationName")
    .select(sql<boolean>`n.asks and n.settled_at is null`.as("asks"))
    .where("n.user_id", "=", userId)
    .$if(filter === "asks", (query) => query.where(openAsk("n")))
    .$if(filter === "money", (query) => query.where("n.template", "in", templatesAbout("money")))
    .$if(filter === "security", (query) => query.where("n.template", "in", templatesAbout("security")));
}

/**
 * What a line asks is open until it is done; with a deadline not longer than that day, and without one not longer than until it is read,
 * since not everything that is done comes to be known here.
 */
function openAsk(table: "n" | "notices") {
  const of = (column: string) => sql.ref(`${table}.${column}`);
  return sql<boolean>`${of("asks")} and ${of("settled_at")} is null
    and case when ${of("due_on")} is null then ${of("read_at")} is null else ${of("due_on")} >= ${today()}::date end`;
}

type Row = { id: string; template: string; words: unknown; asks: boolean; dueOn: Day | null; at: Date; readAt: Date | null };

function lineOf({ words, readAt, ...row }: Row & { organizationName: string | null }, language: Language): NoticeLine {
  return { ...row, ...(words as Record<Language, NoticeWords>)[language], read: readAt !== null };
}

/** How many lines nobody has opened yet, counted to just above `mostCounted`. */
export async function countUnread(db: Kysely<DB>, userId: string): Promise<number> {
  const some = db
    .selectFrom("notices")
    .select("id")
    .where("user_id", "=", userId)
    .where("read_at", "is", null)
    .limit(mostCounted + 1);
  const { count } = await db
    .selectFrom(some.as("some"))
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many lines ask for something, and how many of the unread ones have a deadline. */
export async function countAsks(db: Kysely<DB>, userId: string): Promise<{ asks: number; unreadWithDeadline: number }> {
  const row = await db
    .selectFrom("notices")
    .select((eb) => eb.fn.countAll<bigint>().filterWhere(openAsk("notices")).as("asks"))
    .select((eb) =>
      eb.fn
        .countAll<bigint>()
        .filterWhere("read_at", "is", null)
        .filterWhere("settled_at", "is", null)
        .filterWhere("due_on", ">=", today())
        .as("unreadWithDeadline"),
    )
    .where("user_id", "=", userId)
    .where("asks", "=", true)
    .executeTakeFirstOrThrow();
  return { asks: Number(row.asks), unreadWithDeadline: Number(row.unreadWithDeadline) };
}

/** Since when emails to an address have not arrived; undefined while the last one did. */
export async function mailFailsSince(db: Kysely<DB>, email: string): Promise<Date | undefined> {
  const lastSent = db
    .selectFrom("email_messages")
    .select((eb) => eb.fn.max("sent_at").as("at"))
    .where("status", "=", "sent")
    .where("to_address", "=", email);
  const row = await db
    .selectFrom("email_messages")
    .select((eb) => eb.fn.min("created_at").as("since"))
    .where("to_address", "=", email)
    .where((eb) => eb.or([eb("status", "=", "failed"), eb.and([eb("status", "=", "queued"), eb("last_error", "is not", null)])]))
    .where((eb) => eb("created_at", ">", eb.fn.coalesce(lastSent, sql<Date>`'-infinity'::timestamptz`)))
    .executeTakeFirst();
  return row?.since ?? undefined;
}
