import { type Kysely, sql } from "kysely";
import { flowOfCompany } from "~/features/ledger/ledger-queries.server";
import { type Flow, emptyFlow } from "~/features/ledger/ledger";
import { type Day, dayOf, daysBetween } from "~/kernel/dates";
import { type Rupiah, sum } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import { isShown, isShownOrganization } from "./open-need.server";

export type CompanyProgram = { slug: string; title: string; urgent: boolean; organization: string; status: string; flow: Flow };

/** How an instalment was paid: days before (negative) or after its due day. */
export type PaymentRecord = { program: string; amount: Rupiah; dueOn: Day; paidOn: Day; days: number };

export type CompanyProfile = {
  id: string;
  name: string;
  slug: string;
  about: string;
  companyType: "bumn" | "bumd" | "private";
  areaLabel: string;
  since: Day | undefined;
  verified: boolean;
  flow: Flow;
  cancelled: Rupiah;
  programs: CompanyProgram[];
  payments: PaymentRecord[];
};

/** A company of approved standing, or undefined. Its people and accounts stay inside. */
export async function findCompanyProfile(db: Kysely<DB>, slug: string): Promise<CompanyProfile | undefined> {
  const row = await db
    .selectFrom("organizations as o")
    .leftJoin("areas as a", (join) => join.on(sql<boolean>`a.code = substr(o.area_code, 1, 8)`))
    .select(["o.id", "o.name", "o.slug", "o.about", "o.company_type", "o.standing", "a.label"])
    .where("o.slug", "=", slug)
    .where("o.kind", "=", "company")
    .where(isShownOrganization)
    .executeTakeFirst();
  if (!row) return undefined;
  const [flow, programs, payments, first, cancelled] = await Promise.all([
    flowOfCompany(db, row.id),
    programsOfCompany(db, row.id),
    paymentRecord(db, row.id),
    firstPledge(db, row.id),
    cancelledPledges(db, row.id),
  ]);
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    about: row.about,
    companyType: row.company_type ?? "private",
    areaLabel: row.label ?? "",
    since: first,
    verified: row.standing === "approved",
    flow,
    cancelled,
    programs,
    payments,
  };
}

async function programsOfCompany(db: Kysely<DB>, companyId: string): Promise<CompanyProgram[]> {
  const rows = await db
    .selectFrom("funder_flow as f")
    .innerJoin("proposals as p", "p.id", "f.proposal_id")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select(["p.slug", "p.title", "p.urgent", "p.status", "o.name", "f.committed", "f.received", "f.disbursed", "f.accounted"])
    .where("f.company_id", "=", companyId)
    .where(isShown)
    .orderBy("f.committed", "desc")
    .orderBy("p.title")
    .execute();
  return rows.map((row) => ({
    slug: row.slug,
    title: row.title,
    urgent: row.urgent,
    organization: row.name,
    status: row.status,
    flow: {
      ...emptyFlow,
      target: row.committed ?? 0n,
      committed: row.committed ?? 0n,
      received: row.received ?? 0n,
      disbursed: row.disbursed ?? 0n,
      accounted: row.accounted ?? 0n,
    },
  }));
}

/** Instalments that arrived in full, by the day of their last bank line. */
async function paymentRecord(db: Kysely<DB>, companyId: string): Promise<PaymentRecord[]> {
  const { rows } = await sql<{ program: string; amount: bigint; due_on: Day; paid_on: Day }>`
    select p.title as program, y.amount, y.due_on, max(x.arrived_on) as paid_on
    from pledges g
    join payments y on y.proposal_id = g.proposal_id and y.pledge_id = g.id
    join proposals p on p.id = g.proposal_id
    join payment_arrivals x on x.proposal_id = y.proposal_id and x.payment_id = y.id
    where g.company_id = ${companyId}::uuid and y.status = 'received'
    group by p.title, y.proposal_id, y.id, y.amount, y.due_on
    order by paid_on`.execute(db);
  return rows.map((row) => ({
    program: row.program,
    amount: row.amount,
    dueOn: row.due_on,
    paidOn: row.paid_on,
    days: daysBetween(row.due_on, row.paid_on),
  }));
}

async function firstPledge(db: Kysely<DB>, companyId: string): Promise<Day | undefined> {
  const row = await db
    .selectFrom("pledges")
    .select("decided_at")
    .where("company_id", "=", companyId)
    .where("status", "in", ["committed", "settled"])
    .orderBy("decided_at")
    .limit(1)
    .executeTakeFirst();
  return row?.decided_at ? dayOf(row.decided_at) : undefined;
}

/** What was promised to a program and not kept. */
async function cancelledPledges(db: Kysely<DB>, companyId: string): Promise<Rupiah> {
  const rows = await db
    .selectFrom("pledges as p")
    .select("p.amount")
    .where("p.company_id", "=", companyId)
    .where("p.status", "in", ["cancelled", "lapsed"])
    .where("p.decided_at", "is not", null)
    .execute();
  return sum(rows.map((row) => row.amount));
}
