import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import type { PledgeDraft } from "~/features/pledges/pledge-draft";
import { submitPledge } from "~/features/pledges/submit-pledge.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { buildBankAccount } from "#db/seed/builders/bank";
import { type BuiltCompany, buildCompany } from "#db/seed/builders/organizations";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { approvedPledge, pledgeInput, run } from "#tests/support/pledges";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => {
    const userId = request.headers.get("x-test-user");
    return userId ? { userId, sessionId: "test", factor: "proven" } : null;
  },
}));

let db: Kysely<DB>;
let company: BuiltCompany;
let program: BuiltProgram;
beforeAll(async () => {
  db = await testDatabase();
  await buildBankAccount(db);
  company = await buildCompany(db);
  program = await buildPublishedProgram(db);
});

// biome-ignore lint/suspicious/noExplicitAny: a loader's data, seen through the eyes of its page
type Answer = { status: number; location: string | null; headers: Headers; data: any };
type Handler = (args: never) => Promise<unknown>;
type Sent = { actor?: Actor; path: string; params: Record<string, string>; form?: Record<string, string | string[]> };

/** What a handler answers: a redirect, an error, or data with its status. */
async function ask(handler: Handler, { actor, path, params, form }: Sent): Promise<Answer> {
  const headers = { "accept-language": "id", ...(actor ? { "x-test-user": actor.userId } : {}) };
  const body = form && new FormData();
  for (const [name, value] of Object.entries(form ?? {})) for (const one of [value].flat()) body?.append(name, one);
  const request = new Request(`http://localhost${path}`, { headers, ...(body ? { method: "POST", body } : {}) });
  const answer = await handler({ request, params, context: {} } as never).catch((thrown: unknown) => thrown);
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get("location"), headers: answer.headers, data: null };
  if (answer instanceof Error) throw answer;
  const wrapped = answer as { type?: string; data?: unknown; init?: ResponseInit | null };
  if (wrapped?.type !== "DataWithResponseInit") return { status: 200, location: null, headers: new Headers(), data: answer };
  return { status: wrapped.init?.status ?? 200, location: null, headers: new Headers(wrapped.init?.headers), data: wrapped.data };
}

const typed = (fields: Record<string, string | string[]> = {}) => ({
  cara: "jumlah",
  jumlah: "1.000.000",
  tahap: "1",
  mulai: addDays(today(), 20),
  jarak: "1",
  dilihat: "1000000",
  kunci: newId(),
  ...fields,
});

describe("/program/:slug/komitmen", () => {
  const page = async () => import("~/routes/public/pledge");
  const at = (slug = program.slug) => ({ path: `/program/${slug}/komitmen`, params: { slug } });

  it("leads who isn't signed in to sign in and back, with what was typed", async () => {
    const { path, params } = at();
    const answer = await ask((await page()).loader, { path: `${path}?jumlah=5+jt&maksud=hitung`, params });
    expect(answer.status).toBe(302);
    expect(decodeURIComponent(answer.location ?? "")).toBe(`/masuk?kembali=${path}?jumlah=5+jt&maksud=hitung`);
  });

  it("explains to a community member, a reader and an unchecked company why they can't pledge", async () => {
    const { loader, action } = await page();
    const because = async (actor: Actor) => (await ask(loader, { actor, ...at() })).data.eligibility.because;
    expect(await because(program.community.chair)).toBe("no_company");
    expect(await because(company.finance)).toBe("wrong_role");
    expect(await because((await buildCompany(db, { standing: "submitted" })).officer)).toBe("standing_invalid");
    expect((await ask(action, { actor: program.community.chair, ...at(), form: typed() })).status).toBe(403);
    expect((await ask(action, { actor: company.finance, ...at(), form: typed() })).status).toBe(403);
  });

  it("is not there for a program that isn't", async () => {
    expect((await ask((await page()).loader, { actor: company.officer, ...at("tidak-ada") })).status).toBe(404);
  });

  it("sends a sound pledge and leads to it", async () => {
    const answer = await ask((await page()).action, { actor: company.officer, ...at(), form: typed() });
    expect(answer.status).toBe(303);
    expect(answer.location).toMatch(/^\/ruang\/perusahaan\/komitmen\/[0-9a-f-]{36}$/);
  });

  it("answers bad input beside its field and keeps everything that was typed", async () => {
    const { action } = await page();
    const send = async (fields: Record<string, string | string[]>) => {
      const answer = await ask(action, { actor: company.officer, ...at(), form: typed(fields) });
      expect(answer.status).toBe(400);
      return answer.data.draft as PledgeDraft;
    };
    const bad = await send({ jumlah: "sejuta lebih", catatan: "Jangan hilang", jarak: "3" });
    expect(bad.problems.map((problem) => [problem.field, problem.code])).toEqual([["jumlah", "not_rupiah"]]);
    expect(bad.typed).toMatchObject({ amount: "sejuta lebih", note: "Jangan hilang", everyMonths: "3" });

    const rows = await send({ tahap: "2", nominal: ["600.000", "300.000"], tempo: [addDays(today(), 20), addDays(today(), 50)] });
    expect(rows.problems).toMatchObject([{ field: "nominal-1", code: "instalments_sum", details: { difference: 100_000n } }]);
    expect(rows.rows.map((row) => row.amount)).toEqual(["600.000", "300.000"]);

    const past = await send({ mulai: "2026-02-01", jumlah: "99.000.000" });
    expect(past.problems.map((problem) => problem.field)).toEqual(["jumlah", "mulai"]);
    expect((await send({ catatan: "x".repeat(1001) })).problems).toMatchObject([{ field: "catatan", code: "too_long" }]);
    expect((await send({ dilihat: "999" })).problems).toMatchObject([{ field: "jumlah", code: "amount_changed" }]);
    expect((await send({ kunci: "bukan kunci" })).problems).toMatchObject([{ field: "", code: "key_missing" }]);
  });
});

describe("/ruang/perusahaan/persetujuan/:id", () => {
  const page = async () => import("~/routes/company/approval");
  const pledged = async (amount = 500_000n) => {
    const { pledgeId } = await run(db, submitPledge, company.officer, pledgeInput(program, company, amount));
    return { path: `/ruang/perusahaan/persetujuan/${pledgeId}`, params: { id: pledgeId } };
  };

  it("is seen by the company's members only", async () => {
    const at = await pledged();
    const { loader, action } = await page();
    expect((await ask(loader, { actor: company.approver, ...at })).data).toMatchObject({ mayDecide: true, isDrafter: false });
    expect((await ask(loader, { actor: company.officer, ...at })).data).toMatchObject({ mayDecide: false, isDrafter: true });
    const foreign = await buildCompany(db);
    expect((await ask(loader, { actor: foreign.approver, ...at })).status).toBe(404);
    expect((await ask(action, { actor: foreign.approver, ...at, form: { putusan: "setujui", kunci: newId() } })).status).toBe(404);
    expect((await ask(action, { actor: company.officer, ...at, form: { putusan: "setujui", kunci: newId() } })).status).toBe(403);
    expect((await ask(loader, { actor: company.approver, path: "/x", params: { id: "bukan-id" } })).status).toBe(404);
  });

  it("keeps what was typed when a refusal names no reason, and takes it with one", async () => {
    const at = await pledged();
    const { action } = await page();
    const bad = await ask(action, { actor: company.approver, ...at, form: { putusan: "tolak", alasan: "", catatan: "Tahun depan" } });
    expect(bad.status).toBe(400);
    expect(bad.data.result).toMatchObject({ error: { alasan: ["reason_missing"] }, initialValue: { catatan: "Tahun depan" } });
    const good = await ask(action, { actor: company.approver, ...at, form: { putusan: "tolak", alasan: "overlap", catatan: "" } });
    expect(good).toMatchObject({ status: 303, location: "/ruang/perusahaan/persetujuan" });
  });

  it("says in words what is left when others were faster", async () => {
    const own = await buildPublishedProgram(db);
    const { pledgeId } = await run(db, submitPledge, company.officer, pledgeInput(own, company, 8_000_000n));
    await approvedPledge(db, own, company, 9_000_000n);
    const at = { path: `/ruang/perusahaan/persetujuan/${pledgeId}`, params: { id: pledgeId } };
    const answer = await ask((await page()).action, { actor: company.approver, ...at, form: { putusan: "setujui", kunci: newId() } });
    expect(answer.status).toBe(400);
    expect(answer.data.refusal).toBe("Yang belum terdanai tinggal Rp\u00a01.000.000. Kurangi jumlahnya, atau pilih program lain.");
  });
});

describe("a pledge's own pages", () => {
  it("show where to transfer, make a link once, and cancel with a reason", async () => {
    const id = await approvedPledge(db, await buildPublishedProgram(db), company, 2_000_000n);
    const path = `/ruang/perusahaan/komitmen/${id.pledgeId}`;
    const at = { path, params: { id: id.pledgeId } };
    const { loader } = await import("~/routes/company/pledge");
    const shown = await ask(loader, { actor: company.finance, ...at });
    expect(shown.data).toMatchObject({ account: { bankName: "Bank Contoh" }, rights: { link: true, cancel: false } });
    expect((await ask(loader, { actor: (await buildCompany(db)).finance, ...at })).status).toBe(404);

    const link = await import("~/routes/company/payment-link");
    const made = await ask(link.action, { actor: company.finance, ...at, form: { maksud: "buat" } });
    expect(made.headers.get("cache-control")).toBe("no-store");
    const token = String(made.data.url).split("/").at(-1) ?? "";
    const { loader: open } = await import("~/routes/public/payment-status");
    const secret = await ask(open, { path: `/bayar/${token}`, params: { token } });
    expect(secret.data.page).toMatchObject({ status: "committed" });
    expect(secret.headers.get("cache-control")).toBe("no-store");
    expect(secret.headers.get("x-robots-tag")).toContain("noindex");
    expect((await ask(link.action, { actor: company.approver, ...at, form: { maksud: "buat" } })).status).toBe(403);
    expect((await ask(link.action, { actor: company.finance, ...at, form: { maksud: "cabut" } })).status).toBe(303);
    const closed = await ask(open, { path: `/bayar/${token}`, params: { token } });
    expect(closed).toMatchObject({ status: 410, data: { page: null } });

    const { action: cancel } = await import("~/routes/company/cancel-pledge");
    const bad = await ask(cancel, { actor: company.approver, ...at, form: { alasan: "unpaid", catatan: "Alasan kami" } });
    expect(bad).toMatchObject({
      status: 400,
      data: { result: { error: { alasan: ["reason_missing"] }, initialValue: { catatan: "Alasan kami" } } },
    });
    const officer = await ask(cancel, { actor: company.officer, ...at, form: { alasan: "other", catatan: "" } });
    expect(officer.status).toBe(400);
    expect(officer.data.result.error[""]).toEqual(["Peran Anda tidak boleh melakukan ini."]);
    expect(await ask(cancel, { actor: company.approver, ...at, form: { alasan: "other", catatan: "" } })).toMatchObject({
      status: 303,
      location: path,
    });
  });
});

describe("/ruang/perusahaan", () => {
  it("adds up what the company has pledged, and what waits for it", async () => {
    const own = await buildCompany(db, { name: "PT Dasbor" });
    const { loader } = await import("~/routes/company/dashboard");
    const empty = await ask(loader, { actor: own.officer, path: "/ruang/perusahaan", params: {} });
    expect(empty.data).toMatchObject({ flow: { committed: 0n }, portfolio: [], goals: [], waiting: [], due: [], reports: [] });
    const first = await buildPublishedProgram(db, { goals: [8, 4] });
    const second = await buildPublishedProgram(db, { goals: [8] });
    await approvedPledge(db, first, own, 3_000_000n);
    await approvedPledge(db, first, own, 2_000_000n);
    await approvedPledge(db, second, own, 1_000_000n);
    await run(db, submitPledge, own.officer, pledgeInput(second, own, 4_000_000n));
    const { data } = await ask(loader, { actor: own.officer, path: "/ruang/perusahaan", params: {} });
    expect(data.flow.committed).toBe(6_000_000n);
    expect(data.portfolio.map((row: { committed: bigint }) => row.committed)).toEqual([5_000_000n, 1_000_000n]);
    expect(data.goals).toMatchObject([{ goal: 8, committed: 6_000_000n }]);
    expect(data.counts).toEqual({ "/ruang/perusahaan/komitmen": 3, "/ruang/perusahaan/persetujuan": 1 });
    expect(data.due).toHaveLength(3);
    const quarters = data.quarters as { due: bigint; received: bigint }[];
    expect(quarters).toHaveLength(4);
    const dueDay = addDays(today(), 30);
    const dueThisYear = dueDay.slice(0, 4) === today().slice(0, 4) ? 6_000_000n : 0n;
    expect(quarters.reduce((total, quarter) => total + quarter.due, 0n)).toBe(dueThisYear);
    expect(quarters.every((quarter) => quarter.received === 0n)).toBe(true);
    expect(data.tranches).toMatchObject([
      { n: 1, status: null },
      { n: 1, status: null },
    ]);
  });
});
