import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { answerOf } from "#tests/support/routes";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

let db: Kysely<DB>;
let desk: BuiltDesk;
let community: BuiltCommunity;
beforeAll(async () => {
  db = await testDatabase();
  desk = await buildPlatformDesk(db);
  community = await buildCommunity(db, { name: "Lembaga Audit" });
  await db.transaction().execute(async (trx) => {
    const { organizationId } = community;
    const entry = { actorId: desk.administrator.userId, subject: { kind: "organization", id: organizationId }, organizationId } as const;
    await recordAudit(trx, { ...entry, action: "organization.frozen" });
    await recordAudit(trx, { ...entry, action: "organization.profile_edited" });
  });
});

type Page = {
  lines: { id: string; action: string }[];
  figures: { matching: number; unread: number };
  entry: { id: string; action: string; lines: unknown[] } | null;
  mayMark: boolean;
};
const page = async (actor = desk.auditor, call: { params?: Record<string, string>; search?: string } = {}) => {
  const { loader } = await import("~/routes/admin/audit");
  const answer = await answerOf(loader, actor, call);
  return { ...answer, data: answer.data as Page };
};
const idOf = async (action: string) => (await page()).data.lines.find((line) => line.action === action)?.id ?? "";

describe("the audit log at the desk", () => {
  it("opens beside the list what deserves reading, or the line of the address with what went with it", async () => {
    const { data } = await page();
    expect(data.figures.unread).toBe(1);
    expect(data.entry?.action).toBe("organization.frozen");
    const other = await page(desk.administrator, { params: { id: await idOf("organization.profile_edited") }, search: "?kelompok=unread" });
    expect(other.data).toMatchObject({ mayMark: false, figures: { matching: 1 }, entry: { action: "organization.profile_edited" } });
    expect(other.data.entry?.lines).toMatchObject([{ action: "organization.frozen" }]);
    for (const id of ["0198c0de-0000-7000-8000-000000000000", "bukan-nomor"])
      expect((await page(desk.auditor, { params: { id } })).status).toBe(404);
    expect((await page(desk.verifier)).status).toBe(403);
  });

  it("gives the same lines as a file that nobody keeps", async () => {
    const { loader } = await import("~/routes/admin/audit-csv");
    const request = new Request("http://localhost/admin/audit.csv?kelompok=unread", { headers: { "x-test-user": desk.auditor.userId } });
    const response = (await loader({ request, params: {}, context: {} as never })) as Response;
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    const lines = (await response.text()).split("\r\n").filter(Boolean);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain("organization.frozen");
    expect(lines[2]).toMatch(/^sha256,[0-9a-f]{64},\?kelompok=unread$/);
  });

  it("lets an auditor mark a line as read; a note too long is said beside it with what was typed", async () => {
    const { action } = await import("~/routes/admin/audit");
    const id = await idOf("organization.frozen");
    const long = await answerOf(action, desk.auditor, { params: { id }, fields: { note: "a".repeat(501) } });
    expect(long).toMatchObject({ status: 400, result: { error: { note: ["note_long"] }, initialValue: { note: "a".repeat(501) } } });
    const marked = await answerOf(action, desk.auditor, { params: { id }, search: "?peran=administrator", fields: { note: "" } });
    expect(marked).toMatchObject({ status: 303, location: `/admin/audit/${id}?peran=administrator` });
    expect((await page()).data.figures.unread).toBe(0);
    // How the auditor acted is kept with the line that tells of it.
    const { acting } = await db.selectFrom("audit_log").select("acting").where("action", "=", "audit.read").executeTakeFirstOrThrow();
    expect(acting).toMatchObject({ organizationId: desk.organizationId, roles: ["auditor"], factor: "proven", device: null });
    expect(await answerOf(action, desk.auditor, { params: { id }, fields: { note: "" } })).toMatchObject({ status: 400 });
    expect((await answerOf(action, desk.administrator, { params: { id }, fields: { note: "" } })).status).toBe(403);
  });
});

describe("the activity of an organisation as a file", () => {
  it("holds its own lines alone", async () => {
    const { loader } = await import("~/routes/community/activity-csv");
    const request = new Request("http://localhost/ruang/lembaga/aktivitas.csv", { headers: { "x-test-user": community.chair.userId } });
    const text = await ((await loader({ request, params: {}, context: {} as never })) as Response).text();
    expect(text).toContain("organization.frozen");
    expect(text).not.toContain("audit.read");
    expect(text).not.toContain(desk.administrator.name);
  });
});

describe("the system's health", () => {
  it("counts what needs a look, and checks the books on the spot", async () => {
    const { loader, action } = await import("~/routes/admin/health");
    const told = async () => ((await answerOf(loader, desk.auditor)).data as { told: { name: string; good: boolean }[] }).told;
    const look = async () => (await told()).flatMap(({ name, good }) => (good ? [] : [name]));
    expect(await look()).toEqual(["ledger", "audit", "services"]);
    expect(await answerOf(action, desk.auditor, { fields: {} })).toMatchObject({ status: 303, location: "/admin/kesehatan" });
    expect(await look()).toEqual(["services"]);
    for (const handler of [loader, action]) expect((await answerOf(handler, desk.verifier, { fields: {} })).status).toBe(403);
  });
});
