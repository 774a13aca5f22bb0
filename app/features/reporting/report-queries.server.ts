import { kilobytesOf } from "~/kernel/text";
import { type Kysely, sql } from "kysely";
import { type Day, dayOf } from "~/kernel/dates";
import { type Rupiah, sum } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import { isShown } from "./open-need.server";

export type ReportCard = {
  slug: string;
  tranche: number;
  headline: string;
  program: string;
  urgent: boolean;
  organization: string;
  element: string;
  districtName: string;
  publishedOn: Day;
  beneficiaries: number | undefined;
  beneficiaryUnit: string;
};

export type ReportPage = { reports: ReportCard[]; next: string | undefined };

/** Published impact reports, the newest first. `after` is the id of the last report of the page before. */
export async function publishedReports(db: Kysely<DB>, limit: number, after?: string): Promise<ReportPage> {
  const rows = await db
    .selectFrom("reports as r")
    .innerJoin("proposals as p", "p.id", "r.proposal_id")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .leftJoin("areas as a", (join) => join.on(sql<boolean>`a.code = substr(p.area_code, 1, 8)`))
    .select([
      "r.id",
      "p.slug",
      "r.tranche_n",
      "r.headline",
      "p.title",
      "p.urgent",
      "o.name as organization",
      "o.element",
      "a.name as district",
      "r.published_at",
      "r.beneficiaries",
      "p.beneficiary_unit",
    ])
    .where("r.status", "=", "published")
    .where(isShown)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(r.published_at, r.id) < (select x.published_at, x.id from reports x where x.id = ${after}::uuid and x.status = 'published')`,
      ),
    )
    .orderBy("r.published_at", "desc")
    .orderBy("r.id", "desc")
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const reports = shown.flatMap((row) =>
    row.published_at
      ? [
          {
            slug: row.slug,
            tranche: row.tranche_n,
            headline: row.headline,
            program: row.title,
            urgent: row.urgent,
            organization: row.organization,
            element: row.element ?? "",
            districtName: row.district ?? "",
            publishedOn: dayOf(row.published_at),
            beneficiaries: row.beneficiaries ?? undefined,
            beneficiaryUnit: row.beneficiary_unit,
          },
        ]
      : [],
  );
  return { reports, next: rows.length > limit ? shown.at(-1)?.id : undefined };
}

export type SpendingLine = { description: string; planned: Rupiah; spent: Rupiah };
export type IndicatorResult = {
  name: string;
  unit: string;
  baseline: number | undefined;
  target: number | undefined;
  actual: number | undefined;
  note: string;
};

export type PublicReport = {
  tranche: number;
  trancheTitle: string;
  tranches: number;
  amount: Rupiah;
  disbursedOn: Day | undefined;
  headline: string;
  story: string;
  lessons: string;
  beneficiaries: {
    total: number | undefined;
    planned: number | undefined;
    unit: string;
    women: number;
    children: number;
    elderly: number;
    disabled: number;
  };
  indicators: IndicatorResult[];
  spending: SpendingLine[];
  spent: Rupiah;
  /** In a joint program: what each group spent. */
  members: { id: string; name: string; spent: Rupiah; receipts: number }[];
  receipts: number;
  photos: { fileId: string; caption: string; kilobytes: number }[];
  submittedOn: Day | undefined;
  publishedOn: Day;
  number: string;
  hash: string;
};

/** A published report of one termin, or undefined. Names of persons and vendors and the pictures of receipts stay inside. */
export async function findPublicReport(db: Kysely<DB>, proposalId: string, tranche: number): Promise<PublicReport | undefined> {
  const row = await db
    .selectFrom("reports as r")
    .innerJoin("proposals as p", "p.id", "r.proposal_id")
    .innerJoin("tranches as t", (join) => join.onRef("t.proposal_id", "=", "r.proposal_id").onRef("t.n", "=", "r.tranche_n"))
    .leftJoin("disbursements as d", (join) =>
      join.onRef("d.proposal_id", "=", "r.proposal_id").onRef("d.tranche_n", "=", "r.tranche_n").on("d.status", "=", "acknowledged"),
    )
    .select([
      "r.id",
      "r.headline",
      "r.story",
      "r.lessons",
      "r.beneficiaries",
      "r.women",
      "r.children",
      "r.elderly",
      "r.disabled",
      "r.submitted_at",
      "r.published_at",
      "r.content_hash",
      "r.number",
      "t.title",
      "t.amount",
      "d.executed_on",
      "p.beneficiaries as planned",
      "p.beneficiary_unit",
      sql<number>`(select count(*)::int from tranches x where x.proposal_id = r.proposal_id)`.as("tranches"),
    ])
    .where("r.proposal_id", "=", proposalId)
    .where("r.tranche_n", "=", tranche)
    .where("r.status", "=", "published")
    .executeTakeFirst();
  if (!row?.published_at) return undefined;
  const [indicators, spending, members, photos] = await Promise.all([
    indicatorsOf(db, proposalId, row.id),
    spendingOf(db, proposalId, tranche),
    memberSpending(db, proposalId, tranche),
    photosOf(db, proposalId, row.id),
  ]);
  return {
    tranche,
    trancheTitle: row.title,
    tranches: row.tranches,
    amount: row.amount ?? 0n,
    disbursedOn: row.executed_on ?? undefined,
    headline: row.headline,
    story: row.story,
    lessons: row.lessons,
    beneficiaries: {
      total: row.beneficiaries ?? undefined,
      planned: row.planned ?? undefined,
      unit: row.beneficiary_unit,
      women: row.women ?? 0,
      children: row.children ?? 0,
      elderly: row.elderly ?? 0,
      disabled: row.disabled ?? 0,
    },
    indicators,
    spending: spending.lines,
    spent: sum(spending.lines.map((line) => line.spent)),
    members,
    receipts: spending.receipts,
    photos,
    submittedOn: row.submitted_at ? dayOf(row.submitted_at) : undefined,
    publishedOn: dayOf(row.published_at),
    number: row.number ?? "",
    hash: row.content_hash ?? "",
  };
}

async function indicatorsOf(db: Kysely<DB>, proposalId: string, reportId: string): Promise<IndicatorResult[]> {
  const rows = await db
    .selectFrom("indicators as i")
    .leftJoin("indicator_results as x", (join) =>
      join.onRef("x.proposal_id", "=", "i.proposal_id").onRef("x.indicator_id", "=", "i.id").on("x.report_id", "=", reportId),
    )
    .select(["i.name", "i.unit", "i.baseline", "i.target", "x.actual", "x.note"])
    .where("i.proposal_id", "=", proposalId)
    .orderBy("i.position")
    .orderBy("i.id")
    .execute();
  return rows.map((row) => ({
    name: row.name,
    unit: row.unit,
    baseline: numberOf(row.baseline),
    target: numberOf(row.target),
    actual: numberOf(row.actual),
    note: row.note ?? "",
  }));
}

async function spendingOf(db: Kysely<DB>, proposalId: string, tranche: number): Promise<{ lines: SpendingLine[]; receipts: number }> {
  const rows = await db
    .selectFrom("receipts as r")
    .innerJoin("budget_lines as l", (join) => join.onRef("l.proposal_id", "=", "r.proposal_id").onRef("l.id", "=", "r.budget_line_id"))
    .select(["l.description", "l.amount as planned", "r.amount", "l.id"])
    .where("r.proposal_id", "=", proposalId)
    .where("r.tranche_n", "=", tranche)
    .where("r.status", "=", "approved")
    .orderBy("l.position")
    .orderBy("l.id")
    .execute();
  const lines = new Map<string, SpendingLine>();
  for (const row of rows) {
    const line = lines.get(row.id) ?? { description: row.description, planned: row.planned ?? 0n, spent: 0n };
    lines.set(row.id, { ...line, spent: line.spent + row.amount });
  }
  return { lines: [...lines.values()], receipts: rows.length };
}

function memberSpending(db: Kysely<DB>, proposalId: string, tranche: number): Promise<PublicReport["members"]> {
  return db
    .selectFrom("proposal_members as m")
    .leftJoin("receipts as r", (join) =>
      join
        .onRef("r.proposal_id", "=", "m.proposal_id")
        .onRef("r.member_id", "=", "m.id")
        .on("r.tranche_n", "=", tranche)
        .on("r.status", "=", "approved"),
    )
    .select(["m.id", "m.name", sql<bigint>`coalesce(sum(r.amount), 0)::bigint`.as("spent"), sql<number>`count(r.id)::int`.as("receipts")])
    .where("m.proposal_id", "=", proposalId)
    .groupBy(["m.id", "m.name", "m.position"])
    .orderBy("m.position")
    .execute();
}

async function photosOf(db: Kysely<DB>, proposalId: string, reportId: string): Promise<PublicReport["photos"]> {
  const rows = await db
    .selectFrom("report_photos as r")
    .innerJoin("files as f", "f.id", "r.file_id")
    .select(["f.id as fileId", "r.caption", "f.size_bytes"])
    .where("r.proposal_id", "=", proposalId)
    .where("r.report_id", "=", reportId)
    .where("f.access", "=", "public")
    .orderBy("r.position")
    .execute();
  return rows.map((row) => ({ fileId: row.fileId, caption: row.caption, kilobytes: kilobytesOf(row.size_bytes) }));
}

function numberOf(numeric: string | null): number | undefined {
  return numeric === null ? undefined : Number(numeric);
}
