import type { Transaction } from "kysely";
import type { Language } from "~/kernel/messages";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { Actor } from "./actor";

/** Changes a person's own name and the language of pages and emails. */
export async function editAccount(trx: Transaction<DB>, actor: Actor, input: { name: string; language: Language }): Promise<void> {
  await trx
    .updateTable("users")
    .set({ name: input.name.trim(), language: input.language, updated_at: now() })
    .where("id", "=", actor.userId)
    .execute();
}

/** Changes the language of a person's pages and emails. */
export async function chooseLanguage(trx: Transaction<DB>, actor: Actor, input: { language: Language }): Promise<void> {
  await trx.updateTable("users").set({ language: input.language, updated_at: now() }).where("id", "=", actor.userId).execute();
}
