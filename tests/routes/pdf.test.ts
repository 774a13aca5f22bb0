import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { freezeOrganization } from "~/features/freezes/freeze-organization.server";
import type { Actor } from "~/features/identity/actor";
import type { DraftPatch } from "~/features/proposals/draft-patch";
import { publishProposal } from "~/features/verification/publish-proposal.server";
import { suspendProgram } from "~/features/verification/suspend-program.server";
import { newId } from "~/kernel/ids";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { readPdf } from "#tests/support/pdf";
import { run } from "#tests/support/pledges";
import { checkedProposal, draftedProposal } from "#tests/support/proposals";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => {
    const userId = request.headers.get("x-test-user");
    return userId ? { userId, sessionId: "test", factor: "proven" } : null;
  },
}));

let db: Kysely<DB>;
let community: BuiltCommunity;
let desk: BuiltDesk;
beforeAll(async () => {
  db = await testDatabase();
  [community, desk] = [await buildCommunity(db), await buildPlatformDesk(db)];
});

type Asked = { params: Record<string, string>; actor?: Actor; headers?: Record<string, string> };
type Loader = (args: { request: Request; params: Record<string, string>; context: object }) => unknown;

/** The routes by what they show; a page that lets somebody in is answered with 200. */
const routes = {
  proposalPdf: () => import("~/routes/community/proposal-pdf"),
  proposalPrint: () => import("~/routes/community/print-proposal"),
  programPdf: () => import("~/routes/data/program-pdf"),
  programPage: () => import("~/routes/public/program"),
};

async function ask(route: keyof typeof routes, { params, actor, headers = {} }: Asked): Promise<Response> {
  const { loader } = await routes[route]();
  const request = new Request("http://localhost/alamat", { headers: { ...headers, ...(actor && { "x-test-user": actor.userId }) } });
  try {
    const answer = await (loader as unknown as Loader)({ request, params, context: {} });
    return answer instanceof Response ? answer : new Response(null, { status: 200 });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

const read = async (answer: Response) => readPdf(new Uint8Array(await answer.arrayBuffer()));

async function published(patch: DraftPatch = {}, from = community) {
  const proposalId = await checkedProposal(db, from, desk, patch);
  await run(db, publishProposal, desk.administrator, { proposalId });
  const { slug, code } = await db.selectFrom("proposals").select(["slug", "code"]).where("id", "=", proposalId).executeTakeFirstOrThrow();
  return { proposalId, slug, code: code ?? "" };
}

describe("the PDF of a proposal", () => {
  it("is its organisation's alone, exactly as the page for printing", async () => {
    const other = await buildCommunity(db);
    const { proposalId } = await draftedProposal(db, community);
    const doors = [
      { actor: community.editor, params: { id: proposalId } },
      { actor: other.chair, params: { id: proposalId } },
      { actor: community.editor, params: { id: newId() } },
      { actor: community.editor, params: { id: "bukan-nomor" } },
      { actor: desk.verifier, params: { id: proposalId } },
      { params: { id: proposalId } },
    ];
    const statuses: number[] = [];
    for (const door of doors) {
      const [pdf, print] = [await ask("proposalPdf", door), await ask("proposalPrint", door)];
      expect(pdf.status).toBe(print.status);
      statuses.push(pdf.status);
    }
    expect(statuses).toEqual([200, 404, 404, 404, 403, 302]);
  });

  it("is kept by nobody, and marked as a draft", async () => {
    const { proposalId } = await draftedProposal(db, community, { women: 3, age60up: null });
    const answer = await ask("proposalPdf", { actor: community.treasurer, params: { id: proposalId } });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(/^inline; filename="usulan-[0-9a-z-]+-v\d+\.pdf"$/),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    });
    expect(answer.headers.has("etag")).toBe(false);
    const pdf = await read(answer);
    expect(pdf.title).toBe("Kebun pangan lansia di Ngelo");
    for (const page of pdf.pages) expect(page).toContain("DRAF");
    for (const amount of ["Rp 500.000", "Rp 4.500.000", "Total kebutuhan Rp 5.000.000", "Jumlah termin Rp 5.000.000"])
      expect(pdf.text).toContain(amount);
    // Its own people read what they wrote, as on the page for printing.
    expect(pdf.text).toContain("Perempuan 3");
    expect(pdf.text).toContain("Lahan sebelum ditanam");
  });
});

describe("the PDF of a program", () => {
  it("says what its page says, with number, version and fingerprint", async () => {
    const { slug, code, proposalId } = await published();
    const answer = await ask("programPdf", { params: { slug } });
    expect(answer.headers.get("cache-control")).toBe("public, no-cache");
    expect(answer.headers.get("content-disposition")).toBe(`inline; filename="${slug}-v1.pdf"`);
    const pdf = await read(answer);
    const version = await db
      .selectFrom("program_versions")
      .select("content_hash")
      .where("proposal_id", "=", proposalId)
      .executeTakeFirstOrThrow();
    expect(pdf.text.replaceAll(" ", "")).toContain(version.content_hash);
    expect(pdf.text).toContain(code);
    expect(pdf.text).not.toContain("DRAF");
    for (const text of ["Rp 500.000", "Rp 4.500.000", "Total kebutuhan Rp 5.000.000", "Jumlah termin Rp 5.000.000", "Kemarau panjang"])
      expect(pdf.text).toContain(text);
    expect(pdf.text).toContain("Jumlah termin sama dengan total kebutuhan.");
  });

  it("is answered with 304 until something on it changes, in each language for itself", async () => {
    const { slug } = await published({ title: "Kebun yang tidak berubah" });
    const first = await ask("programPdf", { params: { slug } });
    const tag = first.headers.get("etag") ?? "";
    const again = await ask("programPdf", { params: { slug }, headers: { "if-none-match": `W/${tag}` } });
    expect([again.status, again.headers.get("etag")]).toEqual([304, tag]);
    const english = await ask("programPdf", { params: { slug }, headers: { "accept-language": "en", "if-none-match": tag } });
    expect(english.status).toBe(200);
    expect((await read(english)).text).toContain("Page 1 of");
  });

  it("shows neither small counts nor where protected people are", async () => {
    const few = await published({ title: "Kebun sedikit perempuan", women: 3, men: 85 });
    const text = (await read(await ask("programPdf", { params: { slug: few.slug } }))).text;
    expect(text).not.toMatch(/Perempuan 3|Laki-laki 85/);
    expect(text).toContain("Angka kecil tidak ditampilkan");

    const group = "trafficking_victim";
    const { slug } = await published({
      title: "Kebun penyintas",
      needs: [group],
      needPeople: [{ code: group, people: 4 }],
      beneficiaries: 4,
      beneficiaryUnit: "orang",
      age60up: null,
      place: "Rumah Bu Rahasia",
    });
    const guarded = (await read(await ask("programPdf", { params: { slug } }))).text;
    expect(guarded).toContain("kurang dari 5 orang");
    expect(guarded).not.toMatch(/Rahasia|Kelurahan Ngelo|\b4 orang/);
    expect(guarded).toContain("Kecamatan");
  });

  it("doesn't place a protected family more exactly than its page does", async () => {
    const family = await buildCommunity(db);
    const { slug } = await published({ title: "Rumah belajar keluarga", place: "Rumah Pak Rahasia" }, family);
    expect((await read(await ask("programPdf", { params: { slug } }))).text).toContain("Rahasia");
    await db.updateTable("organizations").set({ element: "pioneer_family" }).where("id", "=", family.organizationId).execute();
    expect((await read(await ask("programPdf", { params: { slug } }))).text).not.toContain("Rahasia");
  });

  it("answers as its page does: not before publication, and still when suspended or frozen, which it says", async () => {
    const { proposalId } = await draftedProposal(db, community);
    const draft = await db.selectFrom("proposals").select("slug").where("id", "=", proposalId).executeTakeFirstOrThrow();
    for (const slug of [draft.slug, "tidak-ada"]) {
      expect((await ask("programPdf", { params: { slug } })).status).toBe(404);
      expect((await ask("programPage", { params: { slug } })).status).toBe(404);
    }
    const program = await published({ title: "Kebun yang dihentikan" });
    await run(db, suspendProgram, desk.administrator, { proposalId: program.proposalId, reasonCode: "concern_raised", note: "Diperiksa." });
    await run(db, freezeOrganization, desk.administrator, {
      organizationId: community.organizationId,
      scope: "disbursements",
      reason: "Laporan belum lengkap.",
    });
    const answer = await ask("programPdf", { params: { slug: program.slug } });
    expect([answer.status, (await ask("programPage", { params: { slug: program.slug } })).status]).toEqual([200, 200]);
    const { text } = await read(answer);
    expect(text).toContain("Dihentikan sementara");
    expect(text).toContain("Alasan: Laporan belum lengkap.");
  });
});
