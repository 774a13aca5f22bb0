import type { Kysely, Transaction } from "kysely";
import type { Day } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import type { DisbursementStatus } from "./disbursement";

type Reader = Kysely<DB> | Transaction<DB>;

export type DisbursementRow = {
  id: string;
  proposalId: string;
  trancheN: number;
  trancheTitle: string;
  amount: Rupiah;
  status: DisbursementStatus;
  reference: string;
  programTitle: string;
  urgent: boolean;
  programCode: string | null;
  programSlug: string;
  communityName: string;
  requestedAt: Date;
  plannedOn: Day | null;
  executedOn: Day | null;
  acknowledgedAt: Date | null;
  returnReason: string | null;
};

function rows(db: Reader) {
  return db
    .selectFrom("disbursements as d")
    .innerJoin("proposals as p", "p.id", "d.proposal_id")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .innerJoin("tranches as t", (join) => join.onRef("t.proposal_id", "=", "d.proposal_id").onRef("t.n", "=", "d.tranche_n"))
    .select([
      "d.id",
      "d.proposal_id as proposalId",
      "d.tranche_n as trancheN",
      "t.title as trancheTitle",
      "d.amount",
      "d.status",
      "d.reference",
    ])
    .select(["p.title as programTitle", "p.urgent", "p.code as programCode", "p.slug as programSlug", "o.name as communityName"])
    .select(["d.requested_at as requestedAt", "t.planned_on as plannedOn", "d.executed_on as executedOn"])
    .select(["d.acknowledged_at as acknowledgedAt", "d.return_reason as returnReason"]);
}

/** Disbursements for the desk: those that wait for somebody first, oldest request first. */
export function disbursementsWithStatus(db: Reader, statuses: readonly DisbursementStatus[], limit = 100): Promise<DisbursementRow[]> {
  return rows(db).where("d.status", "in", statuses).orderBy("d.requested_at").orderBy("d.id").limit(limit).execute();
}

export type DisbursementDetail = DisbursementRow & {
  programStatus: string;
  condition: string;
  requestNote: string;
  payee: { bankName: string; number: string; holderName: string; kind: "own" | "sponsor" | "village_treasury"; verifiedAt: Date | null };
  requestedBy: string;
  preparedBy: string | null;
  preparedAt: Date | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  sentAt: Date | null;
  executedAt: Date | null;
  bankReference: string | null;
  rejectedAt: Date | null;
  rejectionReason: string | null;
  returnedAt: Date | null;
  trancheCount: number;
  /** Earlier attempts that the bank carried out and sent back, oldest first. */
  returns: { reference: string; executedAt: Date | null; bankReference: string; returnedAt: Date; reason: string; lineId: string }[];
};

/** One disbursement for the desk, by its id alone. */
export async function findDisbursement(db: Reader, disbursementId: string): Promise<DisbursementDetail | undefined> {
  if (!isId(disbursementId)) return undefined;
  const row = await rows(db)
    .innerJoin("payee_accounts as a", "a.id", "d.payee_account_id")
    .select(["p.status as programStatus", "t.condition", "d.request_note as requestNote", "d.requested_by as requestedBy"])
    .select(["d.prepared_by as preparedBy", "d.prepared_at as preparedAt", "d.approved_by as approvedBy", "d.approved_at as approvedAt"])
    .select(["d.sent_at as sentAt", "d.executed_at as executedAt", "d.bank_reference as bankReference", "d.rejected_at as rejectedAt"])
    .select(["d.rejection_reason as rejectionReason", "d.returned_at as returnedAt"])
    .select(["a.bank_name", "a.account_number", "a.holder_name", "a.kind", "a.verified_at"])
    .select((eb) =>
      eb
        .selectFrom("tranches as c")
        .select((count) => count.fn.countAll<bigint>().as("n"))
        .whereRef("c.proposal_id", "=", "d.proposal_id")
        .as("trancheCount"),
    )
    .where("d.id", "=", disbursementId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { bank_name, account_number, holder_name, kind, verified_at, trancheCount, ...detail } = row;
  return {
    ...detail,
    trancheCount: Number(trancheCount ?? 0n),
    returns: await returnsOf(db, detail),
    payee: { bankName: bank_name, number: account_number, holderName: holder_name, kind, verifiedAt: verified_at },
  };
}

function returnsOf(db: Reader, { proposalId, id }: { proposalId: string; id: string }): Promise<DisbursementDetail["returns"]> {
  return db
    .selectFrom("disbursement_returns")
    .select(["reference", "executed_at as executedAt", "bank_reference as bankReference", "returned_at as returnedAt", "reason"])
    .select("return_line_id as lineId")
    .where("proposal_id", "=", proposalId)
    .where("disbursement_id", "=", id)
    .where("reversed_at", "is", null)
    .orderBy("returned_at")
    .execute();
}
