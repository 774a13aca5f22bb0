import type { Kysely } from "kysely";
import { isId } from "~/kernel/ids";
import { mailboxIsOpen } from "~/platform/env.server";
import type { DB } from "#db/types.generated";

/** The mailbox exists only while no email service is configured; otherwise its pages are not there. */
export function requireOpenMailbox(): void {
  if (!mailboxIsOpen) throw new Response(null, { status: 404 });
}

/** The last emails, the newest first. */
export async function listMessages(db: Kysely<DB>, q: string) {
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return db
    .selectFrom("email_messages")
    .select(["id", "to_address as to", "subject", "template", "status", "created_at as createdAt"])
    .$if(q !== "", (query) => query.where((eb) => eb.or([eb("to_address", "ilike", like), eb("subject", "ilike", like)])))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(200)
    .execute();
}

export async function findMessage(db: Kysely<DB>, id: string) {
  if (!isId(id)) return undefined;
  return db
    .selectFrom("email_messages")
    .select(["id", "to_address as to", "subject", "template", "language", "html", "text", "created_at as createdAt"])
    .where("id", "=", id)
    .executeTakeFirst();
}
