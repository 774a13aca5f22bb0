import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import type { PledgeProgram } from "./pledge-queries.server";

type Reader = Kysely<DB> | Transaction<DB>;

/** A company's money in one program, over all its pledges there. */
export type PortfolioRow = { program: PledgeProgram; committed: Rupiah; received: Rupiah; disbursed: Rupiah; accounted: Rupiah };

/** Every program in which a company's commitments stand, the largest first. */
export async function companyPortfolio(db: Reader, companyId: string): Promise<PortfolioRow[]> {
  const { rows } = await sql<PledgeProgram & Omit<PortfolioRow, "program">>`
    select s.slug, s.code, s.title, s.urgent, s.status, o.name as community, coalesce(o.element::text, '') as element,
      sum(f.committed)::bigint as committed, sum(f.received)::bigint as received,
      sum(f.disbursed)::bigint as disbursed, sum(f.accounted)::bigint as accounted
    from pledge_flow f
    join proposals s on s.id = f.proposal_id
    join organizations o on o.id = s.organization_id
    where f.company_id = ${companyId} and f.committed > 0
    group by s.id, o.id
    order by sum(f.committed) desc, s.id`.execute(db);
  return rows.map(({ committed, received, disbursed, accounted, ...program }) => ({ program, committed, received, disbursed, accounted }));
}

export type GoalShare = { goal: number; nameId: string; nameEn: string; committed: Rupiah };

/** A company's commitments by the primary goal of their programs, so that nothing counts twice; the largest first. */
export async function companyGoals(db: Reader, companyId: string): Promise<GoalShare[]> {
  const { rows } = await sql<GoalShare>`
    select g.number as goal, g.name_id as "nameId", g.name_en as "nameEn", sum(f.committed)::bigint as committed
    from pledge_flow f
    join proposal_goals pg on pg.proposal_id = f.proposal_id and pg.position = 0
    join development_goals g on g.number = pg.goal
    where f.company_id = ${companyId} and f.committed > 0
    group by g.number
    order by sum(f.committed) desc, g.number`.execute(db);
  return rows;
}

export type FundedReport = {
  slug: string;
  title: string;
  urgent: boolean;
  n: number;
  headline: string;
  status: "published" | "verifying" | "awaited";
  /** When it was published; null before. */
  publishedAt: Date | null;
  executedOn: Day | null;
};

/** Impact reports of the programs that a company funds, and the tranches whose report is still awaited; the latest first. */
export async function reportsForCompany(db: Reader, companyId: string): Promise<FundedReport[]> {
  const { rows } = await sql<FundedReport>`
    select s.slug, s.title, s.urgent, d.tranche_n as n, coalesce(r.headline, '') as headline, r.published_at as "publishedAt", d.executed_on as "executedOn",
      case when r.status = 'published' then 'published' when r.status in ('submitted', 'verifying') then 'verifying' else 'awaited' end as status
    from disbursements d
    join proposals s on s.id = d.proposal_id
    left join reports r on r.proposal_id = d.proposal_id and r.tranche_n = d.tranche_n
    where d.status = 'acknowledged'
      and exists (select from pledge_flow f where f.company_id = ${companyId} and f.proposal_id = d.proposal_id and f.committed > 0)
    order by coalesce(r.published_at, d.acknowledged_at) desc, s.id, d.tranche_n desc
    limit 6`.execute(db);
  return rows;
}

export type NextTranche = {
  slug: string;
  title: string;
  urgent: boolean;
  n: number;
  amount: Rupiah;
  plannedOn: Day;
  /** Where its disbursement stands; null while the community has not asked for it. */
  status: "requested" | "prepared" | "approved" | "sent" | "returned" | null;
};

/** The next tranche of each program that a company funds, planned up to a day; the earliest first. */
export async function nextTranches(db: Reader, companyId: string, until: Day): Promise<NextTranche[]> {
  const { rows } = await sql<NextTranche>`
    select * from (
      select distinct on (s.id) s.slug, s.title, s.urgent, t.n, t.amount, t.planned_on as "plannedOn", d.status
      from tranches t
      join proposals s on s.id = t.proposal_id and s.status in ('published', 'running')
      left join disbursements d on d.proposal_id = t.proposal_id and d.tranche_n = t.n and d.status <> 'rejected'
      where (d.status is null or d.status in ('requested', 'prepared', 'approved', 'sent', 'returned'))
        and exists (select from pledge_flow f where f.company_id = ${companyId} and f.proposal_id = t.proposal_id and f.committed > 0)
      order by s.id, t.n
    ) next
    where "plannedOn" <= ${until}::date
    order by "plannedOn", slug`.execute(db);
  return rows;
}

/** What was due and what arrived in one quarter of a year. */
export type Quarter = { quarter: 1 | 2 | 3 | 4; due: Rupiah; received: Rupiah };

/** A company's payments over the quarters of a year: due by their days, received by the days on which the money arrived. */
export async function paymentsByQuarter(db: Reader, companyId: string, year: number): Promise<Quarter[]> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const { rows } = await sql<Quarter>`
    with due as (
      select extract(quarter from y.due_on)::int as quarter, sum(y.amount) as amount
      from payments y
      join pledges p on p.proposal_id = y.proposal_id and p.id = y.pledge_id
      where p.company_id = ${companyId} and y.due_on between ${from}::date and ${to}::date
        and y.status in ('expected', 'partly_received', 'received')
      group by 1
    ), arrived as (
      select extract(quarter from t.occurred_on)::int as quarter, sum(case when t.reverses is null then t.amount else -t.amount end) as amount
      from ledger_transfers t
      join pledges p on p.proposal_id = t.proposal_id and p.id = t.pledge_id
      where p.company_id = ${companyId} and t.kind in ('receipt', 'card_receipt') and t.occurred_on between ${from}::date and ${to}::date
      group by 1
    )
    select q.quarter, coalesce(due.amount, 0)::bigint as due, coalesce(arrived.amount, 0)::bigint as received
    from generate_series(1, 4) as q (quarter)
    left join due on due.quarter = q.quarter
    left join arrived on arrived.quarter = q.quarter
    order by q.quarter`.execute(db);
  return rows;
}
