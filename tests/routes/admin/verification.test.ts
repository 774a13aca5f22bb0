import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { newId } from "~/kernel/ids";
import { type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { checkedProposal } from "#tests/support/proposals";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

let db: Kysely<DB>;
let desk: BuiltDesk;
let id: string;
beforeAll(async () => {
  db = await testDatabase();
  desk = await buildPlatformDesk(db);
  id = await checkedProposal(db, await buildCommunity(db), desk);
});

type Answer = {
  status: number;
  location?: string | null;
  form?: string;
  result?: { error?: Record<string, string[]>; initialValue?: Record<string, unknown> };
};

async function send(actor: Actor, fields: Record<string, string>): Promise<Answer> {
  const { action } = await import("~/routes/admin/verification");
  const body = new FormData();
  for (const [name, value] of Object.entries({ kunci: newId(), ...fields })) body.append(name, value);
  const request = new Request(`http://localhost/admin/verifikasi/${id}`, {
    method: "POST",
    body,
    headers: { "x-test-user": actor.userId },
  });
  try {
    const answer = (await action({ request, params: { id }, context: {} } as never)) as unknown as {
      data: Answer;
      init: { status: number };
    };
    return { ...answer.data, status: answer.init.status };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: thrown.headers.get("location") };
  }
}

describe("the check sheet", () => {
  it("keeps what was typed and names every mistake at its field", async () => {
    const answer = await send(desk.verifier, {
      aksi: "periksa",
      kind: "budget",
      finding: "Harga wajar.",
      roleLabel: "Meja verifikasi",
      checkedOn: "2026-02-31",
    });
    expect(answer).toMatchObject({ status: 400, form: "periksa" });
    expect(Object.keys(answer.result?.error ?? {}).sort()).toEqual(["checkedOn", "result"]);
    expect(answer.result?.initialValue).toMatchObject({ kind: "budget", finding: "Harga wajar." });
  });

  it("puts a refusal beside the field it is about", async () => {
    const check = {
      aksi: "periksa",
      kind: "budget",
      result: "match",
      finding: "Harga wajar.",
      roleLabel: "Meja verifikasi",
      checkedOn: "2199-01-01",
    };
    const answer = await send(desk.verifier, check);
    expect(answer.status).toBe(400);
    expect(answer.result?.error?.checkedOn?.[0]).toMatch(/belum terjadi/);
  });

  it("is for verifiers", async () => {
    expect((await send(desk.reconciler, { aksi: "periksa" })).status).toBe(403);
    expect((await send(desk.auditor, { aksi: "sematkan" })).status).toBe(403);
  });

  it("pins a request", async () => {
    const answer = await send(desk.verifier, { aksi: "sematkan", field: "title", reasonCode: "unclear", note: "Sebut jumlahnya." });
    expect(answer).toMatchObject({ status: 303, location: `/admin/verifikasi/${id}#permintaan` });
  });
});
