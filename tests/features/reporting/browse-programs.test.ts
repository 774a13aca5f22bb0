import fc from "fast-check";
import type { Kysely } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { type BrowseFilter, type Cursor, emptyFilter } from "~/features/reporting/browse";
import { browseFacets } from "~/features/reporting/browse-facets.server";
import { browsePrograms } from "~/features/reporting/browse-programs.server";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { type Sample, aFilter, aSample, insertSamples, matches, needOf } from "./many-programs";

let db: Kysely<DB>;
let samples: Sample[];

beforeAll(async () => {
  db = await testDatabase();
  samples = await insertSamples(db, fc.sample(aSample, { numRuns: 160, seed: 20261124 }));
});

async function everyPage(filter: BrowseFilter, size: number): Promise<string[]> {
  const ids: string[] = [];
  let after: Cursor | undefined;
  do {
    const page = await browsePrograms(db, filter, after, size);
    ids.push(...page.programs.map((program) => program.id));
    after = page.next;
  } while (after);
  return ids;
}

describe("browsing", () => {
  test("any combination of filters leaves exactly the programs it describes", async () => {
    await fc.assert(
      fc.asyncProperty(aFilter, async (filter) => {
        const page = await browsePrograms(db, filter, undefined, 1000);
        expect(page.programs.map((program) => program.id).sort()).toEqual(
          samples
            .filter((sample) => matches(sample, filter))
            .map((sample) => sample.id)
            .sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("the pages together are the whole list, once each and in order, also among equal keys", async () => {
    await fc.assert(
      fc.asyncProperty(aFilter, fc.integer({ min: 1, max: 23 }), async (filter, size) => {
        const paged = await everyPage(filter, size);
        const whole = await browsePrograms(db, filter, undefined, 1000);
        expect(new Set(paged).size).toBe(paged.length);
        expect(paged).toEqual(whole.programs.map((program) => program.id));
      }),
      { numRuns: 40 },
    );
  });

  test("every order is what its name says", async () => {
    const bySample = new Map(samples.map((sample) => [sample.id, sample]));
    const inOrder = async (sort: BrowseFilter["sort"]) =>
      (await browsePrograms(db, { ...emptyFilter, sort }, undefined, 1000)).programs.map((program) => bySample.get(program.id) as Sample);
    const falls = (values: (bigint | number)[]) => values.every((value, index) => index === 0 || value <= (values[index - 1] ?? value));
    expect(falls((await inOrder("sisa")).map(needOf))).toBe(true);
    expect(falls((await inOrder("penerima")).map((sample) => sample.beneficiaries ?? 0))).toBe(true);
    expect(falls((await inOrder("baru")).map((sample) => -sample.publishedBefore))).toBe(true);
    const emergencies = await inOrder("darurat");
    const open = (sample: Sample) => ["published", "running"].includes(sample.status) && sample.openFor >= 0;
    expect(emergencies.some((sample) => sample.urgent && open(sample))).toBe(true);
    expect(falls(emergencies.map((sample) => (sample.urgent && open(sample) ? 1 : 0)))).toBe(true);
    for (const first of [true, false]) {
      expect(falls(emergencies.filter((sample) => (sample.urgent && open(sample)) === first).map(needOf))).toBe(true);
    }
    const closing = (await inOrder("tutup")).map((sample) =>
      ["published", "running"].includes(sample.status) && sample.openFor >= 0 ? sample.openFor : 9999,
    );
    expect(falls(closing.map((days) => -days))).toBe(true);
  });

  test("a facet counts what choosing it would leave, whatever else is chosen", async () => {
    await fc.assert(
      fc.asyncProperty(aFilter, async (filter) => {
        const facets = await browseFacets(db, filter);
        const left = (changed: Partial<BrowseFilter>) => samples.filter((sample) => matches(sample, { ...filter, ...changed })).length;
        expect(facets.total.programs).toBe(left({}));
        expect(facets.total.need).toBe(
          samples.filter((sample) => matches(sample, filter)).reduce((total, sample) => total + needOf(sample), 0n),
        );
        for (const { value, programs } of facets.pillars) expect(programs).toBe(left({ pillars: [value as "social"] }));
        for (const { value, programs } of facets.elements) expect(programs).toBe(left({ elements: [value as "lks"] }));
        for (const { value, programs } of facets.needs) expect(programs).toBe(left({ needs: [value] }));
        for (const { value, programs } of facets.goals) expect(programs).toBe(left({ goals: [Number(value)] }));
        for (const { value, programs } of facets.areas) expect(programs).toBe(left({ areas: [value] }));
        expect(facets.ranges.any).toBe(left({ min: undefined, max: undefined }));
        expect(facets.ranges.none).toBe(left({ min: undefined, max: 0n }));
        expect(facets.ranges.large).toBe(left({ min: 100_000_001n, max: undefined }));
        expect(facets.ledByWoman).toBe(left({ ledByWoman: true }));
        expect(facets.urgent).toBe(left({ urgent: true }));
      }),
      { numRuns: 30 },
    );
  });
});

describe("searching", () => {
  const search = async (q: string, more: Partial<BrowseFilter> = {}) =>
    (await browsePrograms(db, { ...emptyFilter, q, sort: "cocok", ...more }, undefined, 1000)).programs;
  const listed = (sample: Sample) => matches(sample, emptyFilter);

  test("finds a word of the title, by its beginning and with a typing error", async () => {
    const expected = samples
      .filter((sample) => listed(sample) && sample.title.includes("bengkel"))
      .map((sample) => sample.id)
      .sort();
    expect(expected.length).toBeGreaterThan(3);
    for (const q of ["bengkel", "BENGKEL", "bengk", "bengkell"]) {
      expect((await search(q)).map((program) => program.id).sort()).toEqual(expected);
    }
  });

  test("finds by stem in the story: 'tanam' says what 'menanam' does not have to", async () => {
    const expected = samples.filter((sample) => listed(sample) && sample.story.includes("membaca")).length;
    expect((await search("membaca")).length).toBe(expected);
  });

  test("finds by the name of the area and of the organisation", async () => {
    const sambong = samples.filter((sample) => listed(sample) && sample.areaCode.startsWith("33.16.06")).length;
    expect((await search("sambong")).length).toBe(sambong);
    const cadets = samples.filter((sample) => listed(sample) && sample.element === "disaster_cadet").length;
    expect((await search("disaster_cadet")).length).toBe(cadets);
  });

  test("a program for a group at risk is found by its district, never by its village", async () => {
    const [atRisk] = await insertSamples(db, [
      {
        ...(fc.sample(aSample, { numRuns: 1, seed: 3 })[0] as Sample),
        status: "published",
        title: "Rumah aman",
        areaCode: "33.16.06.2002",
        needs: ["violence_victim"],
      },
    ]);
    samples.push(atRisk as Sample);
    const ids = async (filter: Partial<BrowseFilter>) =>
      (await browsePrograms(db, { ...emptyFilter, ...filter }, undefined, 1000)).programs.map((one) => one.id);
    expect(await ids({ areas: ["33.16.06"] })).toContain(atRisk?.id);
    expect(await ids({ areas: ["33.16.06.2002"] })).not.toContain(atRisk?.id);
    const { name } = await db.selectFrom("areas").select("name").where("code", "=", "33.16.06.2002").executeTakeFirstOrThrow();
    expect(await ids({ q: name, sort: "cocok" })).not.toContain(atRisk?.id);
    expect(await ids({ q: "Sambong", sort: "cocok" })).toContain(atRisk?.id);
  });

  test("every word has to be there, words that say nothing do not", async () => {
    const both = samples.filter(
      (sample) => listed(sample) && sample.title.includes("kebun") && sample.areaCode.startsWith("33.16.06"),
    ).length;
    expect((await search("kebun untuk yang di Sambong")).length).toBe(both);
  });

  test("pages of a search are the whole search, once each", async () => {
    for (const size of [1, 3, 7]) {
      const filter: BrowseFilter = { ...emptyFilter, q: "air", sort: "cocok" };
      const paged = await everyPage(filter, size);
      expect(paged).toEqual((await search("air")).map((program) => program.id));
      expect(new Set(paged).size).toBe(paged.length);
    }
  });

  test("characters that mean something to a search engine or to SQL are only characters", async () => {
    for (const q of ["%", "_", "'", '"', "a & b | !c", ":*", "\\", "()", "<->", "'; drop table proposals; --", "\u0000x", "…"]) {
      await expect(search(q)).resolves.toBeInstanceOf(Array);
    }
  });
});
