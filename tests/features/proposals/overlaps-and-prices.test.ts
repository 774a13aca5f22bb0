import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { findDraft } from "~/features/proposals/draft-queries.server";
import { overlapsOf } from "~/features/proposals/overlaps.server";
import { priceHints } from "~/features/proposals/price-hints.server";
import type { DraftPatch } from "~/features/proposals/draft-patch";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { checkedProposal, draftedProposal } from "#tests/support/proposals";

let db: Kysely<DB>;
let community: BuiltCommunity;
let desk: BuiltDesk;
beforeAll(async () => {
  db = await testDatabase();
  community = await buildCommunity(db);
  desk = await buildPlatformDesk(db);
});

const own: DraftPatch = {
  title: "Perpustakaan keliling dengan sepeda motor",
  summary: "Buku bacaan dibawa relawan ke dukuh jauh seminggu dua kali.",
  story: "Anak di dukuh jauh belum pernah memegang buku cerita. Relawan membawa buku, membacakan, dan meminjamkannya bergiliran.",
};

describe("the overlap radar", () => {
  it("finds the same village, group and period, with how much is in it, and stops nothing", async () => {
    const village = "33.16.05.1015";
    const program = await buildPublishedProgram(db, { areaCode: village, needs: ["neglected_elderly", "poor"] });
    const { proposalId } = await draftedProposal(db, community, own);
    const [found, ...more] = await overlapsOf(db, proposalId, "desk");
    expect(more).toEqual([]);
    expect(found).toMatchObject({ id: program.proposalId, target: 10_000_000n, committed: 0n, likeness: 0 });
    expect(found?.needs.map((need) => need.nameId)).toEqual(["Lanjut usia telantar"]);
    for (const apart of [{ areaCode: "33.16.06.2009" }, { needs: ["person_with_disability"] }] as const) {
      const other = await draftedProposal(db, community, { ...own, ...apart, summary: "x", story: "y", title: "Lain sama sekali" });
      expect(await overlapsOf(db, other.proposalId, "desk")).toEqual([]);
    }
  });

  it("finds the same text elsewhere; funders see only what is public", async () => {
    const twin = { ...own, areaCode: "33.16.06.2001" };
    const first = await checkedProposal(db, await buildCommunity(db), desk, twin);
    const { proposalId } = await draftedProposal(db, community, { ...own, areaCode: "33.16.05.1014", title: `${own.title} baru` });
    const [found] = await overlapsOf(db, proposalId, "desk");
    expect(found).toMatchObject({ id: first, needs: [], status: "verifying" });
    expect(found?.likeness).toBeGreaterThan(80);
    expect((await overlapsOf(db, proposalId, "funder")).map((one) => one.id)).not.toContain(first);
  });

  it("never tells funders the village of a group that must not be found", async () => {
    const village = "33.16.06.2009";
    const [sensitive] = await db.selectFrom("need_groups").select("code").where("sensitive", "=", true).execute();
    const needs = [sensitive?.code ?? ""];
    const one = await buildPublishedProgram(db, { areaCode: village, needs });
    const two = await buildPublishedProgram(db, { areaCode: village, needs, title: "Judul yang lain" });
    const byPlace = async (audience: "desk" | "funder") =>
      (await overlapsOf(db, two.proposalId, audience)).find(({ id }) => id === one.proposalId);
    expect((await byPlace("desk"))?.needs).toHaveLength(1);
    expect((await byPlace("funder"))?.needs ?? []).toEqual([]);
  });
});

describe("price hints", () => {
  it("give median and band from five observations of the regency on, and none before", async () => {
    const { proposalId } = await draftedProposal(db, community, {
      ...own,
      lines: [{ section: "", description: "Baris 1", volume: "1", unit: "Paket", unitPrice: 900n }],
    });
    const draft = (await findDraft(db, proposalId))?.draft;
    const ask = (areaCode: string) => priceHints(db, { proposalId, areaCode, lines: draft?.lines ?? [] });
    for (const price of [100n, 200n, 300n, 400n]) await buildPublishedProgram(db, { areaCode: "33.17.01", lines: [price] });
    expect(await ask("33.17.01")).toEqual([]);
    await buildPublishedProgram(db, { areaCode: "33.17.02", lines: [1_000n] });
    expect(await ask("33.17.01")).toEqual([{ lineId: draft?.lines[0]?.id, median: 300n, low: 200n, high: 400n, observations: 5 }]);
    expect(await ask("33.18.01")).toEqual([]);
    expect(await priceHints(db, { proposalId, areaCode: null, lines: draft?.lines ?? [] })).toEqual([]);
  });
});
