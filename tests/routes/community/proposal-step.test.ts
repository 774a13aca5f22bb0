import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { recordNeed } from "~/features/needs/record-need.server";
import { newId } from "~/kernel/ids";
import { type BuiltCommunity, buildCommunity, buildPractitioner } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { needInput } from "#tests/support/needs";
import { run } from "#tests/support/pledges";
import { draftedProposal } from "#tests/support/proposals";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

let db: Kysely<DB>;
let community: BuiltCommunity;
beforeAll(async () => {
  db = await testDatabase();
  community = await buildCommunity(db);
});

type Sent = {
  status: number;
  location?: string | null;
  view?: { version: number; draft: Record<string, unknown>; unread: Record<string, Record<string, string>> };
  refusal?: string;
  conflicts?: { unit: string; mine: string; saved: string; unanswered: boolean }[];
};

/** Sends a step of the editor as its form does. */
async function send(actor: Actor, id: string, bagian: string, fields: Record<string, string | string[]>): Promise<Sent> {
  const { action } = await import("~/routes/community/proposal-step");
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  const request = new Request(`http://localhost/ruang/lembaga/usulan/${id}/${bagian}`, {
    method: "POST",
    body,
    headers: { "x-test-user": actor.userId },
  });
  try {
    const answer = (await action({ request, params: { id, bagian }, context: {} } as never)) as unknown as {
      data: Sent;
      init: { status: number };
    };
    return { ...answer.data, status: answer.init.status };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: thrown.headers.get("location") };
  }
}

describe("a step of the editor", () => {
  it("saves and goes on", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    const sent = await send(community.editor, proposalId, "cerita", {
      versi: String(version),
      title: "Judul baru yang jelas",
      summary: "Ringkas.",
      story: "a",
      aksi: "lanjut",
    });
    expect(sent).toMatchObject({ status: 303, location: `/ruang/lembaga/usulan/${proposalId}/penerima` });
  });

  it("keeps what it can't read, as it was typed, and saves the rest", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    const sent = await send(community.editor, proposalId, "penerima", {
      versi: String(version),
      beneficiaries: "tiga puluh",
      beneficiaryUnit: "lansia",
      women: "12",
      needs: ["poor"],
    });
    expect(sent.status).toBe(400);
    expect(sent.view?.unread.people).toEqual({ beneficiaries: "tiga puluh" });
    expect(sent.view?.draft).toMatchObject({ beneficiaries: null, women: 12, needs: ["poor"] });
    const stored = await db.selectFrom("proposals").select(["unread", "women"]).where("id", "=", proposalId).executeTakeFirstOrThrow();
    expect(stored).toEqual({ unread: { people: { beneficiaries: "tiga puluh" } }, women: 12 });
  });

  it("shows back everything that was typed when somebody else saved meanwhile", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    await send(community.chair, proposalId, "cerita", { versi: String(version), title: "Judul dari ketua" });
    const line = newId();
    const sent = await send(community.editor, proposalId, "rab", {
      versi: String(version),
      lines: [line],
      [`lines.${line}.description`]: "Bibit jati",
      [`lines.${line}.volume`]: "banyak",
      [`lines.${line}.unitPrice`]: "12.500",
    });
    expect(sent.status).toBe(400);
    expect(sent.refusal).toMatch(/Orang lain menyimpan/);
    expect(sent.view?.draft).toMatchObject({
      title: "Judul dari ketua",
      lines: [{ id: line, description: "Bibit jati", unitPrice: 12_500n }],
    });
    expect(sent.view?.unread.budget).toEqual({ [`lines.${line}.volume`]: "banyak" });
    expect(sent.view?.version).toBe(version + 1);
  });

  it("follows its own automatic saves, and those of no other page", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    const [mine, other] = [newId(), newId()];
    const save = (lembar: string) => send(community.editor, proposalId, "wilayah", { versi: String(version), lembar, place: "Balai" });
    expect((await save(mine)).status).toBe(303);
    expect((await save(mine)).status).toBe(303);
    expect((await save(other)).status).toBe(400);
  });

  it("adds and removes rows without JavaScript", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    const added = await send(community.editor, proposalId, "indikator", { versi: String(version), aksi: "tambah-baris" });
    expect(added).toMatchObject({ status: 303, location: `/ruang/lembaga/usulan/${proposalId}/indikator#indicators` });
    const [row] = await db.selectFrom("indicators").select("id").where("proposal_id", "=", proposalId).execute();
    await send(community.editor, proposalId, "indikator", {
      versi: String(version + 1),
      indicators: String(row?.id),
      aksi: `hapus-baris:${row?.id}`,
    });
    expect(await db.selectFrom("indicators").select("id").where("proposal_id", "=", proposalId).execute()).toEqual([]);
  });

  it("searches an area from the search button and from the Enter key", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    const search = (fields: Record<string, string>, v: number) =>
      send(community.editor, proposalId, "wilayah", {
        versi: String(v),
        areaCodeCari: "Ledok",
        areaCode: "33.16.05.1015",
        areaCodeSemula: "33.16.05.1015",
        ...fields,
      });
    expect((await search({ aksi: "cari-wilayah" }, version)).location).toContain("?cari=Ledok");
    expect((await search({ aksi: "simpan" }, version + 1)).location).toContain("?cari=Ledok");
    expect((await search({ aksi: "simpan", areaCode: "33.16.06.2009" }, version + 2)).location).not.toContain("cari");
  });

  it("is closed to others", async () => {
    const other = await buildCommunity(db);
    const { proposalId, version } = await draftedProposal(db, community);
    expect((await send(other.editor, proposalId, "cerita", { versi: String(version), title: "x" })).status).toBe(404);
    expect((await send(community.treasurer, proposalId, "cerita", { versi: String(version), title: "x" })).status).toBe(403);
    expect((await send(community.editor, proposalId, "tidak-ada", { versi: String(version) })).status).toBe(404);
    expect((await db.selectFrom("proposals").select("title").where("id", "=", proposalId).executeTakeFirstOrThrow()).title).toBe(
      "Kebun pangan lansia di Ngelo",
    );
  });
});

/** A need of old people in a village of the proposal's district. */
async function recorded(psm: Actor, organizationId: string, areaCode: string): Promise<string> {
  const input = needInput(organizationId, { areaCode, needCode: "neglected_elderly" });
  return (await run(db, recordNeed, psm, input)).needId;
}

/** What a page of the editor is opened with. */
async function opened(actor: Actor, id: string, bagian: string): Promise<{ versi: string; dasar: string; lembar: string; urutan: string }> {
  const { loader } = await import("~/routes/community/proposal-step");
  const request = new Request(`http://localhost/ruang/lembaga/usulan/${id}/${bagian}`, { headers: { "x-test-user": actor.userId } });
  const { view, sheet } = (await loader({ request, params: { id, bagian }, context: {} } as never)) as {
    view: { version: number; base: string };
    sheet: string;
  };
  return { versi: String(view.version), dasar: view.base, lembar: sheet, urutan: "0" };
}

async function autosave(actor: Actor, id: string, bagian: string, fields: Record<string, string>) {
  const { action } = await import("~/routes/community/proposal-autosave");
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const request = new Request(`http://localhost/ruang/lembaga/usulan/${id}/${bagian}/simpan`, {
    method: "POST",
    body,
    headers: { "x-test-user": actor.userId },
  });
  const answer = (await action({ request, params: { id, bagian }, context: {} } as never)) as Response;
  return { status: answer.status, ...((await answer.json()) as { values?: { versi: string; dasar: string }; text?: string }) };
}

describe("two editors of one step", () => {
  const story = { summary: "Ringkas.", story: "Cerita." };
  const titleOf = async (id: string) =>
    (await db.selectFrom("proposals").select(["title", "summary", "story"]).where("id", "=", id).executeTakeFirstOrThrow()) as {
      title: string;
      summary: string;
      story: string;
    };

  it("join what they changed apart", async () => {
    const { proposalId } = await draftedProposal(db, community, story);
    const [chair, editor] = [await opened(community.chair, proposalId, "cerita"), await opened(community.editor, proposalId, "cerita")];
    const before = await titleOf(proposalId);
    await send(community.chair, proposalId, "cerita", { ...before, ...chair, title: "Judul dari ketua" });
    expect((await send(community.editor, proposalId, "cerita", { ...before, ...editor, summary: "Dari penyunting." })).status).toBe(303);
    expect(await titleOf(proposalId)).toMatchObject({ title: "Judul dari ketua", summary: "Dari penyunting." });
  });

  it("are shown both versions of what they both changed, and lose neither until one chooses", async () => {
    const { proposalId } = await draftedProposal(db, community, story);
    const [chair, editor] = [await opened(community.chair, proposalId, "cerita"), await opened(community.editor, proposalId, "cerita")];
    const before = await titleOf(proposalId);
    await send(community.chair, proposalId, "cerita", { ...before, ...chair, title: "Judul dari ketua", story: "Cerita ketua." });
    const typed = { ...before, title: "Judul dari penyunting", summary: "Dari penyunting." };
    const first = await send(community.editor, proposalId, "cerita", { ...typed, ...editor });
    expect(first.status).toBe(400);
    expect(first.conflicts).toEqual([
      { unit: "title", label: "Judul", mine: "Judul dari penyunting", saved: "Judul dari ketua", unanswered: false },
    ]);
    expect(first.view?.draft).toMatchObject({ title: "Judul dari penyunting", summary: "Dari penyunting.", story: "Cerita ketua." });
    expect(await titleOf(proposalId)).toMatchObject({ title: "Judul dari ketua", story: "Cerita ketua." });

    const shown = { ...typed, story: "Cerita ketua.", versi: String(first.view?.version), dasar: baseIn(first), beda: "title" };
    const unanswered = await send(community.editor, proposalId, "cerita", shown);
    expect(unanswered.conflicts?.map((conflict) => [conflict.unit, conflict.unanswered])).toEqual([["title", true]]);
    expect((await send(community.editor, proposalId, "cerita", { ...shown, "pilih.title": "tersimpan" })).status).toBe(303);
    expect(await titleOf(proposalId)).toEqual({ title: "Judul dari ketua", summary: "Dari penyunting.", story: "Cerita ketua." });
  });

  it("keep rows that either added, and ask about a row that one removed and the other changed", async () => {
    const { proposalId } = await draftedProposal(db, community);
    const [one] = await db.selectFrom("indicators").select("id").where("proposal_id", "=", proposalId).execute();
    const row = (id: string, name: string) => ({
      [`indicators.${id}.name`]: name,
      [`indicators.${id}.unit`]: "lansia",
      [`indicators.${id}.baseline`]: "0",
      [`indicators.${id}.target`]: "60",
    });
    const [chair, editor] = [
      await opened(community.chair, proposalId, "indikator"),
      await opened(community.editor, proposalId, "indikator"),
    ];
    const added = newId();
    const old = one?.id ?? "";
    await send(community.chair, proposalId, "indikator", {
      ...chair,
      indicators: [old, added],
      ...row(old, "Diubah ketua"),
      ...row(added, "Baru"),
    });
    const mine = newId();
    const removed = await send(community.editor, proposalId, "indikator", {
      ...editor,
      indicators: [mine],
      ...row(mine, "Dari penyunting"),
    });
    expect(removed.conflicts?.map(({ unit, mine: own, saved }) => [unit, own, saved])).toEqual([
      [`indicators.${old}`, "", "Diubah ketua · 0 → 60 lansia"],
    ]);
    const answered = await send(community.editor, proposalId, "indikator", {
      versi: String(removed.view?.version),
      dasar: baseIn(removed),
      beda: `indicators.${old}`,
      [`pilih.indicators.${old}`]: "saya",
      indicators: [mine, added],
      ...row(mine, "Dari penyunting"),
      ...row(added, "Baru"),
    });
    expect(answered.status).toBe(303);
    const names = await db.selectFrom("indicators").select("name").where("proposal_id", "=", proposalId).orderBy("position").execute();
    expect(names.map(({ name }) => name)).toEqual(["Dari penyunting", "Baru"]);
  });

  it("keep the needs that either answers, and a number that can't be read", async () => {
    const { organizationId, person } = await buildPractitioner(db, { areas: ["33.16.05"] });
    const [one, other, third] = [
      await recorded(person, organizationId, "33.16.05.1015"),
      await recorded(person, organizationId, "33.16.05.2001"),
      await recorded(person, organizationId, "33.16.05.2002"),
    ];
    const { proposalId } = await draftedProposal(db, community);
    const people = { needs: "neglected_elderly", beneficiaries: "88", beneficiaryUnit: "lansia", elderly: "88", answersAsked: "ya" };
    const answering = (given: Record<string, string>) => ({
      ...people,
      answers: [one, other, third],
      ...Object.fromEntries(Object.entries(given).map(([id, typed]) => [`answers.${id}.people`, typed])),
    });
    const [chair, editor] = [await opened(community.chair, proposalId, "penerima"), await opened(community.editor, proposalId, "penerima")];
    await send(community.chair, proposalId, "penerima", { ...answering({ [one]: "10" }), ...chair });
    const typed = { ...answering({ [other]: "7", [third]: "banyak" }), ...editor };
    const sent = await send(community.editor, proposalId, "penerima", typed);
    expect(sent.view?.unread.people).toEqual({ [`answers.${third}.people`]: "banyak" });
    const answers = await db.selectFrom("answered_needs").select(["need_id", "people"]).where("proposal_id", "=", proposalId).execute();
    expect(new Map(answers.map((answer) => [answer.need_id, answer.people]))).toEqual(
      new Map([
        [one, 10],
        [other, 7],
      ]),
    );
    const place = "Lanjut usia telantar, Kelurahan Ngelo";
    const again = await send(community.editor, proposalId, "penerima", {
      ...answering({ [one]: "12", [other]: "7" }),
      ...editor,
      lembar: newId(),
    });
    expect(again.conflicts).toMatchObject([
      { unit: `answers.${one}`, label: "Kebutuhan yang dijawab", mine: `${place} · 12`, saved: `${place} · 10` },
    ]);
  });

  it("never merge behind an open page, nor take an automatic save that comes late", async () => {
    const { proposalId } = await draftedProposal(db, community, story);
    const before = await titleOf(proposalId);
    const page = await opened(community.editor, proposalId, "cerita");
    const first = await autosave(community.editor, proposalId, "cerita", { ...before, ...page, urutan: "1", title: "Satu" });
    expect(first.status).toBe(200);
    const third = { ...before, ...page, ...first.values, urutan: "3", title: "Tiga" };
    expect((await autosave(community.editor, proposalId, "cerita", third)).status).toBe(200);
    // The second was on its way longer than the third, and still says the version of the first.
    const second = { ...before, ...page, ...first.values, urutan: "2", title: "Dua" };
    expect((await autosave(community.editor, proposalId, "cerita", second)).status).toBe(409);
    expect((await titleOf(proposalId)).title).toBe("Tiga");
    // The answer to the third was lost with the connection: the fourth follows all the same.
    const fourth = { ...before, ...page, ...first.values, urutan: "4", title: "Empat" };
    expect((await autosave(community.editor, proposalId, "cerita", fourth)).status).toBe(200);

    const other = await opened(community.chair, proposalId, "cerita");
    await send(community.chair, proposalId, "cerita", { ...(await titleOf(proposalId)), ...other, summary: "Ketua." });
    expect((await autosave(community.editor, proposalId, "cerita", { ...fourth, urutan: "5", title: "Lima" })).status).toBe(409);
    expect(await titleOf(proposalId)).toMatchObject({ title: "Empat", summary: "Ketua." });
  });

  it("don't disturb each other in different steps, not even by themselves", async () => {
    const { proposalId } = await draftedProposal(db, community, story);
    const [chair, editor] = [await opened(community.chair, proposalId, "cerita"), await opened(community.editor, proposalId, "wilayah")];
    const before = await titleOf(proposalId);
    await send(community.chair, proposalId, "cerita", { ...before, ...chair, title: "Judul dari ketua" });
    const place = await autosave(community.editor, proposalId, "wilayah", {
      ...editor,
      urutan: "1",
      place: "Balai",
      areaCode: "33.16.05.1015",
    });
    expect([place.status, (await titleOf(proposalId)).title]).toEqual([200, "Judul dari ketua"]);
  });
});

function baseIn(sent: Sent): string {
  return (sent.view as unknown as { base: string }).base;
}
