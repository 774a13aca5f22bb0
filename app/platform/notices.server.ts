import { type Kysely, type Transaction, sql } from "kysely";
import type { Day } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import { noticeOf } from "#emails/inside";
import type { EmailName } from "#emails/registry";
import { now } from "./clock.server";
import type { QueuedEmail } from "./outbox.server";

/**
 * Writes the lines that people with an account read inside the product for what is mailed to them, in the transaction of the emails and
 * with one question for all of them. An address that nobody has confirmed gets none: it might be somebody else's.
 */
export async function writeNotices(trx: Transaction<DB> | Kysely<DB>, messages: readonly QueuedEmail<EmailName>[]): Promise<void> {
  const lines = messages.flatMap(({ template, to, props, dedupeKey }) => {
    const notice = noticeOf(template, props);
    if (!notice) return [];
    const { words, address, asks, dueOn } = notice;
    const organizationId = to.organizationId ?? null;
    return [{ id: newId(), email: to.email, organizationId, template, words, address, asks, dueOn, dedupeKey }];
  });
  if (lines.length === 0) return;
  await sql`
    insert into notices (id, user_id, organization_id, template, words, address, asks, due_on, dedupe_key, created_at)
    select n.id, u.id, n."organizationId", n.template, n.words, n.address, n.asks, n."dueOn", n."dedupeKey", ${now()}
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as n (id uuid, email text, "organizationId" uuid, template text, words jsonb,
      address text, asks boolean, "dueOn" date, "dedupeKey" text)
    join users u on u.email = n.email and u.email_verified
    on conflict (dedupe_key) do nothing`.execute(trx);
}

/**
 * Says of lines that asked for something that it is done, by whomever: those that lead to the addresses, in the name of one organisation
 * or with one deadline where that is given.
 */
export async function settleAsks(
  trx: Transaction<DB>,
  addresses: readonly string[],
  only: { organizationId?: string; dueOn?: Day | null } = {},
): Promise<void> {
  const open = trx
    .selectFrom("notices")
    .select("id")
    .where("address", "in", addresses)
    .where("asks", "=", true)
    .where("settled_at", "is", null)
    .$if(only.organizationId !== undefined, (query) => query.where("organization_id", "=", only.organizationId ?? null))
    .$if(only.dueOn !== undefined, (query) => query.where("due_on", "=", only.dueOn ?? null))
    // In one order, so that two who change the same lines wait for each other instead of for ever.
    .orderBy("id")
    .forUpdate();
  await trx.updateTable("notices").set({ settled_at: now() }).where("id", "in", open).execute();
}
