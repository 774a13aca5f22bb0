import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { findDraft } from "~/features/proposals/draft-queries.server";
import { newId } from "~/kernel/ids";
import type { Actor } from "~/features/identity/actor";
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

async function post(module: { action: unknown }, actor: Actor, id: string, fields: Record<string, string | File>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const request = new Request("http://localhost/ruang/lembaga/usulan", { method: "POST", body, headers: { "x-test-user": actor.userId } });
  try {
    const answer = (await (module.action as (args: never) => unknown)({ request, params: { id }, context: {} } as never)) as
      | Response
      | { data: { lines: { description: string }[]; errors: string[] }; init: number | { status: number } };
    if (answer instanceof Response) return { status: answer.status, location: answer.headers.get("location") ?? "" };
    const status = typeof answer.init === "number" ? answer.init : answer.init.status;
    return { status, location: "", ...answer.data };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: "" };
  }
}

const sheet = (text: string) => new File([text], "rab.csv", { type: "text/csv" });

describe("importing a budget", () => {
  it("shows what is in the file and saves nothing by itself", async () => {
    const module = await import("~/routes/community/import-budget");
    const { proposalId, version } = await draftedProposal(db, community);
    const good = await post(module, community.editor, proposalId, {
      berkas: sheet("Uraian;Volume;Satuan;Harga satuan\nBor;2;hari;100.000\n"),
    });
    expect(good).toMatchObject({ status: 200, lines: [{ description: "Bor" }], errors: [] });
    const bad = await post(module, community.editor, proposalId, {
      berkas: sheet("Uraian;Volume;Satuan;Harga satuan\nBor;x;hari;100.000\n"),
    });
    expect(bad).toMatchObject({ status: 400, lines: [], errors: [expect.stringContaining("Baris 2, kolom Volume")] });
    expect(await post(module, community.editor, proposalId, {})).toMatchObject({ status: 400, errors: ["Pilih berkasnya dulu."] });
    expect((await findDraft(db, proposalId))?.version).toBe(version);
  });

  it("is closed to others", async () => {
    const module = await import("~/routes/community/import-budget");
    const other = await buildCommunity(db);
    const { proposalId } = await draftedProposal(db, community);
    expect((await post(module, other.editor, proposalId, {})).status).toBe(404);
    expect((await post(module, community.treasurer, proposalId, {})).status).toBe(403);
    expect((await post(module, community.editor, "x", {})).status).toBe(404);
  });
});

describe("copying a proposal", () => {
  it("takes along what was written, under ids of its own, without days and pictures; twice is once", async () => {
    const module = await import("~/routes/community/clone-proposal");
    const { proposalId } = await draftedProposal(db, community);
    const kunci = newId();
    const first = await post(module, community.editor, proposalId, { kunci });
    expect(first.status).toBe(303);
    expect((await post(module, community.editor, proposalId, { kunci })).location).toBe(first.location);
    const copy = await findDraft(db, first.location.split("/").at(-2) ?? "");
    const original = await findDraft(db, proposalId);
    expect(copy?.draft).toMatchObject({ title: original?.draft.title, needs: original?.draft.needs, startsOn: null, openUntil: null });
    expect(copy?.draft.lines.map((line) => line.description)).toEqual(["Bibit", "Pagar"]);
    expect(copy?.draft.lines[0]?.id).not.toBe(original?.draft.lines[0]?.id);
    expect(copy?.files).toEqual([]);
    expect([...new Set(copy?.issues.map((issue) => issue.section))]).toEqual(["area", "plan", "tranches", "payee"]);
  });

  it("keeps the groups of a joint proposal and their parts", async () => {
    const module = await import("~/routes/community/clone-proposal");
    const network = await buildCommunity(db, { element: "wksbm" });
    const [north, south] = [newId(), newId()];
    const village = "Desa Ledok, Kecamatan Sambong, Kabupaten Blora";
    const { proposalId } = await draftedProposal(db, network, {
      members: [
        { id: north, name: "Lor", village, coordinator: "A" },
        { id: south, name: "Kidul", village, coordinator: "B" },
      ],
      lines: [
        {
          section: "",
          description: "Bibit",
          volume: "1",
          unit: "kg",
          unitPrice: 5_000_000n,
          memberId: north,
          shares: [{ memberId: south, amount: 1n }],
        },
      ],
    });
    const { location } = await post(module, network.chair, proposalId, { kunci: newId() });
    const copy = await findDraft(db, location.split("/").at(-2) ?? "");
    const [one, two] = copy?.draft.members ?? [];
    expect(copy?.draft.lines[0]).toMatchObject({ memberId: one?.id, shares: [{ memberId: two?.id, amount: 1n }] });
    expect(one?.id).not.toBe(north);
  });

  it("is refused to others", async () => {
    const module = await import("~/routes/community/clone-proposal");
    const other = await buildCommunity(db);
    const { proposalId } = await draftedProposal(db, community);
    const before = await db.selectFrom("proposals").select("id").execute();
    await post(module, other.editor, proposalId, { kunci: newId() });
    expect((await post(module, community.treasurer, proposalId, { kunci: newId() })).status).toBe(403);
    expect(await db.selectFrom("proposals").select("id").execute()).toHaveLength(before.length);
  });
});
