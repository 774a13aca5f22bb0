import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { buildBankAccount } from "#db/seed/builders/bank";
import { type BuiltDesk, buildCompany, buildPlatformDesk } from "#db/seed/builders/organizations";
import { type BuiltPledge, buildCommittedPledge } from "#db/seed/builders/pledges";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { writeKlikBcaCsv } from "#db/seed/klikbca-csv";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

let db: Kysely<DB>;
let desk: BuiltDesk;
let bankAccountId: string;
let number: string;
let pledge: BuiltPledge;
beforeAll(async () => {
  db = await testDatabase();
  desk = await buildPlatformDesk(db);
  bankAccountId = (await buildBankAccount(db)).bankAccountId;
  number = (await db.selectFrom("bank_accounts").select("number").executeTakeFirstOrThrow()).number;
  const company = await buildCompany(db, { name: "PT Gamping Mulya Semesta" });
  pledge = await buildCommittedPledge(db, { program: await buildPublishedProgram(db), company, instalments: [4_000_000n, 6_000_000n] });
});

type Route = { loader?: (args: never) => Promise<unknown>; action?: (args: never) => Promise<unknown> };
type Sent = {
  status: number;
  location: string | null;
  result: { error?: Record<string, string[]>; initialValue?: Record<string, unknown> } | undefined;
  data: unknown;
};

const routes = {
  workbench: () => import("~/routes/admin/reconciliation"),
  imports: () => import("~/routes/admin/statement-imports"),
  preview: () => import("~/routes/admin/statement-preview"),
  result: () => import("~/routes/admin/statement-import"),
  line: () => import("~/routes/admin/bank-line"),
  allocate: () => import("~/routes/admin/allocate-line"),
  ignore: () => import("~/routes/admin/ignore-line"),
  restore: () => import("~/routes/admin/restore-line"),
  reverse: () => import("~/routes/admin/reverse-allocation"),
  accounts: () => import("~/routes/admin/bank-accounts"),
};

type Call = { params?: Record<string, string>; search?: string; fields?: Record<string, string | File> };

async function call(name: keyof typeof routes, actor: Actor, { params = {}, search = "", fields }: Call = {}): Promise<Sent> {
  const route = (await routes[name]()) as Route;
  const body = fields && new FormData();
  for (const [field, value] of Object.entries(fields ?? {})) body?.append(field, value);
  const request = new Request(`http://localhost/admin/rekonsiliasi${search}`, {
    headers: { "x-test-user": actor.userId },
    ...(body && { method: "POST", body }),
  });
  try {
    const answer = await (body ? route.action : route.loader)?.({ request, params, context: {} } as never);
    const wrapped = answer as { data?: { result?: Sent["result"] }; init?: { status?: number } };
    return { status: wrapped.init?.status ?? 200, location: null, result: wrapped.data?.result, data: answer };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: thrown.headers.get("location"), result: undefined, data: undefined };
  }
}

function statement(opening = 0n): string {
  const line = (amount: bigint, description: string, direction: "in" | "out" = "in") => ({ day: today(), direction, amount, description });
  const lines = [line(4_000_000n, "TRSF GAMPING MULYA SEMESTA"), line(5_000n, "BUNGA"), line(750_000n, "SETORAN TUNAI")];
  return writeKlikBcaCsv({ accountNumber: number, holderName: "Yayasan Contoh", from: today(), to: today(), opening, lines });
}

async function upload(content: string, name = "mutasi.csv"): Promise<{ fileId: string; search: string }> {
  const sent = await call("imports", desk.reconciler, { fields: { rekening: bankAccountId, berkas: new File([content], name) } });
  const url = new URL(sent.location ?? "", "http://localhost");
  return { fileId: url.pathname.split("/").at(-1) ?? "", search: url.search };
}

const lineOf = (description: string) =>
  db.selectFrom("bank_lines").selectAll().where("description", "=", description).executeTakeFirstOrThrow();

describe("importing a statement", () => {
  it("names what is wrong with a file beside its field, and keeps nothing", async () => {
    const send = (file: File | string) => call("imports", desk.reconciler, { fields: { rekening: bankAccountId, berkas: file } });
    for (const [content, text] of [
      [new File([], "kosong.csv"), /kosong/],
      [new File([new Uint8Array([0x50, 0x4b, 3, 4, 0])], "mutasi.csv"), /Excel/],
      [new File(["%PDF-1.7"], "mutasi.csv"), /PDF/],
      ["", /Pilih berkas/],
    ] as const) {
      const sent = await send(content);
      expect([sent.status, sent.result?.error?.berkas?.[0]]).toEqual([400, expect.stringMatching(text)]);
    }
    expect(await db.selectFrom("files").select("id").execute()).toEqual([]);
  });

  it("shows what would happen, asks for a decision about a gap, and imports once", async () => {
    const gap = await upload(statement(9_000_000n), "celah.csv");
    const refused = await call("preview", desk.reconciler, { params: { fileId: gap.fileId }, fields: { rekening: bankAccountId } });
    expect([refused.status, Object.keys(refused.result?.error ?? {})]).toEqual([400, ["terima-celah"]]);

    const { fileId, search } = await upload(statement());
    const shown = await call("preview", desk.reconciler, { params: { fileId }, search });
    expect(shown.data).toMatchObject({ preview: { fresh: 3, known: 0, fatal: 0, gap: null, format: "klikbca_business" } });
    const confirm = () => call("preview", desk.reconciler, { params: { fileId }, fields: { rekening: bankAccountId } });
    const [first, second] = await Promise.all([confirm(), confirm()]);
    expect(first.status).toBe(303);
    expect(second.location).toBe(first.location);
    const id = first.location?.split("/").at(-1) ?? "";
    const result = await call("result", desk.auditor, { params: { id } });
    expect(result.data).toMatchObject({ result: { fresh: 3, gap: 0n, waitingIn: { count: 3 }, balance: 4_755_000n, closing: 4_755_000n } });
    const again = await call("preview", desk.reconciler, { params: { fileId }, search });
    expect(again.data).toMatchObject({ preview: { fresh: 0, known: 3 } });
  });

  it("names the line of a broken file on the preview", async () => {
    const { fileId, search } = await upload(statement().replace("750,000.00 CR", "7,5E+05 CR"), "rusak.csv");
    const shown = await call("preview", desk.reconciler, { params: { fileId }, search });
    expect(shown.data).toMatchObject({ preview: { fatal: 1, problems: [{ code: "number_mangled", lines: [{ lineNumber: 11 }] }] } });
    const sent = await call("preview", desk.reconciler, { params: { fileId }, fields: { rekening: bankAccountId } });
    expect([sent.status, sent.result?.error?.berkas?.[0]]).toEqual([400, expect.stringContaining("Baris 11")]);
  });

  it("is for reconcilers; others of the desk may look, and nobody sees another file", async () => {
    expect((await call("imports", desk.disburser)).status).toBe(403);
    expect((await call("imports", desk.auditor)).status).toBe(200);
    expect((await call("imports", desk.auditor, { fields: { rekening: bankAccountId } })).status).toBe(403);
    expect((await call("workbench", pledge.company.finance)).status).toBe(403);
    expect((await call("preview", desk.reconciler, { params: { fileId: newId() } })).status).toBe(404);
    expect((await call("line", desk.auditor, { params: { id: "bukan-id" } })).status).toBe(404);
  });
});

describe("the workbench", () => {
  it("suggests with reasons and counts what is open", async () => {
    const shown = await call("workbench", desk.auditor);
    expect(shown.data).toMatchObject({ mayDecide: false, proof: { difference: 0n, openLines: 3 }, counts: { "/admin/rekonsiliasi": 3 } });
    const { id } = await lineOf("TRSF GAMPING MULYA SEMESTA");
    const chosen = await call("workbench", desk.reconciler, { search: `?baris=${id}` });
    expect(chosen.data).toMatchObject({ decision: { line: { id }, suggestions: [{ kind: "one", parts: [{ amount: 4_000_000n }] }] } });
  });

  it("keeps what was typed when a split is wrong, then matches, and takes it back with a reason", async () => {
    const { id } = await lineOf("TRSF GAMPING MULYA SEMESTA");
    const part = (index: number, amount: string) => ({
      [`bagian[${index}].mutasi`]: id,
      [`bagian[${index}].program`]: pledge.proposalId,
      [`bagian[${index}].tahap`]: pledge.payments[index]?.paymentId ?? "",
      [`bagian[${index}].jumlah`]: amount,
    });
    const send = (...amounts: string[]) =>
      call("allocate", desk.reconciler, {
        params: { id },
        fields: { kunci: newId(), ...Object.assign({}, ...amounts.map((amount, index) => part(index, amount))) },
      });
    const unreadable = await send("empat juta", "");
    expect([unreadable.status, Object.keys(unreadable.result?.error ?? {})]).toEqual([400, ["bagian[0].jumlah"]]);
    expect(unreadable.result?.initialValue).toMatchObject({ bagian: [{ jumlah: "empat juta" }, {}] });
    const over = await send("3.000.000", "1.000.001");
    expect([over.status, over.result?.error?.jumlah?.[0]]).toEqual([400, expect.stringContaining("melebihi sisa mutasi")]);
    const none = await send("", "");
    expect([none.status, none.result?.error?.jumlah?.[0]]).toEqual([400, expect.stringContaining("Isi jumlah")]);
    expect((await send("3.000.000", "1jt")).status).toBe(303);
    expect(await lineOf("TRSF GAMPING MULYA SEMESTA")).toMatchObject({ status: "posted", allocated: 4_000_000n });
    expect((await send("3.000.000", "")).location).toBe(`/admin/rekonsiliasi/baris/${id}`);

    const [allocation] = await db.selectFrom("allocations").select("id").where("bank_line_id", "=", id).orderBy("amount").execute();
    const reverse = (alasan: string) =>
      call("reverse", desk.reconciler, { params: { id: allocation?.id ?? "" }, fields: { kunci: newId(), alasan } });
    expect(Object.keys((await reverse(" ")).result?.error ?? {})).toEqual(["alasan"]);
    expect((await reverse("Salah tahap")).location).toBe(`/admin/rekonsiliasi/baris/${id}`);
    const again = await reverse("Salah tahap");
    expect([again.status, again.result?.error?.[""]?.[0]]).toEqual([400, expect.stringContaining("sudah dibalik")]);
  });

  it("sets interest aside with its reason, and opens it again", async () => {
    const { id } = await lineOf("BUNGA");
    const ignore = (fields: Record<string, string>) =>
      call("ignore", desk.reconciler, { params: { id }, fields: { kunci: newId(), ...fields } });
    expect(Object.keys((await ignore({})).result?.error ?? {})).toEqual(["alasan"]);
    expect(Object.keys((await ignore({ alasan: "other" })).result?.error ?? {})).toEqual(["catatan"]);
    expect((await ignore({ alasan: "bank_interest" })).status).toBe(303);
    expect((await lineOf("BUNGA")).status).toBe("ignored");
    expect((await call("restore", desk.reconciler, { params: { id }, fields: { kunci: newId() } })).status).toBe(303);
    expect((await lineOf("BUNGA")).status).toBe("imported");
  });

  it("lets an administrator add accounts, each once", async () => {
    const fields = {
      kunci: newId(),
      bank: "Bank Loka Artha",
      nomor: "0098-7600 71",
      pemilik: "Yayasan Contoh",
      sejak: "2026-01-01",
      saldo: "1.500.000",
    };
    expect((await call("accounts", desk.reconciler, { fields })).status).toBe(403);
    expect((await call("accounts", desk.administrator, { fields })).status).toBe(303);
    const again = await call("accounts", desk.administrator, { fields: { ...fields, kunci: newId() } });
    expect([again.status, Object.keys(again.result?.error ?? {})]).toEqual([400, ["nomor"]]);
    const strange = await call("accounts", desk.administrator, { fields: { ...fields, kunci: newId(), nomor: "12", sejak: "2026-02-31" } });
    expect(Object.keys(strange.result?.error ?? {}).sort()).toEqual(["nomor", "sejak"]);
  });
});
