import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";

export type EscrowAccount = { bankName: string; number: string; holderName: string };

/** The account to which companies transfer: the platform's first. Undefined on an installation that has none yet. */
export async function findEscrowAccount(db: Kysely<DB> | Transaction<DB>): Promise<EscrowAccount | undefined> {
  return db
    .selectFrom("bank_accounts")
    .select(["bank_name as bankName", "number", "holder_name as holderName"])
    .orderBy("opened_on")
    .orderBy("id")
    .executeTakeFirst();
}
