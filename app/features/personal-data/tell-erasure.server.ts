import type { Transaction } from "kysely";
import { findLanguage } from "~/features/identity/account-queries.server";
import { newId } from "~/kernel/ids";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";

type Person = { userId: string; name: string; email: string };

/** Mails the owner of an account what becomes of it. */
export async function tellErasure(
  trx: Transaction<DB>,
  person: Person,
  news: { what: "requested" | "cancelled" | "blocked"; dueAt: Date | null },
): Promise<void> {
  await queueEmail(trx, {
    template: "account-erasure",
    to: { email: person.email, language: await findLanguage(trx, person.userId) },
    props: { name: person.name, what: news.what, dueAt: news.dueAt?.toISOString() ?? null, url: absoluteUrl("/akun/data") },
    dedupeKey: `account-erasure:${newId()}`,
  });
}
