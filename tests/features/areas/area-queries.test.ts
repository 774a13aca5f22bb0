import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { areaLabel, areaPath, searchAreas } from "~/features/areas/area-queries.server";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";

let db: Kysely<DB>;
beforeAll(async () => {
  db = await testDatabase();
});

const labels = async (q: string, more: { level?: "village" | "district" | "regency"; within?: string } = {}) =>
  (await searchAreas(db, { q, ...more })).map((area) => area.label);

describe("searching areas", () => {
  it("finds a village by its name, and by its name and district", async () => {
    expect(await labels("Ledok", { within: "33.16" })).toEqual([
      "Desa Ledok, Kecamatan Sambong, Kabupaten Blora",
      "Desa Ledok, Kecamatan Todanan, Kabupaten Blora",
    ]);
    expect((await labels("ledok sambong blora"))[0]).toBe("Desa Ledok, Kecamatan Sambong, Kabupaten Blora");
  });

  it("puts the larger area first among equals", async () => {
    const found = await labels("blora");
    expect(found[0]).toBe("Kabupaten Blora");
    expect(found[1]).toBe("Kecamatan Blora, Kabupaten Blora");
    const cepu = await labels("cepu", { within: "33.16" });
    expect(cepu.slice(0, 2)).toEqual(["Kecamatan Cepu, Kabupaten Blora", "Kelurahan Cepu, Kecamatan Cepu, Kabupaten Blora"]);
  });

  it("takes accents, capitals, short forms and half words as they are typed", async () => {
    expect((await labels("  KEC. SAMBÓNG, kab blora "))[0]).toBe("Kecamatan Sambong, Kabupaten Blora");
    expect(await labels("kel balun cepu")).toEqual(["Kelurahan Balun, Kecamatan Cepu, Kabupaten Blora"]);
    expect((await labels("randubl", { within: "33.16", level: "district" }))[0]).toBe("Kecamatan Randublatung, Kabupaten Blora");
  });

  it("finds what is nearly right when nothing is quite right", async () => {
    expect(await labels("Kedungtubann", { within: "33.16" })).toContain("Kecamatan Kedungtuban, Kabupaten Blora");
  });

  it("takes signs of patterns as letters, and too little as nothing", async () => {
    expect(await labels("%%%")).toEqual([]);
    expect(await labels("a")).toEqual([]);
    expect(await labels("")).toEqual([]);
  });

  it("keeps to a level", async () => {
    for (const area of await searchAreas(db, { q: "jati", within: "33.16", level: "village" })) expect(area.level).toBe("village");
  });

  it("answers in a moment over the whole country", async () => {
    const from = performance.now();
    await searchAreas(db, { q: "suka maju" });
    await searchAreas(db, { q: "sukamajju" });
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});

describe("the way up", () => {
  it("goes from the province to the village", async () => {
    expect((await areaPath(db, "33.16.06.2002")).map((area) => area.name).slice(0, 3)).toEqual(["Jawa Tengah", "Blora", "Sambong"]);
    expect(await areaLabel(db, "99")).toBe("");
  });
});
