import type { Kysely, Transaction } from "kysely";
import { newId } from "~/kernel/ids";
import type { Language } from "~/kernel/messages";
import type { DB, NewsChoice } from "#db/types.generated";
import { optionalKindOf } from "#emails/kinds";
import type { EmailName, EmailProps } from "#emails/registry";
import { now } from "./clock.server";
import { enqueueAll } from "./jobs.server";
import { writeNotices } from "./notices.server";

export type QueuedEmail<Name extends EmailName> = {
  template: Name;
  /** With the organisation for which they hear of it, where there is one. */
  to: { email: string; language: Language; organizationId?: string | null };
  props: EmailProps<Name>;
  /** The same key is sent once, however often it is queued. */
  dedupeKey: string;
};

/**
 * Queues an email in the transaction that causes it; the worker renders and sends it. News that the person wants once a day is held for
 * the digest, and news that the person has ended is not queued at all. Whoever has an account reads it inside the product in any case.
 */
export async function queueEmail<Name extends EmailName>(trx: Transaction<DB> | Kysely<DB>, message: QueuedEmail<Name>): Promise<void> {
  await queueEmails(trx, [message]);
}

/** The same for several emails of one kind, with as many questions to the database as for one. */
export async function queueEmails<Name extends EmailName>(
  trx: Transaction<DB> | Kysely<DB>,
  messages: readonly QueuedEmail<Name>[],
): Promise<void> {
  await writeNotices(trx, messages);
  const choices = await choicesOf(trx, messages);
  const wanted = messages.filter((message) => choices.get(message.to.email) !== "off");
  if (wanted.length === 0) return;
  const kept = await trx
    .insertInto("email_messages")
    .values(
      wanted.map((message) => ({
        id: newId(),
        template: message.template,
        to_address: message.to.email,
        language: message.to.language,
        props: JSON.stringify(message.props),
        dedupe_key: message.dedupeKey,
        status: choices.get(message.to.email) === "daily" ? ("held" as const) : ("queued" as const),
        created_at: now(),
      })),
    )
    .onConflict((conflict) => conflict.column("dedupe_key").doNothing())
    .returning(["id", "status"])
    .execute();
  await enqueueAll(
    trx,
    "send-email",
    kept.filter(({ status }) => status === "queued").map(({ id }) => ({ payload: { messageId: id }, key: `send-email:${id}` })),
  );
}

/** What was chosen by whoever these go to; required news is always sent at once, and so is optional news to whoever has not chosen. */
async function choicesOf(
  trx: Transaction<DB> | Kysely<DB>,
  messages: readonly QueuedEmail<EmailName>[],
): Promise<ReadonlyMap<string, NewsChoice>> {
  const kind = messages[0] && optionalKindOf(messages[0].template);
  if (!kind) return new Map();
  const rows = await trx
    .selectFrom("news_choices as n")
    .innerJoin("users as u", "u.id", "n.user_id")
    .select(["u.email", "n.choice"])
    .where(
      "u.email",
      "in",
      messages.map((message) => message.to.email),
    )
    .where("n.kind", "=", kind)
    .execute();
  return new Map(rows.map((row) => [row.email, row.choice]));
}
