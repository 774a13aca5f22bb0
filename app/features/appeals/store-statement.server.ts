import type { Transaction } from "kysely";
import { storeFile } from "~/features/files/store-file.server";
import type { Actor } from "~/features/identity/actor";
import type { Day } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";

/** A decree or letter that states the disaster; both days count (WIB). */
export type Statement = { number: string; issuer: string; from: Day; until: Day; file: File | null };

/** Keeps the file of a statement and gives the columns of its appeal; without a new file the former one stays. Refuses `statement_days`. */
export async function storeStatement(trx: Transaction<DB>, actor: Actor, organizationId: string, statement: Statement) {
  const { number, issuer, from, until, file } = statement;
  if (until < from) throw new DomainError("statement_days", { field: "statementUntil" });
  const stored = file && (await storeFile(trx, actor, { organizationId, access: "private", file }));
  return {
    statement_number: number,
    statement_issuer: issuer,
    statement_from: from,
    statement_until: until,
    ...(stored && { statement_file_id: stored.fileId }),
  };
}
