import { type Kysely, sql } from "kysely";
import { csvLine } from "~/kernel/csv";
import { absoluteUrl } from "~/platform/env.server";
import type { DB } from "#db/types.generated";
import { isShown } from "./open-need.server";
import { type ProgramCard, programCards } from "./program-cards.server";

const batchSize = 200;

/** Every program with a public page, the oldest id first, in batches. */
async function* programBatches(db: Kysely<DB>): AsyncGenerator<ProgramCard[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await db
      .selectFrom("proposals as p")
      .innerJoin("funds as f", "f.proposal_id", "p.id")
      .select("p.id")
      .where(isShown)
      .where("p.id", ">", after)
      .orderBy("p.id")
      .limit(batchSize)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    yield await programCards(
      db,
      rows.map((row) => row.id),
    );
    after = last.id;
  }
}

const columns = [
  "id",
  "code",
  "url",
  "title",
  "status",
  "open",
  "organization",
  "element",
  "area_code",
  "district",
  "need",
  "sdg",
  "beneficiaries",
  "beneficiary_unit",
  "led_by_woman",
  "led_by_woman_verified",
  "urgent",
  "published_at",
  "open_until",
  "target",
  "committed",
  "received",
  "disbursed",
  "accounted",
] as const;

type Value = string | number | bigint | boolean | undefined;

function valuesOf(program: ProgramCard): Record<(typeof columns)[number], Value> {
  return {
    id: program.id,
    code: program.code,
    url: absoluteUrl(`/program/${program.slug}`),
    title: program.title,
    status: program.status,
    open: program.open,
    organization: program.organization.name,
    element: program.organization.element,
    area_code: program.areaCode.slice(0, 8),
    district: program.districtName,
    need: program.needName?.id,
    sdg: program.goals.join(" "),
    beneficiaries: program.beneficiaries,
    beneficiary_unit: program.beneficiaryUnit,
    led_by_woman: program.ledByWoman !== null,
    led_by_woman_verified: program.ledByWoman?.by === "verified",
    urgent: program.urgent,
    published_at: program.publishedAt.toISOString(),
    open_until: program.openUntil,
    ...program.flow,
  };
}

/** One line for each program, amounts in whole rupiah; areas no finer than the district. */
export async function* programsCsv(db: Kysely<DB>): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const batch of programBatches(db)) {
    yield batch
      .map(valuesOf)
      .map((values) =>
        csvLine(columns.map((name) => (typeof values[name] === "boolean" ? String(values[name]) : (values[name] as string)))),
      )
      .join("");
  }
}

type Plan = { budget: object[]; own_contributions: object[]; tranches: object[]; schedule: object[]; indicators: object[] };

/** Every program with its budget, own contributions, tranches, schedule and indicators, as one JSON document; amounts are whole rupiah. */
export async function* programsJson(db: Kysely<DB>): AsyncGenerator<string> {
  yield `{"license":"CC-BY-4.0","source":${JSON.stringify(absoluteUrl("/"))},"currency":"IDR","programs":[`;
  let separator = "";
  for await (const batch of programBatches(db)) {
    const plans = await plansOf(
      db,
      batch.map((program) => program.id),
    );
    for (const program of batch) {
      const contents = { ...valuesOf(program), sdg: program.goals, ...plans(program.id) };
      yield `${separator}\n${JSON.stringify(contents, asNumber)}`;
      separator = ",";
    }
  }
  yield "\n]}\n";
}

function asNumber(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

async function plansOf(db: Kysely<DB>, ids: string[]): Promise<(id: string) => Plan> {
  const [budget, own, tranches, schedule, indicators] = await Promise.all([
    db
      .selectFrom("budget_lines")
      .select([
        "proposal_id",
        "section",
        "description",
        sql<number>`volume::float8`.as("volume"),
        "unit",
        "unit_price",
        "tax_code",
        "tax_mode",
        "tax",
        "amount",
      ])
      .where("proposal_id", "in", ids)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("own_contributions")
      .select(["proposal_id", "kind", "description", sql<number>`volume::float8`.as("volume"), "unit", "unit_price", "amount"])
      .where("proposal_id", "in", ids)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("tranches")
      .select(["proposal_id", "n", "title", "amount", "condition", "planned_on"])
      .where("proposal_id", "in", ids)
      .orderBy("n")
      .execute(),
    db
      .selectFrom("proposal_activities")
      .select(["proposal_id", "name", "from_month", "to_month"])
      .where("proposal_id", "in", ids)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("indicators")
      .select([
        "proposal_id",
        "code",
        "name",
        "unit",
        sql<number>`baseline::float8`.as("baseline"),
        sql<number>`target::float8`.as("target"),
      ])
      .where("proposal_id", "in", ids)
      .orderBy("position")
      .execute(),
  ]);
  const of = <T extends { proposal_id: string }>(rows: T[], id: string): object[] =>
    rows.filter((row) => row.proposal_id === id).map(({ proposal_id: _, ...row }) => row);
  return (id) => ({
    budget: of(budget, id),
    own_contributions: of(own, id),
    tranches: of(tranches, id),
    schedule: of(schedule, id),
    indicators: of(indicators, id),
  });
}

/** The newest programs, for feeds. */
export async function newestPrograms(db: Kysely<DB>, limit: number): Promise<(ProgramCard & { summary: string })[]> {
  const rows = await db
    .selectFrom("proposals as p")
    .innerJoin("funds as f", "f.proposal_id", "p.id")
    .select(["p.id", "p.summary"])
    .where(sql<boolean>`p.status in ('published', 'running', 'completed', 'expired')`)
    .orderBy("p.published_at", "desc")
    .orderBy("p.id", "desc")
    .limit(limit)
    .execute();
  const summaries = new Map(rows.map((row) => [row.id, row.summary]));
  const cards = await programCards(
    db,
    rows.map((row) => row.id),
  );
  return cards.map((card) => ({ ...card, summary: summaries.get(card.id) ?? "" }));
}

/** Addresses that search engines may list, with the day each last changed; at most 50,000, as a sitemap allows. */
export async function publicAddresses(db: Kysely<DB>): Promise<{ path: string; changed: Date | undefined }[]> {
  const { rows } = await sql<{ path: string; changed: Date | null }>`
    select '/program/' || p.slug as path, p.updated_at as changed from proposals p where ${isShown}
    union all select '/program/' || p.slug || '/dana', null from proposals p where ${isShown}
    union all select '/program/' || p.slug || '/laporan/' || r.tranche_n, r.published_at
      from reports r join proposals p on p.id = r.proposal_id where r.status = 'published' and ${isShown}
    union all select '/lembaga/' || o.slug, null from organizations o where o.kind = 'community' and o.standing = 'approved'
    union all select '/perusahaan/' || o.slug, null from organizations o where o.kind = 'company' and o.standing = 'approved'
    limit 49900`.execute(db);
  return rows.map((row) => ({ path: row.path, changed: row.changed ?? undefined }));
}
