import path from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { anyone, guardedLoader, guardOf, judge, type Requirement } from "~/features/identity/guard.server";
import routes from "~/routes";
import { buildCommunity, buildCompany, buildPlatformDesk, buildPractitioner } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => {
    const userId = request.headers.get("x-test-user");
    return userId ? { userId, sessionId: "test", factor: request.headers.get("x-test-factor") ?? "proven" } : null;
  },
}));

// The guard asks for the language once it lets somebody pass: there the walk turns round, so no loader or action does anything.
const passed = vi.hoisted(() => new Error("passed the guard"));
vi.mock("~/features/identity/preferences.server", async (original) => ({
  ...(await original<object>()),
  languageOf: async () => {
    throw passed;
  },
}));

type Module = Record<string, unknown>;
type Handler = (args: { request: Request; params: Record<string, string>; context: object }) => Promise<unknown>;
type Guarded = { name: string; method: "GET" | "POST"; handler: Handler; requirement: Requirement };

const files = [...new Set(["root.tsx", ...(routes as RouteConfigEntry[]).flatMap(filesOf)])];

function filesOf(entry: RouteConfigEntry): string[] {
  return [entry.file, ...(entry.children ?? []).flatMap(filesOf)];
}

function load(file: string): Promise<Module> {
  return import(path.resolve("app", file)) as Promise<Module>;
}

/** The loaders and actions of a module that anyone could call, because nothing guards them. */
function unguarded(file: string, module: Module): string[] {
  return ["loader", "action"].filter((name) => name in module && !guardOf(module[name])).map((name) => `${file}: ${name}`);
}

function guarded(file: string, module: Module): Guarded[] {
  return (["loader", "action"] as const).flatMap((name) => {
    const requirement = guardOf(module[name]);
    if (!requirement) return [];
    return [{ name: `${file}: ${name}`, method: name === "loader" ? "GET" : "POST", handler: module[name] as Handler, requirement }];
  });
}

let db: Kysely<DB>;
let people: Record<string, Actor | null>;
let modules: [string, Module][];
beforeAll(async () => {
  db = await testDatabase();
  const { chair, editor, treasurer } = await buildCommunity(db);
  const { admin, officer, approver, finance } = await buildCompany(db);
  const { organizationId, ...desk } = await buildPlatformDesk(db);
  const { person: practitioner } = await buildPractitioner(db);
  const { person: extensionOfficer } = await buildPractitioner(db, { element: "functional_extension_officer" });
  const outsider = await buildActor(db, { name: "Tanpa Organisasi" });
  people = {
    anonymous: null,
    outsider,
    chair,
    editor,
    treasurer,
    admin,
    officer,
    approver,
    finance,
    practitioner,
    extensionOfficer,
    ...desk,
  };
  modules = [];
  for (const file of files) modules.push([file, await load(file)]);
}, 240_000);

async function outcomeFor(actor: Actor | null, { handler, method }: Guarded, factor = "proven"): Promise<string> {
  const headers: HeadersInit = actor ? { "x-test-user": actor.userId, "x-test-factor": factor } : {};
  const request = new Request("http://localhost/suatu/alamat?tab=2", {
    method,
    headers,
    ...(method === "POST" && { body: new FormData() }),
  });
  try {
    await handler({ request, params: {}, context: {} });
    return "answered without the guard";
  } catch (thrown) {
    if (thrown === passed) return "passes";
    if (!(thrown instanceof Response)) throw thrown;
    return [thrown.status, thrown.headers.get("location")].filter(Boolean).join(" ");
  }
}

/** What the requirement says about somebody, in the words of HTTP. */
function promised(actor: Actor | null, { requirement, method }: Guarded): string {
  const verdict = judge(requirement, actor);
  if (verdict.allowed) return "passes";
  if (verdict.because === "forbidden") return "403";
  return method === "GET" ? `302 /masuk?kembali=${encodeURIComponent("/suatu/alamat?tab=2")}` : "401";
}

describe("the guard of every address", () => {
  it("stands before every loader and action", () => {
    expect(modules.length).toBeGreaterThan(50);
    expect(modules.flatMap(([file, module]) => unguarded(file, module))).toEqual([]);
  });

  it("is missed where a loader or an action is made without it", () => {
    const loader = guardedLoader(anyone, () => null);
    expect(unguarded("page.tsx", { loader, default: () => null })).toEqual([]);
    expect(unguarded("page.tsx", { loader, action: async () => null })).toEqual(["page.tsx: action"]);
    expect(unguarded("page.tsx", { loader: async () => loader })).toEqual(["page.tsx: loader"]);
  });

  it("lets in whom its requirement names, and nobody else", async () => {
    const doors = modules.flatMap(([file, module]) => guarded(file, module));
    expect(doors.length).toBeGreaterThan(80);
    const wrong: string[] = [];
    for (const door of doors) {
      const walk = Object.entries(people).map(async ([who, actor]) => {
        const [is, should] = [await outcomeFor(actor, door), promised(actor, door)];
        if (is !== should) wrong.push(`${door.name}, ${who}: ${is} instead of ${should}`);
      });
      await Promise.all(walk);
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it("opens a workspace to a money role only with a second factor, and nothing at all before the second step", async () => {
    const doors = modules.flatMap(([file, module]) => guarded(file, module)).filter(({ requirement }) => "roles" in requirement);
    const back = encodeURIComponent("/suatu/alamat?tab=2");
    const led = (to: string, { method }: Guarded) => (method === "GET" ? `302 ${to}?kembali=${back}` : "401");
    const money = ["chair", "treasurer", "approver", "finance", "reconciler", "disburser", "disbursementApprover", "administrator"];
    const wrong: string[] = [];
    for (const door of doors) {
      const walk = Object.entries(people).map(async ([who, actor]) => {
        if (!actor) return;
        const open = promised(actor, door);
        const should = open === "passes" && money.includes(who) ? led("/akun/dua-langkah", door) : open;
        const is = await outcomeFor(actor, door, "none");
        if (is !== should) wrong.push(`${door.name}, ${who} without a factor: ${is} instead of ${should}`);
        const due = await outcomeFor(actor, door, "due");
        if (due !== led("/masuk/kode", door)) wrong.push(`${door.name}, ${who} before the second step: ${due}`);
      });
      await Promise.all(walk);
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it("opens workspaces only to their own kind", () => {
    const wrong: string[] = [];
    const doors = modules.flatMap(([file, module]) => guarded(file, module));
    for (const { name, requirement } of doors) {
      const room = /^routes\/(community|company|admin)\//.exec(name)?.[1];
      if (!room) continue;
      const kind = room === "admin" ? "platform" : room;
      if (requirement.who !== kind) wrong.push(`${name} asks for ${requirement.who}`);
      for (const actor of Object.values(people)) {
        const own = actor?.memberships.some((membership) => membership.kind === kind);
        if (!own && judge(requirement, actor).allowed) wrong.push(`${name} opens to somebody else's kind`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
