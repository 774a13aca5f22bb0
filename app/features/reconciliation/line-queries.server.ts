import type { Kysely } from "kysely";
import type { Day } from "~/kernel/dates";
import { isId, newId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import type { Reason } from "./matching/matching";
import { payoutOfLine } from "./payout-queries.server";

/** One bank line with where it came from and everything that was decided about it; undefined when there is none. */
export async function findLine(db: Kysely<DB>, id: string) {
  if (!isId(id)) return undefined;
  const line = await db
    .selectFrom("bank_lines as l")
    .innerJoin("bank_accounts as a", "a.id", "l.bank_account_id")
    .innerJoin("statement_imports as i", (join) =>
      join.onRef("i.bank_account_id", "=", "l.bank_account_id").onRef("i.id", "=", "l.import_id"),
    )
    .leftJoin("users as u", "u.id", "l.decided_by")
    .select([
      "l.id",
      "l.bank_account_id as bankAccountId",
      "l.booked_on as bookedOn",
      "l.sequence_of_day as sequenceOfDay",
      "l.line_number as lineNumber",
    ])
    .select(["l.direction", "l.amount", "l.allocated", "l.description", "l.balance_after as balanceAfter", "l.status"])
    .select(["l.ignored_reason_code as ignoredReason", "l.ignored_note as ignoredNote", "l.decided_at as decidedAt", "u.name as decidedBy"])
    .select(["a.bank_name as bankName", "a.number", "i.id as importId", "i.file_name as fileName", "i.imported_at as importedAt"])
    .where("l.id", "=", id)
    .executeTakeFirst();
  if (!line) return undefined;
  return {
    ...line,
    left: line.amount - line.allocated,
    allocations: await allocationsOfLine(db, id),
    disbursement: await disbursementOfLine(db, id),
    returned: (await returnOfLine(db, id)) ?? null,
    payout: (await payoutOfLine(db, id)) ?? null,
    history: await historyOfLine(db, id),
    restoreKey: newId(),
    releaseKey: newId(),
  };
}

export type LineView = NonNullable<Awaited<ReturnType<typeof findLine>>>;

export type AllocationView = {
  id: string;
  lineId: string;
  amount: Rupiah;
  reference: string;
  company: string;
  program: string;
  urgent: boolean;
  programSlug: string;
  automatic: boolean;
  score: number;
  reasons: Reason[];
  madeAt: Date;
  madeBy: string | null;
  reversedAt: Date | null;
  reversedBy: string | null;
  reversalReason: string | null;
  bookedOn: Day;
};

function allocations(db: Kysely<DB>) {
  return db
    .selectFrom("allocations as a")
    .innerJoin("payments as y", (join) => join.onRef("y.proposal_id", "=", "a.proposal_id").onRef("y.id", "=", "a.payment_id"))
    .innerJoin("pledges as p", (join) => join.onRef("p.proposal_id", "=", "a.proposal_id").onRef("p.id", "=", "a.pledge_id"))
    .innerJoin("organizations as c", "c.id", "p.company_id")
    .innerJoin("proposals as s", "s.id", "a.proposal_id")
    .innerJoin("bank_lines as l", (join) => join.onRef("l.bank_account_id", "=", "a.bank_account_id").onRef("l.id", "=", "a.bank_line_id"))
    .leftJoin("users as m", "m.id", "a.made_by")
    .leftJoin("users as r", "r.id", "a.reversed_by")
    .select([
      "a.id",
      "a.bank_line_id as lineId",
      "a.amount",
      "y.reference",
      "c.name as company",
      "s.title as program",
      "s.urgent",
      "s.slug as programSlug",
    ])
    .select(["a.automatic", "a.score", "a.reasons", "a.made_at as madeAt", "m.name as madeBy", "l.booked_on as bookedOn"])
    .select(["a.reversed_at as reversedAt", "r.name as reversedBy", "a.reversal_reason as reversalReason"]);
}

type AllocationRow = Awaited<ReturnType<ReturnType<typeof allocations>["executeTakeFirstOrThrow"]>>;

function asView(row: AllocationRow): AllocationView {
  const reasons = Array.isArray(row.reasons) ? (row.reasons as unknown as Reason[]).filter((reason) => typeof reason === "object") : [];
  return { ...row, reference: row.reference ?? "", programSlug: row.programSlug ?? "", reasons };
}

async function allocationsOfLine(db: Kysely<DB>, lineId: string): Promise<AllocationView[]> {
  const rows = await allocations(db).where("a.bank_line_id", "=", lineId).orderBy("a.made_at").orderBy("a.id").execute();
  return rows.map(asView);
}

export async function findAllocation(db: Kysely<DB>, id: string): Promise<AllocationView | undefined> {
  const row = isId(id) ? await allocations(db).where("a.id", "=", id).executeTakeFirst() : undefined;
  return row && asView(row);
}

async function disbursementOfLine(db: Kysely<DB>, lineId: string) {
  const present = await db
    .selectFrom("disbursements as d")
    .innerJoin("proposals as s", "s.id", "d.proposal_id")
    .innerJoin("organizations as o", "o.id", "s.organization_id")
    .select(["d.id", "d.reference", "d.amount", "d.executed_on as executedOn", "s.title as program", "o.name as community"])
    .where("d.bank_line_id", "=", lineId)
    .executeTakeFirst();
  return present ?? (await returns(db).where("r.bank_line_id", "=", lineId).executeTakeFirst()) ?? null;
}

/** The disbursement that came back by an incoming line. */
function returnOfLine(db: Kysely<DB>, lineId: string) {
  return returns(db).where("r.return_line_id", "=", lineId).executeTakeFirst();
}

function returns(db: Kysely<DB>) {
  return db
    .selectFrom("disbursement_returns as r")
    .innerJoin("proposals as s", "s.id", "r.proposal_id")
    .innerJoin("organizations as o", "o.id", "s.organization_id")
    .select([
      "r.disbursement_id as id",
      "r.reference",
      "r.amount",
      "r.executed_on as executedOn",
      "s.title as program",
      "o.name as community",
    ])
    .where("r.reversed_at", "is", null);
}

async function historyOfLine(db: Kysely<DB>, lineId: string) {
  const rows = await db
    .selectFrom("audit_log as a")
    .leftJoin("users as u", "u.id", "a.actor_id")
    .select(["a.id", "a.at", "a.action", "a.details", "u.name as actor"])
    .where("a.subject_kind", "=", "bank_line")
    .where("a.subject_id", "=", lineId)
    .orderBy("a.at", "desc")
    .orderBy("a.id", "desc")
    .execute();
  return rows.map(({ details, ...row }) => {
    const { amount, reason, note } = (details ?? {}) as { amount?: string; reason?: string; note?: string };
    return { ...row, amount: amount ? BigInt(amount) : null, reason: reason ?? null, note: note || null };
  });
}
