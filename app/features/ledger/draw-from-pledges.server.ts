import { type Transaction, sql } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import type { Day } from "~/kernel/dates";
import { type Rupiah, drawInOrder } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import { type LedgerAccount, type SourceKind, type TransferKind, legs } from "./ledger";
import { postTransfer } from "./post-transfer.server";

export type Draw = {
  proposalId: string;
  kind: Extract<TransferKind, "disbursement" | "acknowledgement" | "accounting">;
  amount: Rupiah;
  source: { kind: SourceKind; id: string };
  occurredOn: Day;
  postedBy: string | null;
};

/**
 * Moves an amount onwards and says whose money it was: first in, first out by arrival in the fund, which is the rule of the agreement.
 * Posts one transfer per pledge. Refuses `fund_insufficient` when the account holds less than the amount.
 */
export async function drawFromPledges(trx: Transaction<DB>, draw: Draw): Promise<void> {
  const from = legs[draw.kind].credit;
  const held = await balancesByArrival(trx, draw.proposalId, from);
  const drawn = drawInOrder(
    draw.amount,
    held.map((pledge) => pledge.balance),
  );
  if (!drawn) throw new DomainError("fund_insufficient", { amount: draw.amount });
  for (const [index, pledge] of held.entries()) {
    const amount = drawn[index] ?? 0n;
    if (amount > 0n) await postTransfer(trx, { ...draw, amount, pledgeId: pledge.pledge_id });
  }
}

/**
 * Moves onwards exactly what the source has in the account, pledge by pledge: an acknowledgement or a return follows its disbursement.
 * What came back earlier, or was reversed, is no longer there. The account must be one that grows by debits.
 */
export async function followSource(trx: Transaction<DB>, step: Omit<Draw, "amount" | "kind"> & { kind: TransferKind }): Promise<void> {
  const account = legs[step.kind].credit;
  const held = await trx
    .selectFrom("ledger_transfers")
    .select("pledge_id")
    .select(sql<bigint>`sum(case when debit = ${account} then amount else -amount end)::bigint`.as("amount"))
    .where("proposal_id", "=", step.proposalId)
    .where("source_kind", "=", step.source.kind)
    .where("source_id", "=", step.source.id)
    .where((eb) => eb.or([eb("debit", "=", account), eb("credit", "=", account)]))
    .groupBy("pledge_id")
    .orderBy(sql`min(seq)`)
    .execute();
  for (const { pledge_id, amount } of held) {
    if (amount > 0n) await postTransfer(trx, { ...step, amount, pledgeId: pledge_id ?? undefined });
  }
}

/** Positive balances of one account by pledge, oldest arrival first; locks them, so that two draws of one fund can't see the same money. */
async function balancesByArrival(trx: Transaction<DB>, proposalId: string, account: LedgerAccount) {
  await trx.selectFrom("proposals").select("id").where("id", "=", proposalId).forUpdate().executeTakeFirstOrThrow();
  return trx
    .selectFrom("ledger_balances as b")
    .innerJoin("ledger_balances as arrival", (join) =>
      join
        .onRef("arrival.proposal_id", "=", "b.proposal_id")
        .onRef("arrival.pledge_id", "=", "b.pledge_id")
        .on("arrival.account", "=", "contribution"),
    )
    .select(["b.pledge_id", "b.balance"])
    .where("b.proposal_id", "=", proposalId)
    .where("b.account", "=", account)
    .where("b.balance", ">", 0n)
    .orderBy("arrival.first_seq")
    .execute();
}
