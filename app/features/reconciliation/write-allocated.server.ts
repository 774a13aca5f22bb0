import type { Transaction } from "kysely";
import type { Rupiah } from "~/kernel/money";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { LockedLine } from "./lock-desk.server";
import { lineStatusFor } from "./reconciliation";

/** Writes how much of a locked line is allocated now, in whole rupiah, and the state that follows; no actor when the system decided by itself. */
export async function writeAllocated(trx: Transaction<DB>, line: LockedLine, allocated: Rupiah, actorId: string | null): Promise<void> {
  await trx
    .updateTable("bank_lines")
    .set({ allocated, status: lineStatusFor(line.amount, allocated), ...(actorId && { decided_by: actorId, decided_at: now() }) })
    .where("bank_account_id", "=", line.bankAccountId)
    .where("id", "=", line.id)
    .where("status", "=", line.status)
    .executeTakeFirstOrThrow();
}
