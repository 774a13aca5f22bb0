import { type Kysely, sql } from "kysely";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import type { Flow } from "~/features/ledger/ledger";
import { type Day, dayOf } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { isShown } from "./open-need.server";
import type { PublicStatus } from "./program-cards.server";

export type Named = { id: string; en: string };

/** What stands at the head of every public page about a program. */
export type PublicProgram = {
  id: string;
  slug: string;
  code: string;
  status: PublicStatus;
  title: string;
  summary: string;
  story: string;
  pillar: string;
  areaCode: string;
  areaLabel: string;
  place: string;
  people: {
    total: number | undefined;
    unit: string;
    women: number | undefined;
    children: number | undefined;
    elderly: number | undefined;
    disabled: number | undefined;
  };
  startsOn: Day | undefined;
  endsOn: Day | undefined;
  openUntil: Day;
  open: boolean;
  ledByWoman: boolean;
  urgent: boolean;
  publishedOn: Day;
  updatedAt: Date;
  organization: { name: string; slug: string; element: string; elementName: Named; standingValidUntil: Day | undefined };
  payee: { kind: string; holder: string } | undefined;
  needs: Named[];
  goals: ({ number: number } & Named)[];
  flow: Flow & { escrow: bigint; inTransit: bigint };
  /** Entries in the program's chain and its head: what a cached page depends on. */
  ledger: { entries: bigint; head: string };
};

/** A program that has a public page, or undefined. */
export async function findPublicProgram(db: Kysely<DB>, slug: string): Promise<PublicProgram | undefined> {
  const row = await db
    .selectFrom("proposals as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .innerJoin("funds as f", "f.proposal_id", "p.id")
    .leftJoin("areas as a", "a.code", "p.area_code")
    .leftJoin("psks_elements as e", "e.code", "o.element")
    .leftJoin("payee_accounts as payee", "payee.id", "p.payee_account_id")
    .select([
      "p.id", "p.slug", "p.code", "p.status", "p.title", "p.summary", "p.story", "p.pillar", "p.area_code", "p.place", "p.beneficiaries",
      "p.beneficiary_unit", "p.women", "p.children", "p.elderly", "p.disabled", "p.starts_on", "p.ends_on", "p.open_until",
      "p.led_by_woman", "p.urgent", "p.published_at", "p.updated_at", "a.label", "o.name as organization", "o.slug as organization_slug",
      "o.element", "e.name_id as element_id", "e.name_en as element_en", "o.standing_valid_until", "payee.kind as payee_kind",
      "payee.holder_name", "f.last_seq", "f.last_hash",
    ])
    .where("p.slug", "=", slug)
    .where(isShown)
    .executeTakeFirst();
  if (!row) return undefined;
  const [needs, goals, flow] = await Promise.all([needsOf(db, row.id), goalsOf(db, row.id), flowOfProgram(db, row.id)]);
  const openUntil = row.open_until ?? today();
  return {
    id: row.id,
    slug: row.slug,
    code: row.code ?? "",
    status: row.status as PublicStatus,
    title: row.title,
    summary: row.summary,
    story: row.story,
    pillar: row.pillar ?? "",
    areaCode: row.area_code ?? "",
    areaLabel: row.label ?? "",
    place: row.place,
    people: {
      total: row.beneficiaries ?? undefined,
      unit: row.beneficiary_unit,
      women: row.women ?? undefined,
      children: row.children ?? undefined,
      elderly: row.elderly ?? undefined,
      disabled: row.disabled ?? undefined,
    },
    startsOn: row.starts_on ?? undefined,
    endsOn: row.ends_on ?? undefined,
    openUntil,
    open: (row.status === "published" || row.status === "running") && openUntil >= today(),
    ledByWoman: row.led_by_woman,
    urgent: row.urgent,
    publishedOn: row.published_at ? dayOf(row.published_at) : today(),
    updatedAt: row.updated_at,
    organization: {
      name: row.organization,
      slug: row.organization_slug,
      element: row.element ?? "",
      elementName: { id: row.element_id ?? "", en: row.element_en ?? "" },
      standingValidUntil: row.standing_valid_until ?? undefined,
    },
    payee: row.payee_kind && row.holder_name ? { kind: row.payee_kind, holder: row.holder_name } : undefined,
    needs,
    goals,
    flow,
    ledger: { entries: row.last_seq, head: row.last_hash },
  };
}

async function needsOf(db: Kysely<DB>, proposalId: string): Promise<Named[]> {
  return db
    .selectFrom("proposal_needs as n")
    .innerJoin("need_groups as g", "g.code", "n.need_code")
    .select(["g.name_id as id", "g.name_en as en"])
    .where("n.proposal_id", "=", proposalId)
    .orderBy("n.position")
    .execute();
}

async function goalsOf(db: Kysely<DB>, proposalId: string): Promise<({ number: number } & Named)[]> {
  return db
    .selectFrom("proposal_goals as n")
    .innerJoin("development_goals as g", "g.number", "n.goal")
    .select(["g.number", "g.name_id as id", "g.name_en as en"])
    .where("n.proposal_id", "=", proposalId)
    .orderBy("n.position")
    .orderBy("g.number")
    .execute();
}

/** Whether any public program has this slug; cheaper than the whole page. */
export async function publicProgramId(db: Kysely<DB>, slug: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select p.id from proposals p where p.slug = ${slug} and ${isShown}`.execute(db);
  return rows[0]?.id;
}
