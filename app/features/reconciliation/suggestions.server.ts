import type { Kysely, Transaction } from "kysely";
import { openPayments } from "~/features/payments/payment-queries.server";
import type { Day } from "~/kernel/dates";
import type { DB } from "#db/types.generated";
import type { OpenLine, Suggestion } from "./matching/matching";
import type { OpenDisbursement } from "./matching/outgoing";
import { suggestFor } from "./matching/suggest";
import { indexPayments } from "./matching/weigh";

type Reader = Kysely<DB> | Transaction<DB>;

/** Lines that are still to be decided, newest first. */
export async function openLines(db: Reader, limit = 500): Promise<(OpenLine & { amount: bigint })[]> {
  const rows = await db
    .selectFrom("bank_lines")
    .select(["bank_account_id as bankAccountId", "id", "booked_on as bookedOn", "sequence_of_day as sequenceOfDay"])
    .select(["direction", "description", "amount", "allocated"])
    .where("status", "in", ["imported", "matched"])
    .orderBy("booked_on", "desc")
    .orderBy("sequence_of_day", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  const takenBack = await paymentsTakenBack(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ allocated, ...row }) => ({ ...row, left: row.amount - allocated, takenBack: takenBack.get(row.id) ?? [] }));
}

async function paymentsTakenBack(db: Reader, lineIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (lineIds.length === 0) return found;
  const rows = await db
    .selectFrom("allocations")
    .select(["bank_line_id", "payment_id"])
    .where("bank_line_id", "in", lineIds)
    .where("reversed_at", "is not", null)
    .execute();
  for (const { bank_line_id, payment_id } of rows) found.set(bank_line_id, [...(found.get(bank_line_id) ?? []), payment_id]);
  return found;
}

/** The suggestions for one open line, as they are at this moment. */
export async function suggestionsForLine(db: Reader, lineId: string): Promise<Suggestion[]> {
  const lines = await openLines(db);
  const line = lines.find(({ id }) => id === lineId);
  return line ? suggestFor(line, indexPayments(await openPayments(db)), lines) : [];
}

/** Disbursements that left according to the books, whose line at the bank is not found yet; those that came back since, too. */
export async function openDisbursements(db: Reader): Promise<OpenDisbursement[]> {
  const open = await executed(db).where("d.status", "in", ["executed", "acknowledged"]).where("d.bank_line_id", "is", null).execute();
  const cameBack = await db
    .selectFrom("disbursement_returns as r")
    .innerJoin("disbursements as d", (join) => join.onRef("d.proposal_id", "=", "r.proposal_id").onRef("d.id", "=", "r.disbursement_id"))
    .innerJoin("proposals as s", "s.id", "r.proposal_id")
    .innerJoin("organizations as o", "o.id", "s.organization_id")
    .innerJoin("payee_accounts as a", "a.id", "r.payee_account_id")
    .select(["r.proposal_id as proposalId", "r.disbursement_id as disbursementId", "r.amount", "r.reference", "d.tranche_n as trancheN"])
    .select([
      "r.bank_reference as bankReference",
      "r.executed_on as executedOn",
      "s.title as programTitle",
      "s.urgent",
      "s.slug as programSlug",
    ])
    .select(["o.name as communityName", "a.holder_name as payeeName"])
    .where("r.bank_line_id", "is", null)
    .where("r.reversed_at", "is", null)
    .execute();
  return [...open, ...cameBack].map(asOpen).sort((a, b) => (a.executedOn + a.reference < b.executedOn + b.reference ? -1 : 1));
}

/** Disbursements on their way to the community: what the bank may still send back. */
export async function returnableDisbursements(db: Reader): Promise<OpenDisbursement[]> {
  return (await executed(db).where("d.status", "=", "executed").execute()).map(asOpen);
}

function executed(db: Reader) {
  return db
    .selectFrom("disbursements as d")
    .innerJoin("proposals as s", "s.id", "d.proposal_id")
    .innerJoin("organizations as o", "o.id", "s.organization_id")
    .innerJoin("payee_accounts as a", "a.id", "d.payee_account_id")
    .select(["d.proposal_id as proposalId", "d.id as disbursementId", "d.amount", "d.reference", "d.tranche_n as trancheN"])
    .select([
      "d.bank_reference as bankReference",
      "d.executed_on as executedOn",
      "s.title as programTitle",
      "s.urgent",
      "s.slug as programSlug",
    ])
    .select(["o.name as communityName", "a.holder_name as payeeName"]);
}

type Row = Omit<OpenDisbursement, "bankReference" | "executedOn" | "programSlug"> & {
  bankReference: string | null;
  executedOn: Day | null;
  programSlug: string | null;
};

function asOpen(row: Row): OpenDisbursement {
  return { ...row, bankReference: row.bankReference ?? "", executedOn: row.executedOn ?? "", programSlug: row.programSlug ?? "" };
}
