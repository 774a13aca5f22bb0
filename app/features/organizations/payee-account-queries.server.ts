import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";

type Reader = Kysely<DB> | Transaction<DB>;

/** The accounts of an organisation that are in use, the oldest first. */
export async function listPayeeAccounts(db: Reader, organizationId: string) {
  return db
    .selectFrom("payee_accounts")
    .select([
      "id",
      "kind",
      "bank_name as bankName",
      "account_number as accountNumber",
      "holder_name as holderName",
      "village_regulation as villageRegulation",
      "proof_file_id as proofFileId",
      "verified_at as verifiedAt",
      "created_at as createdAt",
    ])
    .where("organization_id", "=", organizationId)
    .where("closed_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

export type PayeeAccountView = Awaited<ReturnType<typeof listPayeeAccounts>>[number];

/** Names of other organisations with the same account number: a sponsor's, or a sign of something wrong. */
export async function namesSharingAccount(db: Reader, organizationId: string): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("payee_accounts as mine")
    .innerJoin("payee_accounts as theirs", "theirs.account_number", "mine.account_number")
    .innerJoin("organizations as o", "o.id", "theirs.organization_id")
    .select(["mine.id", "o.name"])
    .distinct()
    .where("mine.organization_id", "=", organizationId)
    .where("mine.closed_at", "is", null)
    .where("theirs.closed_at", "is", null)
    .whereRef("theirs.organization_id", "<>", "mine.organization_id")
    .execute();
  const shared = new Map<string, string[]>();
  for (const row of rows) shared.set(row.id, [...(shared.get(row.id) ?? []), row.name]);
  return shared;
}
