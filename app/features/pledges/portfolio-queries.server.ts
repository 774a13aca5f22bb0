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
    select s.slug, s.code, s.title, s.status, o.name as community, coalesce(o.element::text, '') as element,
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
    select s.slug, s.title, d.tranche_n as n, coalesce(r.headline, '') as headline, r.published_at as "publishedAt", d.executed_on as "executedOn",
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
