import type { Transaction } from "kysely";
import { type TransferKind, platformFund } from "~/features/ledger/ledger";
import { reverseTransfer } from "~/features/ledger/post-transfer.server";
import { DomainError } from "~/kernel/domain-error";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

/** Reverses the entry of the platform's fund that a line or an allocation has made and that stands. Refuses `already_reversed`. */
export async function reverseEntry(
  trx: Transaction<DB>,
  entry: { source: { kind: "bank_line" | "allocation"; id: string }; kinds: readonly TransferKind[]; actorId: string },
): Promise<void> {
  const standing = await trx
    .selectFrom("ledger_transfers as t")
    .leftJoin("ledger_transfers as r", (join) => join.onRef("r.proposal_id", "=", "t.proposal_id").onRef("r.reverses", "=", "t.seq"))
    .select("t.seq")
    .where("t.proposal_id", "=", platformFund)
    .where("t.source_kind", "=", entry.source.kind)
    .where("t.source_id", "=", entry.source.id)
    .where("t.kind", "in", [...entry.kinds])
    .where("t.reverses", "is", null)
    .where("r.seq", "is", null)
    .executeTakeFirst();
  if (!standing) throw new DomainError("already_reversed");
  await reverseTransfer(trx, { proposalId: platformFund, seq: standing.seq }, { occurredOn: today(), postedBy: entry.actorId });
}
