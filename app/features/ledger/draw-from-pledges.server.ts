import type { Transaction } from "kysely";
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

/** Moves onwards exactly what an earlier step moved for the same source, pledge by pledge: an acknowledgement follows its disbursement. */
export async function followSource(
  trx: Transaction<DB>,
  step: Omit<Draw, "amount" | "kind"> & { kind: TransferKind; after: TransferKind },
): Promise<void> {
  const moved = await trx
    .selectFrom("ledger_transfers as t")
    .select(["t.pledge_id", "t.amount"])
    .where("t.proposal_id", "=", step.proposalId)
    .where("t.source_kind", "=", step.source.kind)
    .where("t.source_id", "=", step.source.id)
    .where("t.kind", "=", step.after)
    .where("t.reverses", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("ledger_transfers as r")
            .select("r.seq")
            .whereRef("r.proposal_id", "=", "t.proposal_id")
            .whereRef("r.reverses", "=", "t.seq"),
        ),
      ),
    )
    .orderBy("t.seq")
    .execute();
  const { after: _, ...transfer } = step;
  for (const { pledge_id, amount } of moved) {
    await postTransfer(trx, { ...transfer, amount, pledgeId: pledge_id ?? undefined });
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
