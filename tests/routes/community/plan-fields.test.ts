import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { issueText } from "~/features/proposals/issue-messages";
import type { Issue } from "~/features/proposals/issue";
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
  view?: { draft: Record<string, unknown>; unread: Record<string, Record<string, string>>; issues: Issue[] };
  uploadError?: string;
};

/** Sends a step of the editor as its form does. */
async function send(id: string, bagian: string, fields: Record<string, string | string[] | File>): Promise<Sent> {
  const { action } = await import("~/routes/community/proposal-step");
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  const headers = { "x-test-user": community.editor.userId };
  const request = new Request(`http://localhost/ruang/lembaga/usulan/${id}/${bagian}`, { method: "POST", body, headers });
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

/** The sentence beside a field. */
function beside(sent: Sent, field: string): string | undefined {
  const issue = sent.view?.issues.find((one) => one.field === field);
  return issue && issueText(issue, "id");
}

describe("bad input", () => {
  it("of people is kept beside its field, and the rest is saved", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    const fields = ["people", "indirect", "women", "men", "disabled", "age0to5", "age6to17", "age18to59", "age60up"];
    const sent = await send(proposalId, "penerima", {
      versi: String(version),
      needs: ["poor"],
      needPeopleAsked: "ya",
      needPeople: ["poor"],
      "needPeople.poor.people": "semua",
      beneficiaries: "40",
      beneficiaryUnit: "keluarga",
      ...Object.fromEntries(fields.map((field) => [field, `${field}?`])),
    });
    expect(sent.status).toBe(400);
    expect(sent.view?.draft).toMatchObject({ beneficiaries: 40, needs: ["poor"], needPeople: [], women: null });
    for (const field of [...fields, "needPeople.poor.people"]) expect(beside(sent, field)).toMatch(/belum terbaca/);
    expect(sent.view?.unread.people?.["needPeople.poor.people"]).toBe("semua");
  });

  it("that contradicts the number of people says so beside the part", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    const people = { versi: String(version), needs: ["poor"], beneficiaries: "40", beneficiaryUnit: "orang", women: "25", men: "10" };
    expect((await send(proposalId, "penerima", people)).status).toBe(303);
    const { loader } = await import("~/routes/community/proposal-step");
    const request = new Request(`http://localhost/ruang/lembaga/usulan/${proposalId}/penerima`, {
      headers: { "x-test-user": community.editor.userId },
    });
    const page = (await loader({ request, params: { id: proposalId, bagian: "penerima" }, context: {} } as never)) as unknown as Sent;
    const answer = "data" in page ? (page as unknown as { data: Sent }).data : page;
    expect(beside(answer, "men")).toBe("Jumlah bagiannya 35, sedangkan penerima manfaat 40 orang.");
  });

  it("of months is kept beside its field; a likelihood there isn't is none", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    const [activity, risk] = [newId(), newId()];
    const sent = await send(proposalId, "jadwal", {
      versi: String(version),
      activities: [activity],
      [`activities.${activity}.name`]: "Menanam",
      [`activities.${activity}.from`]: "13/2026",
      [`activities.${activity}.to`]: "bulan depan",
      risks: [risk],
      [`risks.${risk}.risk`]: "Kemarau",
      [`risks.${risk}.likelihood`]: "pasti",
      [`risks.${risk}.mitigation`]: "Tandon",
    });
    expect(sent.status).toBe(400);
    expect(beside(sent, `activities.${activity}.from`)).toBe("“13/2026” bukan bulan. Tulis seperti 11/2026.");
    expect(beside(sent, `activities.${activity}.to`)).toBe("“bulan depan” bukan bulan. Tulis seperti 11/2026.");
    expect(beside(sent, `risks.${risk}.likelihood`)).toMatch(/Lengkapi risiko/);
    expect(sent.view?.draft).toMatchObject({
      activities: [{ name: "Menanam", from: null }],
      risks: [{ risk: "Kemarau", likelihood: null }],
    });
  });

  it("of swadaya is kept beside its field; a tax there isn't is none", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    const [line, own] = [newId(), newId()];
    const sent = await send(proposalId, "rab", {
      versi: String(version),
      lines: [line],
      [`lines.${line}.description`]: "Pagar",
      [`lines.${line}.volume`]: "1",
      [`lines.${line}.unit`]: "paket",
      [`lines.${line}.unitPrice`]: "1.000.000",
      [`lines.${line}.tax`]: "ppn-99",
      contributionsAsked: "ya",
      contributions: [own],
      [`contributions.${own}.kind`]: "waktu",
      [`contributions.${own}.description`]: "Gotong royong",
      [`contributions.${own}.volume`]: "banyak",
      [`contributions.${own}.unit`]: "hari",
      [`contributions.${own}.unitPrice`]: "nol",
    });
    expect(sent.status).toBe(400);
    expect(beside(sent, `contributions.${own}.volume`)).toMatch(/belum terbaca/);
    expect(beside(sent, `contributions.${own}.unitPrice`)).toMatch(/belum terbaca/);
    expect(sent.view?.draft).toMatchObject({ lines: [{ tax: null }], contributions: [{ kind: "labour", description: "Gotong royong" }] });
  });

  it("of a file is answered beside the field", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    let at = version;
    const upload = async (file: File, title = "") => {
      const attached = await db.selectFrom("proposal_files").select("file_id").where("proposal_id", "=", proposalId).execute();
      const files = attached.map((row) => row.file_id);
      const sent = await send(proposalId, "rekening", { versi: String(at), aksi: "unggah", files, upload: file, uploadTitle: title });
      at += 1;
      return sent.uploadError ?? sent.status;
    };
    const pdf = (inside: string) => new File([`%PDF-1.4\n${inside}\n%%EOF\n`], "rab.pdf");
    expect(await upload(new File(["%PDF-1.4\n"], "rab.pdf"))).toMatch(/PDF ini terpotong/);
    expect(await upload(pdf("/OpenAction << /S /JavaScript /JS (x) >>"))).toMatch(/berisi program/);
    expect(await upload(new File(["MZ"], "rab.pdf"))).toMatch(/foto .* atau PDF/);
    expect(await upload(pdf("a"), "x".repeat(121))).toMatch(/paling panjang 120 huruf/);
    expect(await upload(pdf("a"))).toBe(303);
    expect(await upload(pdf("a"))).toMatch(/sudah dilampirkan/);
  });
});

describe("rows without JavaScript", () => {
  it("are added and removed by their own buttons, and a known indicator brings name and unit", async () => {
    const { proposalId, version } = await draftedProposal(db, community, { activities: [], risks: [], indicators: [] });
    await send(proposalId, "jadwal", { versi: String(version), aksi: "tambah-kegiatan" });
    await send(proposalId, "rab", { versi: String(version + 1), aksi: "tambah-swadaya", contributionsAsked: "ya" });
    await send(proposalId, "indikator", { versi: String(version + 2), aksi: "tambah-katalog", katalog: "trees-alive" });
    const only = (table: "proposal_activities" | "own_contributions") =>
      db.selectFrom(table).select("id").where("proposal_id", "=", proposalId).execute();
    const [activity] = await only("proposal_activities");
    expect(await only("own_contributions")).toHaveLength(1);
    const known = await db.selectFrom("indicators").select(["code", "name", "unit"]).where("proposal_id", "=", proposalId).execute();
    expect(known).toEqual([{ code: "trees-alive", name: "Pohon hidup", unit: "pohon" }]);
    const id = String(activity?.id);
    await send(proposalId, "jadwal", { versi: String(version + 3), activities: [id], aksi: `hapus-baris:${id}` });
    expect(await only("proposal_activities")).toEqual([]);
  });

  it("keep what belongs to the other kind of row", async () => {
    const { proposalId, version } = await draftedProposal(db, community, {
      contributions: [{ kind: "cash", description: "Kas", volume: "1", unit: "paket", unitPrice: 500_000n }],
    });
    // An import sends lines alone.
    const line = newId();
    await send(proposalId, "rab", { versi: String(version), lines: [line], [`lines.${line}.description`]: "Pipa" });
    const kept = await db.selectFrom("own_contributions").select("description").where("proposal_id", "=", proposalId).execute();
    expect(kept).toEqual([{ description: "Kas" }]);
  });
});
