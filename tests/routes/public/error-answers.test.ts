import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { errorReason } from "~/components/error-reason";
import { tooMany } from "~/features/identity/form-refusal";
import { DomainError } from "~/kernel/domain-error";
import { buildCommunity } from "#db/seed/builders/organizations";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => {
    const userId = request.headers.get("x-test-user");
    return userId ? { userId, sessionId: "test", factor: "proven" } : null;
  },
}));

let db: Kysely<DB>;
let built = 0;
beforeAll(async () => {
  db = await testDatabase();
});

/** A published program's own address and title. */
async function addressed() {
  const { proposalId } = await buildPublishedProgram(db, { slug: `sumur-dalam-untuk-${["satu", "dua"][built++]}-dukuh-kering` });
  return db.selectFrom("proposals").select(["slug", "title"]).where("id", "=", proposalId).executeTakeFirstOrThrow();
}

async function thrownBy(handler: unknown, address: string, { params = {}, user }: { params?: object; user?: string } = {}) {
  const request = new Request(`http://localhost${address}`, { headers: user ? { "x-test-user": user } : {} });
  const thrown = await Promise.resolve()
    .then(() => (handler as (args: object) => unknown)({ request, params, context: {} }))
    .then(() => undefined)
    .catch((error: unknown) => error);
  if (!(thrown instanceof Response)) throw new Error("nothing was thrown");
  return { status: thrown.status, reason: errorReason(await thrown.json()) };
}

describe("a page that is not there", () => {
  it("names the public program whose address is most alike, and none where nothing is", async () => {
    const { slug, title } = await addressed();
    const [{ loader: missing }, { loader: program }] = [await import("~/routes/public/missing"), await import("~/routes/public/program")];
    const nearest = { href: `/program/${slug}`, title };
    const cut = slug.slice(0, -3);
    expect(await thrownBy(missing, `/programs/${cut}`)).toEqual({ status: 404, reason: { kind: "missing", nearest } });
    expect(await thrownBy(program, `/program/${cut}`, { params: { slug: cut } })).toEqual({
      status: 404,
      reason: { kind: "missing", nearest },
    });
    expect(await thrownBy(missing, "/zzqx")).toEqual({ status: 404, reason: { kind: "missing", nearest: null } });
  });

  it("never names a proposal that is not public", async () => {
    const { slug } = await addressed();
    await db.updateTable("proposals").set({ status: "withdrawn" }).where("slug", "=", slug).execute();
    const { loader } = await import("~/routes/public/missing");
    const { reason } = await thrownBy(loader, `/${slug}`);
    expect(reason?.kind === "missing" && reason.nearest?.href).not.toBe(`/program/${slug}`);
  });
});

describe("a page for somebody else", () => {
  it("says for which roles it is", async () => {
    const { editor } = await buildCommunity(db);
    const { loader } = await import("~/routes/admin/audit");
    const reason = { kind: "forbidden", who: "platform", roles: ["auditor", "administrator"] };
    expect(await thrownBy(loader, "/admin/audit", { user: editor.userId })).toEqual({ status: 403, reason });
  });
});

describe("a page asked for too often", () => {
  it("says from when on it can be asked for again", async () => {
    const before = Date.now();
    const answer = tooMany(new DomainError("rate_limited", { minutes: 15 }));
    const reason = errorReason(await answer.json());
    expect(answer.status).toBe(429);
    const wait = reason?.kind === "too_many" ? Date.parse(reason.at) - before : 0;
    expect(Math.round(wait / 60_000)).toBe(15);
  });
});
