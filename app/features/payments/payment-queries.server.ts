import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";

type Reader = Kysely<DB> | Transaction<DB>;

/** A payment for which money may still arrive, as the matcher weighs it against bank lines. */
export type OpenPayment = {
  proposalId: string;
  paymentId: string;
  pledgeId: string;
  companyId: string;
  companyName: string;
  /** What the bank wrote on earlier transfers of this company: how its payer name looks on a statement. */
  earlierDescriptions: string[];
  programTitle: string;
  urgent: boolean;
  programSlug: string;
  programCode: string;
  communityName: string;
  n: number;
  of: number;
  reference: string;
  amount: Rupiah;
  left: Rupiah;
  dueOn: Day;
};

export type OpenPaymentFilter = {
  /** Only these references ("SNG260417K"). */
  references?: readonly string[];
  companyId?: string;
  proposalId?: string;
  /** Words of the company, the program or the reference, for a search by hand. */
  search?: string;
  limit?: number;
};

/** Payments that are still expected, in order of their due days, then by id: the same order every time. */
export async function openPayments(db: Reader, filter: OpenPaymentFilter = {}): Promise<OpenPayment[]> {
  if (filter.references?.length === 0) return [];
  const rows = await openPaymentRows(db)
    .$if(filter.references !== undefined, (q) => q.where("y.reference", "=", sql<string>`any(${filter.references}::text[])`))
    .$if(filter.companyId !== undefined, (q) => q.where("p.company_id", "=", filter.companyId ?? ""))
    .$if(filter.proposalId !== undefined, (q) => q.where("y.proposal_id", "=", filter.proposalId ?? ""))
    .$if(Boolean(filter.search), (q) => {
      const like = `%${(filter.search ?? "").replace(/[\\%_]/g, "\\$&")}%`;
      const packed = `%${(filter.search ?? "").toUpperCase().replace(/[^A-Z0-9]/g, "")}%`;
      return q.where((eb) =>
        eb.or([
          eb("c.name", "ilike", like),
          eb("s.title", "ilike", like),
          eb("s.code", "ilike", like),
          ...(packed === "%%" ? [] : [eb("y.reference", "like", packed)]),
        ]),
      );
    })
    .$if(filter.limit !== undefined, (q) => q.limit(filter.limit ?? 50))
    .execute();
  const seen = await descriptionsSeen(db, [...new Set(rows.map((row) => row.companyId))]);
  return rows.map(({ received, ...row }) => ({
    ...row,
    reference: row.reference ?? "",
    programCode: row.programCode ?? "",
    left: row.amount - received,
    earlierDescriptions: seen.get(row.companyId) ?? [],
  }));
}

function openPaymentRows(db: Reader) {
  return db
    .selectFrom("payments as y")
    .innerJoin("pledges as p", (join) => join.onRef("p.proposal_id", "=", "y.proposal_id").onRef("p.id", "=", "y.pledge_id"))
    .innerJoin("proposals as s", "s.id", "y.proposal_id")
    .innerJoin("organizations as c", "c.id", "p.company_id")
    .innerJoin("organizations as o", "o.id", "s.organization_id")
    .select(["y.proposal_id as proposalId", "y.id as paymentId", "y.pledge_id as pledgeId", "y.n", "y.reference", "y.amount", "y.received"])
    .select(["y.due_on as dueOn", "c.id as companyId", "c.name as companyName", "o.name as communityName"])
    .select(["s.title as programTitle", "s.urgent", "s.slug as programSlug", "s.code as programCode"])
    .select(sql<number>`(select count(*) from payments a where a.proposal_id = y.proposal_id and a.pledge_id = y.pledge_id)::int`.as("of"))
    .where("y.status", "in", ["expected", "partly_received"])
    .where("p.status", "=", "committed")
    .orderBy("y.due_on")
    .orderBy("y.id");
}

/** The bank's words on transfers already allocated to a company, newest first, at most eight different ones each. */
async function descriptionsSeen(db: Reader, companyIds: readonly string[]): Promise<Map<string, string[]>> {
  if (companyIds.length === 0) return new Map();
  const { rows } = await sql<{ companyId: string; descriptions: string[] }>`
    select c.id as "companyId", array(
      select l.description
      from allocations a
      join pledges p on p.proposal_id = a.proposal_id and p.id = a.pledge_id
      join bank_lines l on l.bank_account_id = a.bank_account_id and l.id = a.bank_line_id
      where p.company_id = c.id and a.reversed_at is null
      group by l.description
      order by max(a.made_at) desc, l.description
      limit 8
    ) as descriptions
    from unnest(${companyIds}::uuid[]) as c (id)`.execute(db);
  return new Map(rows.map((row) => [row.companyId, row.descriptions]));
}

/** Which payment a reference leads to, whatever its state; undefined when it was never given out. */
export async function findPaymentByReference(
  db: Reader,
  reference: string,
): Promise<{ proposalId: string; paymentId: string } | undefined> {
  return db
    .selectFrom("payment_references")
    .select(["proposal_id as proposalId", "payment_id as paymentId"])
    .where("reference", "=", reference)
    .executeTakeFirst();
}
