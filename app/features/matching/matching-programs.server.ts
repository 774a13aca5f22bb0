import { type Kysely, sql } from "kysely";
import { isOpen, openNeed } from "~/features/reporting/open-need.server";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type Candidate, type Fit, fitOf } from "./fit";
import { type Focus, isSaid } from "./focus";

export type MatchingProgram = Candidate & {
  id: string;
  slug: string;
  title: string;
  urgent: boolean;
  organization: string;
  element: string;
  district: string;
  fit: Fit;
};

/** More programs than this are not weighed: those that need most are looked at first. */
const mostWeighed = 500;

/**
 * Open programs that answer what a company looks for, the best fit first, then those that need most; at most `most`. Programs that fit
 * nothing are left out, and so are those in which the company's money is already and those whose pledges are frozen.
 */
export async function matchingPrograms(db: Kysely<DB>, companyId: string, focus: Focus, most: number): Promise<MatchingProgram[]> {
  if (!(["areas", "pillars", "goals", "ticket"] as const).some((part) => isSaid(focus, part))) return [];
  return (await candidates(db, companyId, focus))
    .flatMap((program) => {
      const fit = fitOf(focus, program);
      return fit && fit.score > 0 ? [{ ...program, fit }] : [];
    })
    .sort((a, b) => b.fit.score - a.fit.score || Number(b.need - a.need) || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}

async function candidates(db: Kysely<DB>, companyId: string, { areas, pillars, goals, ticket }: Focus) {
  const codes = areas.map(({ code }) => code);
  const day = today();
  const { rows } = await sql<Omit<MatchingProgram, "fit">>`
    select * from (
      select p.id, p.slug, p.title, p.urgent, o.name as organization, coalesce(o.element::text, '') as element, coalesce(d.name, '') as district,
        p.pillar, ${openNeed(day)} as need,
        -- Who could be harmed by being found is never placed more exactly than the district.
        case when exists (select from proposal_needs n join need_groups g on g.code = n.need_code where n.proposal_id = p.id and g.sensitive)
          then substr(p.area_code, 1, 8) else p.area_code end as "areaCode",
        array(select goal from proposal_goals g where g.proposal_id = p.id order by g.position, g.goal) as goals
      from proposals p
      join funds f on f.proposal_id = p.id
      join organizations o on o.id = p.organization_id
      left join areas d on d.code = substr(p.area_code, 1, 8)
      where ${isOpen(day)} and p.area_code is not null and f.target > f.committed
        and not exists (select from pledge_flow x where x.proposal_id = p.id and x.company_id = ${companyId}::uuid and x.committed > 0)
        and not exists (select from organization_freezes z where z.organization_id in (o.id, o.sponsor_id) and z.lifted_at is null
          and z.scope in ('pledges', 'all'))
    ) c
    where c.pillar = any(${pillars}::csr_pillar[]) or c.goals && ${goals}::int[]
      or exists (select from unnest(${codes}::text[]) w (code) where c."areaCode" = w.code or c."areaCode" like w.code || '.%')
      or (${ticket.min}::bigint is not null and c.need >= ${ticket.min}::bigint)
      or (${ticket.min}::bigint is null and ${ticket.max}::bigint is not null)
    order by c.need desc, c.id
    limit ${mostWeighed}`.execute(db);
  return rows;
}
