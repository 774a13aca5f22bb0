import type { Kysely, Transaction } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { checkFactorReset } from "~/features/identity/second-factor/check-factor-reset.server";
import { completeFactorReset } from "~/features/identity/second-factor/complete-factor-reset.server";
import { dropFactorReset } from "~/features/identity/second-factor/drop-factor-reset.server";
import { resetState } from "~/features/identity/second-factor/factor-reset";
import { openFactorResets } from "~/features/identity/second-factor/factor-reset-queries.server";
import { requestFactorReset } from "~/features/identity/second-factor/request-factor-reset.server";
import { stopFactorReset } from "~/features/identity/second-factor/stop-factor-reset.server";
import { readStopToken, stopTokenOf } from "~/features/identity/second-factor/stop-token.server";
import { newId } from "~/kernel/ids";
import { encrypt } from "~/platform/cipher.server";
import { atTime, now } from "~/platform/clock.server";
import { buildActor } from "#db/seed/builders/people";
import { type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { answerOf } from "#tests/support/routes";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

type Operation<Input, Output> = (trx: Transaction<DB>, actor: Actor, input: Input) => Promise<Output>;
let db: Kysely<DB>;
let desk: BuiltDesk;
beforeAll(async () => {
  db = await testDatabase();
  desk = await buildPlatformDesk(db);
});
function run<Input, Output>(operation: Operation<Input, Output>, actor: Actor, input: Input): Promise<Output> {
  return db.transaction().execute((trx) => operation(trx, actor, input));
}
const inHours = (hours: number) => new Date(now().getTime() + hours * 3_600_000);

async function enrolled(person: Actor): Promise<Actor> {
  await db
    .insertInto("second_factors")
    .values({ user_id: person.userId, secret: encrypt("JBSWY3DPEHPK3PXP", "second-factor"), started_at: now(), enrolled_at: now() })
    .onConflict((conflict) => conflict.column("user_id").doNothing())
    .execute();
  return person;
}
const lost = async () => enrolled((await buildCommunity(db)).chair);
const request = (person: Actor) => db.transaction().execute((trx) => requestFactorReset(trx, person));
const note = "Bertemu di kantor, melihat KTP.";
const hasFactor = async (person: Actor) =>
  (await db.selectFrom("second_factors").select("user_id").where("user_id", "=", person.userId).execute()).length === 1;
const mails = async (person: Actor) => {
  const rows = await db
    .selectFrom("email_messages")
    .select("props")
    .where("template", "=", "factor-reset")
    .where("to_address", "=", person.email)
    .orderBy("id")
    .execute();
  return rows.map(({ props }) => props as { what: string; url: string });
};

describe("a way back in", () => {
  it("ends when its owner proves the factor after all", async () => {
    const person = await lost();
    const { resetId } = await request(person);
    await db.transaction().execute((trx) => dropFactorReset(trx, person));
    await db.transaction().execute((trx) => dropFactorReset(trx, person));
    expect((await mails(person)).map(({ what }) => what)).toEqual(["requested", "stopped"]);
    await expect(run(checkFactorReset, desk.administrator, { resetId, note })).rejects.toMatchObject({ code: "reset_moved" });
    expect((await request(person)).resetId).not.toBe(resetId);
  });

  it("is asked for once, checked by another administrator, and done after a day", async () => {
    const person = await lost();
    const [first, again] = [await request(person), await request(person)];
    expect(again).toEqual(first);
    const { resetId } = first;
    await expect(run(completeFactorReset, desk.administrator, { resetId })).rejects.toMatchObject({ code: "reset_moved" });
    await expect(run(checkFactorReset, desk.administrator, { resetId, note: " " })).rejects.toMatchObject({ code: "note_missing" });
    await expect(run(checkFactorReset, desk.verifier, { resetId, note })).rejects.toMatchObject({ code: "not_allowed" });
    await run(checkFactorReset, desk.administrator, { resetId, note });
    await expect(run(checkFactorReset, desk.administrator, { resetId, note })).rejects.toMatchObject({ code: "reset_waits" });
    await expect(atTime(inHours(23), () => run(completeFactorReset, desk.administrator, { resetId }))).rejects.toMatchObject({
      code: "reset_waits",
    });
    expect(await hasFactor(person)).toBe(true);
    await db
      .insertInto("sessions")
      .values({ id: newId(), user_id: person.userId, token: newId(), expires_at: inHours(99), created_at: now(), updated_at: now() })
      .execute();
    await atTime(inHours(25), () => run(completeFactorReset, desk.administrator, { resetId }));
    expect(await hasFactor(person)).toBe(false);
    expect(await db.selectFrom("sessions").select("id").where("user_id", "=", person.userId).execute()).toEqual([]);
    expect((await mails(person)).map(({ what }) => what)).toEqual(["requested", "checked", "done"]);
    const log = await db.selectFrom("audit_log").select("action").where("subject_id", "=", person.userId).orderBy("id").execute();
    expect(log.map(({ action }) => action).filter((action) => action.includes("reset"))).toEqual([
      "account.factor_reset_requested",
      "account.factor_reset_checked",
      "account.factor_reset_done",
    ]);
    await expect(request(person)).rejects.toMatchObject({ code: "factor_missing" });
  });

  it("asks the other administrators to check who it is, once, with nothing that opens or stops it", async () => {
    const waiting = async () => {
      const rows = await db
        .selectFrom("email_messages")
        .select(["to_address", "props", "status"])
        .where("template", "=", "factor-reset-waiting")
        .execute();
      return rows.map(({ to_address, props, status }) => ({ to: to_address, status, props: props as Record<string, string> }));
    };
    const second = await buildActor(db, { name: "Administrator Kedua", organizationId: desk.organizationId, roles: ["administrator"] });
    const before = (await waiting()).length;
    const person = await lost();
    const { resetId } = await request(person);
    await request(person);
    const mailed = (await waiting()).slice(before);
    expect(mailed.map(({ to }) => to).sort()).toEqual([desk.administrator.email, second.email].sort());
    for (const { props, status } of mailed) {
      expect(status).toBe("queued");
      expect(Object.keys(props).sort()).toEqual(["name", "requestedAt", "url"]);
      expect(props).toMatchObject({ name: person.name, url: expect.stringMatching(/\/admin\/pemulihan$/) });
      expect(JSON.stringify(props)).not.toContain(stopTokenOf(resetId));
      expect(JSON.stringify(props)).not.toContain(resetId);
    }
    await enrolled(second);
    const seen = (await waiting()).length;
    const own = await request(second);
    expect((await waiting()).slice(seen).map(({ to }) => to)).toEqual([desk.administrator.email]);
    await stopFactorReset(db, { token: stopTokenOf(own.resetId) });
    const undone = await lost();
    const count = (await waiting()).length;
    const failed = db.transaction().execute(async (trx) => {
      await requestFactorReset(trx, undone);
      throw new Error("undone");
    });
    await expect(failed).rejects.toThrow("undone");
    expect(await waiting()).toHaveLength(count);
  });

  it("is not checked or done by its owner", async () => {
    await enrolled(desk.administrator);
    const { resetId } = await request(desk.administrator);
    await expect(run(checkFactorReset, desk.administrator, { resetId, note })).rejects.toMatchObject({ code: "own_account" });
    await stopFactorReset(db, { token: stopTokenOf(resetId) });
  });

  it("is stopped by the link in the owner's mail, and by no other", async () => {
    const person = await lost();
    const { resetId } = await request(person);
    await run(checkFactorReset, desk.administrator, { resetId, note });
    for (const token of ["", "x", resetId, `${resetId}~x`, `${newId()}~${stopTokenOf(resetId).split("~")[1]}`]) {
      expect(readStopToken(token)).toBeUndefined();
      await expect(stopFactorReset(db, { token })).rejects.toMatchObject({ code: "link_expired" });
    }
    const token = (await mails(person))[1]?.url.split("/").at(-1) ?? "";
    await stopFactorReset(db, { token });
    await expect(stopFactorReset(db, { token })).rejects.toMatchObject({ code: "reset_moved" });
    await expect(atTime(inHours(30), () => run(completeFactorReset, desk.administrator, { resetId }))).rejects.toMatchObject({
      code: "reset_moved",
    });
    expect(await hasFactor(person)).toBe(true);
  });

  it("ends one way when the owner stops it in the moment it is done", async () => {
    for (let round = 0; round < 5; round += 1) {
      const person = await lost();
      const { resetId } = await request(person);
      await run(checkFactorReset, desk.administrator, { resetId, note });
      const [stopped, done, twice] = await atTime(inHours(25), () =>
        Promise.allSettled([
          stopFactorReset(db, { token: stopTokenOf(resetId) }),
          run(completeFactorReset, desk.administrator, { resetId }),
          run(completeFactorReset, desk.administrator, { resetId }),
        ]),
      );
      const ways = [stopped, done, twice].filter((outcome) => outcome.status === "fulfilled");
      expect(ways).toHaveLength(1);
      expect(await hasFactor(person)).toBe(stopped.status === "fulfilled");
    }
  });

  it("is one request when asked for from several tabs at once", async () => {
    const person = await lost();
    const asked = await Promise.all([1, 2, 3].map(() => request(person)));
    expect(new Set(asked.map(({ resetId }) => resetId)).size).toBe(1);
    expect((await openFactorResets(db)).filter((reset) => reset.userId === person.userId)).toHaveLength(1);
  });

  it("says where it stands", () => {
    const at = now();
    const open = { checkedAt: null, dueAt: null, doneAt: null, stoppedAt: null };
    expect(resetState(open, at)).toBe("requested");
    expect(resetState({ ...open, checkedAt: at, dueAt: inHours(1) }, at)).toBe("waiting");
    expect(resetState({ ...open, checkedAt: at, dueAt: at }, at)).toBe("ready");
    expect(resetState({ ...open, dueAt: at, doneAt: at }, at)).toBe("done");
    expect(resetState({ ...open, dueAt: at, stoppedAt: at }, at)).toBe("stopped");
  });
});

describe("the desk's page", () => {
  it.each([
    ["no note", { note: "" }],
    ["a note of spaces", { note: "   " }],
    ["a note too long", { note: "x".repeat(601) }],
    ["no request", { reset: "" }],
    ["a request that is none", { reset: "bukan-id" }],
    ["somebody else's id", { reset: newId() }],
  ])("answers %s with 400 and changes nothing", async (_, changed) => {
    const person = await lost();
    const { resetId } = await request(person);
    const { action } = await import("~/routes/admin/factor-resets");
    const answer = await answerOf(action, desk.administrator, { fields: { reset: resetId, note, ...changed } });
    expect([answer.status, Object.keys(answer.result?.error ?? {}).length]).toEqual([400, 1]);
    expect((await openFactorResets(db)).find((reset) => reset.id === resetId)?.state).toBe("requested");
  });

  it("records the check, and says that ending it is too early", async () => {
    const person = await lost();
    const { resetId } = await request(person);
    const { action } = await import("~/routes/admin/factor-resets");
    expect(await answerOf(action, desk.administrator, { fields: { reset: resetId, note } })).toMatchObject({
      status: 303,
      said: { tone: "ok" },
    });
    expect(await answerOf(action, desk.administrator, { fields: { reset: resetId, aksi: "lepas" } })).toMatchObject({
      status: 303,
      said: { tone: "bad" },
    });
    expect(await answerOf(action, desk.verifier, { fields: { reset: resetId, note } })).toMatchObject({ status: 403 });
    expect(await hasFactor(person)).toBe(true);
  });
});
