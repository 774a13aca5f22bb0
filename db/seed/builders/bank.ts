import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { platformFund } from "~/features/ledger/ledger";
import { postTransfer } from "~/features/ledger/post-transfer.server";
import { newId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { BuiltPledge } from "./pledges";

/** An escrow account of the platform with no opening balance. */
export async function buildBankAccount(db: Kysely<DB>): Promise<{ bankAccountId: string }> {
  const bankAccountId = newId();
  await db
    .insertInto("bank_accounts")
    .values({
      id: bankAccountId,
      bank_name: "Bank Contoh",
      number: String(BigInt(`0x${bankAccountId.replaceAll("-", "").slice(-15)}`))
        .slice(0, 16)
        .padStart(10, "7"),
      holder_name: "Yayasan Sinergi Contoh",
      opened_on: "2026-01-01",
      created_at: now(),
    })
    .execute();
  return { bankAccountId };
}

type LineToBuild = { bankAccountId: string; amount: Rupiah; description?: string };
type BuiltLine = { bankAccountId: string; lineId: string; amount: Rupiah };

/** An incoming line of a statement, with its deposit in the platform's fund, not yet matched. */
export async function buildIncomingLine(db: Kysely<DB>, line: LineToBuild): Promise<BuiltLine> {
  return db.transaction().execute(async (trx) => {
    const lineId = await insertLine(trx, { description: "TRSF E-BANKING CR", ...line, direction: "in" });
    await postTransfer(trx, {
      proposalId: platformFund,
      kind: "deposit",
      amount: line.amount,
      source: { kind: "bank_line", id: lineId },
      occurredOn: today(),
      postedBy: null,
    });
    return { bankAccountId: line.bankAccountId, lineId, amount: line.amount };
  });
}

/** An outgoing line of a statement, not yet matched. */
export async function buildOutgoingLine(db: Kysely<DB>, line: LineToBuild): Promise<BuiltLine> {
  const lineId = await db.transaction().execute((trx) => insertLine(trx, { description: "TRSF E-BANKING DB", ...line, direction: "out" }));
  return { bankAccountId: line.bankAccountId, lineId, amount: line.amount };
}

async function insertLine(
  trx: Kysely<DB>,
  { bankAccountId, amount, description, direction }: Required<LineToBuild> & { direction: "in" | "out" },
): Promise<string> {
  const [lineId, importId] = [newId(), newId()];
  const digest = createHash("sha256").update(lineId).digest("hex");
  await trx
    .insertInto("statement_imports")
    .values({
      bank_account_id: bankAccountId,
      id: importId,
      file_sha256: digest,
      file_name: "mutasi.csv",
      format: "builder",
      lines_in_file: 1,
      lines_new: 1,
      lines_known: 0,
      imported_at: now(),
    })
    .execute();
  await trx
    .insertInto("bank_lines")
    .values({
      bank_account_id: bankAccountId,
      id: lineId,
      import_id: importId,
      fingerprint: digest,
      line_number: 1,
      booked_on: today(),
      sequence_of_day: 1,
      direction,
      amount,
      description,
      status: "imported",
    })
    .execute();
  return lineId;
}

/** Money of a pledge that has arrived: every instalment paid in full by one bank line each, allocated and in the program's fund. */
export async function buildReceivedMoney(
  db: Kysely<DB>,
  { pledge, bankAccountId, first = pledge.payments.length }: { pledge: BuiltPledge; bankAccountId?: string; first?: number },
): Promise<{ bankAccountId: string; allocations: { allocationId: string; paymentId: string; lineId: string }[] }> {
  const account = bankAccountId ?? (await buildBankAccount(db)).bankAccountId;
  const allocations: { allocationId: string; paymentId: string; lineId: string }[] = [];
  for (const payment of pledge.payments.slice(0, first)) {
    const line = await buildIncomingLine(db, { bankAccountId: account, amount: payment.amount, description: `TRSF ${payment.reference}` });
    const allocationId = newId();
    const source = { kind: "allocation", id: allocationId } as const;
    const entry = { amount: payment.amount, source, occurredOn: today(), postedBy: null };
    await db.transaction().execute(async (trx) => {
      await trx
        .insertInto("allocations")
        .values({
          proposal_id: pledge.proposalId,
          id: allocationId,
          payment_id: payment.paymentId,
          pledge_id: pledge.pledgeId,
          bank_account_id: account,
          bank_line_id: line.lineId,
          amount: payment.amount,
          automatic: true,
          score: 100,
          reasons: JSON.stringify(["exact_reference"]),
          made_at: now(),
        })
        .execute();
      await trx
        .updateTable("bank_lines")
        .set({ status: "posted", allocated: payment.amount })
        .where("bank_account_id", "=", account)
        .where("id", "=", line.lineId)
        .execute();
      await trx
        .updateTable("payments")
        .set({ status: "received", received: payment.amount })
        .where("proposal_id", "=", pledge.proposalId)
        .where("id", "=", payment.paymentId)
        .execute();
      await postTransfer(trx, { proposalId: platformFund, kind: "match", ...entry });
      await postTransfer(trx, { proposalId: pledge.proposalId, kind: "receipt", pledgeId: pledge.pledgeId, ...entry });
      if (allocations.length + 1 === pledge.payments.length) await settle(trx, pledge);
    });
    allocations.push({ allocationId, paymentId: payment.paymentId, lineId: line.lineId });
  }
  return { bankAccountId: account, allocations };
}

async function settle(trx: Kysely<DB>, pledge: BuiltPledge): Promise<void> {
  await trx
    .updateTable("pledges")
    .set({ status: "settled" })
    .where("proposal_id", "=", pledge.proposalId)
    .where("id", "=", pledge.pledgeId)
    .execute();
}
