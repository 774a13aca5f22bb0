import fc from "fast-check";
import { sql, type Kysely } from "kysely";
import type { BrowseFilter } from "~/features/reporting/browse";
import { emptyFilter } from "~/features/reporting/browse";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import { buildUser } from "#db/seed/builders/people";
import type { DB } from "#db/types.generated";

/** A program as the tests generate it: only what browsing looks at. */
export type Sample = {
  id: string;
  title: string;
  story: string;
  status: "published" | "running" | "completed" | "expired" | "suspended" | "draft";
  pillar: "social" | "economy" | "environment" | "governance";
  element: "karang_taruna" | "lks" | "lk3" | "disaster_cadet";
  areaCode: string;
  needs: string[];
  goals: number[];
  target: bigint;
  committed: bigint;
  beneficiaries: number | undefined;
  openFor: number;
  publishedBefore: number;
  ledByWoman: boolean;
  urgent: boolean;
};

const words = ["air bersih", "kebun", "bengkel", "sekolah", "lansia", "tandon", "batik", "braille", "perahu", "konseling"] as const;
// Few different values on purpose: equal sort keys are where paging breaks.
const amounts = [50_000_000n, 100_000_000n, 150_000_000n] as const;

export const aSample: fc.Arbitrary<Omit<Sample, "id">> = fc
  .record({
    title: fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map(([a, b]) => `Program ${a} dan ${b} warga`),
    story: fc.constantFrom("", "Warga menanam pohon di lahan bersama.", "Anak-anak belajar membaca setiap sore."),
    status: fc.constantFrom("published", "running", "published", "running", "completed", "expired", "suspended", "draft"),
    pillar: fc.constantFrom("social", "economy", "environment", "governance"),
    element: fc.constantFrom("karang_taruna", "lks", "lk3", "disaster_cadet"),
    areaCode: fc.constantFrom("33.16.05", "33.16.06", "33.16.06.2002", "33.16.02.1005", "32.73.01"),
    needs: fc.uniqueArray(fc.constantFrom("poor", "neglected_child", "neglected_elderly", "natural_disaster_victim"), {
      minLength: 1,
      maxLength: 3,
    }),
    goals: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 8, 13), { minLength: 1, maxLength: 3 }),
    target: fc.constantFrom(...amounts),
    share: fc.constantFrom(0n, 0n, 1n, 2n),
    beneficiaries: fc.constantFrom(undefined, 10, 24, 24, 300),
    openFor: fc.constantFrom(-10, 0, 20, 20, 60),
    publishedBefore: fc.constantFrom(0, 1, 1, 5),
    ledByWoman: fc.boolean(),
    urgent: fc.constantFrom(true, false, false),
  })
  .map(({ share, ...sample }) => ({ ...sample, committed: (sample.target * share) / 2n }) as Omit<Sample, "id">);

export const aFilter: fc.Arbitrary<BrowseFilter> = fc
  .record(
    {
      pillars: fc.subarray(["social", "economy", "environment", "governance"] as const),
      elements: fc.subarray(["karang_taruna", "lks", "lk3", "disaster_cadet"] as const),
      needs: fc.subarray(["poor", "neglected_child", "neglected_elderly"]),
      goals: fc.subarray([1, 4, 8, 13]),
      areas: fc.subarray(["33.16.06", "33.16", "33.16.02.1005", "32"]),
      min: fc.constantFrom(1n, 50_000_000n, 75_000_001n),
      max: fc.constantFrom(0n, 50_000_000n, 100_000_000n),
      ledByWoman: fc.boolean(),
      urgent: fc.boolean(),
      sort: fc.constantFrom("sisa", "tutup", "baru", "penerima", "darurat"),
    } as const,
    { requiredKeys: [] },
  )
  .map((some) => ({ ...emptyFilter, ...some }));

/** What is left to fund in a sample, as the page understands it. */
export function needOf(sample: Sample): bigint {
  return ["published", "running"].includes(sample.status) && sample.openFor >= 0 ? sample.target - sample.committed : 0n;
}

/** Whether a filter without a query leaves a sample; written apart from the SQL, to be compared with it. */
export function matches(sample: Sample, filter: BrowseFilter): boolean {
  const need = needOf(sample);
  const anyOf = <T>(chosen: readonly T[], has: (value: T) => boolean) => chosen.length === 0 || chosen.some(has);
  return (
    ["published", "running", "completed", "expired"].includes(sample.status) &&
    anyOf(filter.pillars, (pillar) => pillar === sample.pillar) &&
    anyOf(filter.elements, (element) => element === sample.element) &&
    anyOf(filter.needs, (code) => sample.needs.includes(code)) &&
    anyOf(filter.goals, (goal) => sample.goals.includes(goal)) &&
    anyOf(filter.areas, (code) => sample.areaCode === code || sample.areaCode.startsWith(`${code}.`)) &&
    (filter.min === undefined || need >= filter.min) &&
    (filter.max === undefined || need <= filter.max) &&
    (!filter.ledByWoman || sample.ledByWoman) &&
    (!filter.urgent || sample.urgent)
  );
}

/** Puts samples into the database with few statements, as its owner would: the ledger is not what is tested here. */
export async function insertSamples(db: Kysely<DB>, samples: readonly Omit<Sample, "id">[]): Promise<Sample[]> {
  const { userId } = await buildUser(db);
  const organizations = await insertOrganizations(db, userId);
  const rows = samples.map((sample) => ({ ...sample, id: newId() }));
  for (let start = 0; start < rows.length; start += 500) {
    await insertChunk(db, rows.slice(start, start + 500), organizations, userId);
  }
  return rows;
}

async function insertOrganizations(db: Kysely<DB>, userId: string) {
  const organizations = new Map<string, { id: string; payeeId: string }>();
  for (const element of ["karang_taruna", "lks", "lk3", "disaster_cadet"] as const) {
    const [id, payeeId] = [newId(), newId()];
    organizations.set(element, { id, payeeId });
    const legal_form = element === "lks" ? ("incorporated" as const) : null;
    const approval = { standing: "approved", standing_decided_at: now(), standing_decided_by: userId } as const;
    await db
      .insertInto("organizations")
      .values({
        id,
        kind: "community",
        element,
        name: `Lembaga ${element}`,
        slug: `lembaga-${id}`,
        created_at: now(),
        legal_form,
        ...approval,
      })
      .execute();
    await db
      .insertInto("payee_accounts")
      .values({
        id: payeeId,
        organization_id: id,
        kind: "own",
        bank_name: "Bank Contoh",
        account_number: "1234567890",
        holder_name: "Lembaga",
        created_at: now(),
      })
      .execute();
  }
  return organizations;
}

async function insertChunk(
  db: Kysely<DB>,
  rows: readonly Sample[],
  organizations: ReadonlyMap<string, { id: string; payeeId: string }>,
  userId: string,
): Promise<void> {
  await db
    .insertInto("proposals")
    .values(
      rows.map((row) => {
        const published = new Date(now().getTime() - row.publishedBefore * 86_400_000);
        return {
          id: row.id,
          organization_id: organizations.get(row.element)?.id ?? "",
          slug: `contoh-${row.id}`,
          code: `CTH-${row.id}`,
          status: row.status,
          status_before_suspension: row.status === "suspended" ? ("running" as const) : null,
          title: row.title,
          story: row.story,
          pillar: row.pillar,
          area_code: row.areaCode,
          beneficiaries: row.beneficiaries ?? null,
          beneficiary_unit: "orang",
          open_until: addDays(today(), row.openFor),
          led_by_woman: row.ledByWoman,
          urgent: row.urgent,
          target: row.target,
          payee_account_id: organizations.get(row.element)?.payeeId ?? "",
          created_by: userId,
          created_at: now(),
          updated_at: now(),
          published_at: published,
        };
      }),
    )
    .execute();
  const needs = rows.flatMap((row) => row.needs.map((need_code, position) => ({ proposal_id: row.id, need_code, position })));
  const goals = rows.flatMap((row) => row.goals.map((goal, position) => ({ proposal_id: row.id, goal, position })));
  await db.insertInto("proposal_needs").values(needs).execute();
  await db.insertInto("proposal_goals").values(goals).execute();
  const funded = rows.filter((row) => row.status !== "draft");
  if (funded.length === 0) return;
  const fund = (row: Sample) => sql`(select ledger_open_fund(${row.id}::uuid, ${row.target}::bigint, ${now()}::timestamptz))`;
  await sql`select ${sql.join(funded.map(fund), sql` is null and `)} is null`.execute(db);
  for (const row of funded.filter((one) => one.committed > 0n)) {
    await sql`select ledger_post(${row.id}::uuid, ${newId()}::uuid, 'commitment', 'pledge_claim', 'pledge_promise', ${row.committed}::bigint,
      ${newId()}::uuid, 'pledge', ${newId()}::uuid, null, ${today()}::date, ${now()}::timestamptz, null)`.execute(db);
  }
}
