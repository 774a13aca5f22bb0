import { type Kysely, sql } from "kysely";
import type { DB } from "#db/types.generated";

/** Of the programs with a company's money in them, how many lie where it operates. */
export async function programsInArea(db: Kysely<DB>, companyId: string): Promise<{ inside: number; all: number }> {
  const { rows } = await sql<{ inside: number; all: number }>`
    select count(*)::int as all,
      (count(*) filter (where exists (select from company_areas c where c.organization_id = ${companyId}::uuid
        and (p.area_code = c.area_code or p.area_code like c.area_code || '.%'))))::int as inside
    from proposals p
    where p.id in (select proposal_id from pledge_flow where company_id = ${companyId}::uuid and committed > 0)`.execute(db);
  return rows[0] ?? { inside: 0, all: 0 };
}
