import { type Transaction, sql } from "kysely";
import { now } from "~/platform/clock.server";
import type { Day } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import { refusing } from "#db/refusals.server";
import { type LedgerAccount, type SourceKind, type TransferKind, legs } from "./ledger";

const refusals = {
  funds_committed_within_target: "target_exceeded",
  ledger_balances_not_negative: "fund_insufficient",
  ledger_transfers_reverses_key: "already_reversed",
  ledger_fund_missing: "fund_missing",
};

export type Transfer = {
  proposalId: string;
  kind: TransferKind;
  amount: Rupiah;
  pledgeId?: string | undefined;
  source: { kind: SourceKind; id: string };
  occurredOn: Day;
  postedBy: string | null;
};

/**
 * Posts one transfer and returns its number in the fund's chain. Refuses `target_exceeded` when commitments would pass the target
 * and `fund_insufficient` when an account would fall below zero; the database decides both, under the fund's lock.
 */
export function postTransfer(trx: Transaction<DB>, transfer: Transfer): Promise<bigint> {
  return post(trx, transfer, legs[transfer.kind], null);
}

export type TransfersOfOneKind = Pick<Transfer, "proposalId" | "kind" | "postedBy"> & {
  sourceKind: SourceKind;
  transfers: readonly { amount: Rupiah; sourceId: string; occurredOn: Day }[];
};

/** Posts transfers of one kind that belong to no pledge, in their order, as if one by one. Refuses what `postTransfer` refuses. */
export async function postTransfers(trx: Transaction<DB>, { transfers, ...same }: TransfersOfOneKind): Promise<void> {
  if (transfers.length === 0) return;
  const { debit, credit } = legs[same.kind];
  const query = sql`
    select ledger_post(${same.proposalId}::uuid, ${transfers.map(newId)}::uuid[], ${same.kind}::transfer_kind, ${debit}::ledger_account,
      ${credit}::ledger_account, ${transfers.map(({ amount }) => amount)}::bigint[], null, ${same.sourceKind},
      ${transfers.map(({ sourceId }) => sourceId)}::uuid[], null, ${transfers.map(({ occurredOn }) => occurredOn)}::date[],
      ${now()}::timestamptz, ${same.postedBy}::uuid)`;
  await refusing(query.execute(trx), refusals);
}

/** Posts the mirror image of an entry. A mistake is never edited; an entry is reversed at most once. */
export async function reverseTransfer(
  trx: Transaction<DB>,
  entry: { proposalId: string; seq: bigint },
  by: { occurredOn: Day; postedBy: string | null },
): Promise<bigint> {
  const original = await trx
    .selectFrom("ledger_transfers")
    .select(["kind", "debit", "credit", "amount", "pledge_id", "source_kind", "source_id"])
    .where("proposal_id", "=", entry.proposalId)
    .where("seq", "=", entry.seq)
    .executeTakeFirstOrThrow();
  return post(
    trx,
    {
      proposalId: entry.proposalId,
      kind: original.kind,
      amount: original.amount,
      pledgeId: original.pledge_id ?? undefined,
      source: { kind: original.source_kind as SourceKind, id: original.source_id },
      ...by,
    },
    { debit: original.credit, credit: original.debit },
    entry.seq,
  );
}

async function post(
  trx: Transaction<DB>,
  transfer: Transfer,
  { debit, credit }: { debit: LedgerAccount; credit: LedgerAccount },
  reverses: bigint | null,
): Promise<bigint> {
  const query = sql<{ seq: bigint }>`
    select ledger_post(${transfer.proposalId}, ${newId()}, ${transfer.kind}::transfer_kind, ${debit}::ledger_account,
      ${credit}::ledger_account, ${transfer.amount}::bigint, ${transfer.pledgeId ?? null}::uuid, ${transfer.source.kind},
      ${transfer.source.id}::uuid, ${reverses}::bigint, ${transfer.occurredOn}::date, ${now()}::timestamptz, ${transfer.postedBy}::uuid) as seq`;
  const result = await refusing(query.execute(trx), refusals);
  const row = result.rows[0];
  if (!row) throw new Error("ledger_post returned nothing");
  return row.seq;
}

/** Opens the fund of a program at publication, with its target as the ceiling of commitments. */
export async function openFund(trx: Transaction<DB>, proposalId: string, target: Rupiah): Promise<void> {
  await sql`select ledger_open_fund(${proposalId}::uuid, ${target}::bigint, ${now()}::timestamptz)`.execute(trx);
}

/** Moves the ceiling of a fund with its program's target (rupiah); refuses `target_exceeded` below what is committed. */
export async function setFundTarget(trx: Transaction<DB>, proposalId: string, target: Rupiah): Promise<void> {
  await refusing(sql`select ledger_set_target(${proposalId}::uuid, ${target}::bigint)`.execute(trx), refusals);
}
