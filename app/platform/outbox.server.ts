import type { Kysely, Transaction } from "kysely";
import { newId } from "~/kernel/ids";
import type { Language } from "~/kernel/messages";
import type { DB } from "#db/types.generated";
import type { EmailName, EmailProps } from "#emails/registry";
import { now } from "./clock.server";
import { enqueueAll } from "./jobs.server";

export type QueuedEmail<Name extends EmailName> = {
  template: Name;
  to: { email: string; language: Language };
  props: EmailProps<Name>;
  /** The same key is sent once, however often it is queued. */
  dedupeKey: string;
};

/** Queues an email in the transaction that causes it; the worker renders and sends it. */
export async function queueEmail<Name extends EmailName>(trx: Transaction<DB> | Kysely<DB>, message: QueuedEmail<Name>): Promise<void> {
  await queueEmails(trx, [message]);
}

/** The same for several emails of one kind, with as many questions to the database as for one. */
export async function queueEmails<Name extends EmailName>(
  trx: Transaction<DB> | Kysely<DB>,
  messages: readonly QueuedEmail<Name>[],
): Promise<void> {
  if (messages.length === 0) return;
  const queued = await trx
    .insertInto("email_messages")
    .values(
      messages.map((message) => ({
        id: newId(),
        template: message.template,
        to_address: message.to.email,
        language: message.to.language,
        props: JSON.stringify(message.props),
        dedupe_key: message.dedupeKey,
        status: "queued" as const,
        created_at: now(),
      })),
    )
    .onConflict((conflict) => conflict.column("dedupe_key").doNothing())
    .returning("id")
    .execute();
  await enqueueAll(
    trx,
    "send-email",
    queued.map(({ id }) => ({ payload: { messageId: id }, key: `send-email:${id}` })),
  );
}
