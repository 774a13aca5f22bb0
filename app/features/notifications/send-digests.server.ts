import type { Kysely, Transaction } from "kysely";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import type { Email } from "#emails/define";
import { emails } from "#emails/registry";
import { subjectOf } from "#emails/subject";

/** Tells everybody who wants it what was held for them, in one email each. Gives how many were queued; running it twice tells nothing twice. */
export async function sendDigests(db: Kysely<DB>): Promise<{ digests: number }> {
  const waiting = await db.selectFrom("email_messages").select("to_address").distinct().where("status", "=", "held").execute();
  let digests = 0;
  for (const { to_address } of waiting) {
    if (await db.transaction().execute((trx) => digestFor(trx, to_address))) digests += 1;
  }
  return { digests };
}

async function digestFor(trx: Transaction<DB>, address: string): Promise<boolean> {
  const held = await trx
    .selectFrom("email_messages")
    .select(["id", "template", "props"])
    .where("to_address", "=", address)
    .where("status", "=", "held")
    .orderBy("created_at")
    .orderBy("id")
    .forUpdate()
    .skipLocked()
    .execute();
  const user = await trx.selectFrom("users").select(["name", "language"]).where("email", "=", address).executeTakeFirst();
  if (held.length === 0 || !user) return false;
  const items = held.map(({ id, template, props }) => {
    const email = emails[template as keyof typeof emails] as unknown as Email<unknown>;
    return { id, title: subjectOf(email, props, user.language), url: linkIn(props) };
  });
  await queueEmail(trx, {
    template: "daily-digest",
    to: { email: address, language: user.language },
    props: { name: user.name, day: today(), items, settingsUrl: absoluteUrl("/akun/pemberitahuan") },
    dedupeKey: `daily-digest:${newId()}`,
  });
  await trx
    .updateTable("email_messages")
    .set({ status: "digested" })
    .where(
      "id",
      "in",
      held.map(({ id }) => id),
    )
    .execute();
  return true;
}

/** Where an email leads to: every email calls it `url`. */
function linkIn(props: unknown): string | null {
  const url = typeof props === "object" && props !== null && "url" in props ? props.url : null;
  return typeof url === "string" ? url : null;
}
