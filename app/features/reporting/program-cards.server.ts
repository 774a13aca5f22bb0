import { type Kysely, sql } from "kysely";
import type { WomanLed } from "~/features/leading/lead";
import { womenLedOf } from "~/features/leading/women-led.server";
import type { Flow } from "~/features/ledger/ledger";
import type { Day } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

export type PublicStatus = "published" | "running" | "completed" | "expired" | "suspended";

/** A program as cards and lists show it. `need` is the name of the first need group in both languages. */
export type ProgramCard = {
  id: string;
  slug: string;
  code: string;
  title: string;
  status: PublicStatus;
  organization: { name: string; slug: string; element: string };
  areaCode: string;
  districtName: string;
  needName: { id: string; en: string } | undefined;
  beneficiaries: number | undefined;
  beneficiaryUnit: string;
  goals: number[];
  flow: Flow;
  open: boolean;
  openUntil: Day;
  publishedAt: Date;
  ledByWoman: WomanLed;
  urgent: boolean;
};

/** Cards in the order of the ids. The four figures come from the ledger's view. */
export async function programCards(db: Kysely<DB>, ids: readonly string[]): Promise<ProgramCard[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("proposals as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .innerJoin("program_flow as flow", "flow.proposal_id", "p.id")
    .leftJoin("published_beneficiaries as people", "people.proposal_id", "p.id")
    .leftJoin("areas as district", (join) => join.on(sql<boolean>`district.code = substr(p.area_code, 1, 8)`))
    .leftJoin("proposal_needs as n", (join) => join.onRef("n.proposal_id", "=", "p.id").on("n.position", "=", 0))
    .leftJoin("need_groups as need", "need.code", "n.need_code")
    .select([
      "p.id",
      "p.slug",
      "p.code",
      "p.title",
      "p.status",
      "p.area_code",
      "people.beneficiaries",
      "p.beneficiary_unit",
      "p.open_until",
      "p.published_at",
      "p.urgent",
      "o.name as organization",
      "o.slug as organization_slug",
      "o.element",
      "district.name as district",
      "need.name_id",
      "need.name_en",
      "flow.target",
      "flow.committed",
      "flow.received",
      "flow.disbursed",
      "flow.accounted",
      sql<number[]>`array(select goal from proposal_goals g where g.proposal_id = p.id order by g.position, g.goal)`.as("goals"),
    ])
    .where("p.id", "in", [...ids])
    // Named again for the view, so that it sums these programs alone.
    .where("flow.proposal_id", "in", [...ids])
    .execute();
  const led = await womenLedOf(db, ids);
  const cards = new Map(rows.map((row) => [row.id, { ...asCard(row), ledByWoman: led.get(row.id) ?? null }]));
  return ids.flatMap((id) => cards.get(id) ?? []);
}

type Row = {
  id: string;
  slug: string;
  code: string | null;
  title: string;
  status: string;
  area_code: string | null;
  beneficiaries: number | null;
  beneficiary_unit: string;
  open_until: Day | null;
  published_at: Date | null;
  urgent: boolean;
  organization: string;
  organization_slug: string;
  element: string | null;
  district: string | null;
  name_id: string | null;
  name_en: string | null;
  goals: number[];
} & { [K in keyof Flow]: bigint | null };

function asCard(row: Row): Omit<ProgramCard, "ledByWoman"> {
  const openUntil = row.open_until ?? today();
  return {
    id: row.id,
    slug: row.slug,
    code: row.code ?? "",
    title: row.title,
    status: row.status as PublicStatus,
    organization: { name: row.organization, slug: row.organization_slug, element: row.element ?? "" },
    areaCode: row.area_code ?? "",
    districtName: row.district ?? "",
    needName: row.name_id && row.name_en ? { id: row.name_id, en: row.name_en } : undefined,
    beneficiaries: row.beneficiaries ?? undefined,
    beneficiaryUnit: row.beneficiary_unit,
    goals: row.goals,
    flow: {
      target: row.target ?? 0n,
      committed: row.committed ?? 0n,
      received: row.received ?? 0n,
      disbursed: row.disbursed ?? 0n,
      accounted: row.accounted ?? 0n,
    },
    open: (row.status === "published" || row.status === "running") && openUntil >= today(),
    openUntil,
    publishedAt: row.published_at ?? new Date(0),
    urgent: row.urgent,
  };
}
