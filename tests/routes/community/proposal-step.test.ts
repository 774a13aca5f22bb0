import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { newId } from "~/kernel/ids";
import { type BuiltCommunity, buildCommunity } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
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
