import { type Kysely, sql } from "kysely";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import type { Flow } from "~/features/ledger/ledger";
import type { DB } from "#db/types.generated";
import { isShown } from "./open-need.server";

export type Named = { id: string; en: string };

/** What the pages beside a program's own say about it: its ledger, its reports. */
export type ProgramHeading = {
  id: string;
  slug: string;
  code: string;
  title: string;
  urgent: boolean;
  organization: { name: string; slug: string; element: string };
  district: { code: string; name: string };
  goals: number[];
  flow: Flow & { escrow: bigint; inTransit: bigint };
};

/** The heading of a program that has a public page, or undefined. */
export async function findProgramHeading(db: Kysely<DB>, slug: string): Promise<ProgramHeading | undefined> {
  const row = await db
    .selectFrom("proposals as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .leftJoin("areas as a", (join) => join.on(sql<boolean>`a.code = substr(p.area_code, 1, 8)`))
    .select([
      "p.id",
      "p.slug",
      "p.code",
      "p.title",
      "p.urgent",
      "o.name as organization",
      "o.slug as organizationSlug",
      "o.element",
      "a.code as districtCode",
      "a.name as district",
      sql<number[]>`array(select goal from proposal_goals g where g.proposal_id = p.id order by g.position, g.goal)`.as("goals"),
    ])
    .where("p.slug", "=", slug)
    .where(isShown)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    slug: row.slug,
    code: row.code ?? "",
    title: row.title,
    urgent: row.urgent,
    organization: { name: row.organization, slug: row.organizationSlug, element: row.element ?? "" },
    district: { code: row.districtCode ?? "", name: row.district ?? "" },
    goals: row.goals,
    flow: await flowOfProgram(db, row.id),
  };
}
