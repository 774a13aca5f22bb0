import { type Kysely, sql } from "kysely";
import type { DB } from "#db/types.generated";
import { indicatorKinds } from "#db/reference/indicator-kinds";
import { isShown } from "./open-need.server";
import type { Named } from "./public-program.server";

/** What programs that measure the same thing planned and have reached together, in the unit of the catalogue. */
export type IndicatorTotal = {
  code: string;
  name: Named;
  unit: Named;
  definition: Named;
  programs: number;
  /** Decimals as text. How things were before; undefined where no program measured it. */
  baseline: string | undefined;
  target: string;
  actual: string;
};

/**
 * The results of indicators of the catalogue, over public programs or over those in which a company's commitments stand: of each
 * indicator the last value in a published report, with the plan of the same programs beside it. What nobody has measured yet counts on
 * neither side, and kinds that don't add up (shares, scores) are left out.
 */
export async function indicatorTotals(db: Kysely<DB>, funder?: { companyId: string }): Promise<IndicatorTotal[]> {
  const funded = funder
    ? sql<boolean>`exists (select from pledge_flow f where f.proposal_id = p.id and f.company_id = ${funder.companyId} and f.committed > 0)`
    : sql<boolean>`true`;
  const { rows } = await sql<Sums>`
    with latest as (
      select distinct on (x.proposal_id, x.indicator_id) x.proposal_id, x.indicator_id, x.actual
      from indicator_results x
      join reports r on r.proposal_id = x.proposal_id and r.id = x.report_id and r.status = 'published'
      where x.actual is not null
      order by x.proposal_id, x.indicator_id, r.tranche_n desc
    )
    select i.code, count(distinct p.id)::int as programs,
      sum(i.baseline)::text as baseline, sum(i.target)::text as target, sum(l.actual)::text as actual
    from latest l
    join indicators i on i.proposal_id = l.proposal_id and i.id = l.indicator_id
    join proposals p on p.id = l.proposal_id
    where i.code is not null and i.target is not null and ${isShown} and ${funded}
    group by i.code`.execute(db);
  return indicatorKinds.flatMap((kind) => {
    const sums = rows.find(({ code }) => code === kind.code);
    if (!sums || !kind.adds) return [];
    const { code, programs, baseline, target, actual } = sums;
    const name = { id: kind.nameId, en: kind.nameEn };
    const unit = { id: kind.unit, en: kind.unitEn };
    const definition = { id: kind.definitionId, en: kind.definitionEn };
    return [{ code, name, unit, definition, programs, baseline: baseline ?? undefined, target, actual }];
  });
}

type Sums = { code: string; programs: number; baseline: string | null; target: string; actual: string };
