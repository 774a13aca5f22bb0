import type { Kysely, Transaction } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";

type Reader = Kysely<DB> | Transaction<DB>;

function changes(db: Reader) {
  return db
    .selectFrom("payee_changes as c")
    .innerJoin("proposals as p", "p.id", "c.proposal_id")
    .innerJoin("payee_accounts as a", "a.id", "c.from_account_id")
    .innerJoin("payee_accounts as b", "b.id", "c.to_account_id")
    .select(["c.id", "c.proposal_id as proposalId", "p.title", "c.reason", "c.changed_at as changedAt", "c.checked_at as checkedAt"])
    .select(["a.bank_name as fromBank", "a.account_number as fromNumber", "b.bank_name as toBank", "b.account_number as toNumber"])
    .select("b.verified_at as toVerifiedAt");
}

/** Every change of a program's account, the newest first. */
export function payeeChangesOf(db: Reader, proposalId: string) {
  return changes(db).where("c.proposal_id", "=", proposalId).orderBy("c.changed_at", "desc").execute();
}

/** Changes of an organisation's programs that the desk has not checked yet. */
export function openPayeeChanges(db: Reader, organizationId: string) {
  return changes(db).where("p.organization_id", "=", organizationId).where("c.checked_at", "is", null).orderBy("c.changed_at").execute();
}

export type PayeeChangeView = Awaited<ReturnType<typeof payeeChangesOf>>[number];

/** Refuses `payee_changed` while a change of the program's account has not been checked. */
export async function requirePayeeChecked(trx: Transaction<DB>, proposalId: string): Promise<void> {
  const open = await trx
    .selectFrom("payee_changes")
    .select("id")
    .where("proposal_id", "=", proposalId)
    .where("checked_at", "is", null)
    .executeTakeFirst();
  if (open) throw new DomainError("payee_changed");
}
