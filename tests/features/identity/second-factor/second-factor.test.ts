import { describe, expect, test } from "vitest";
import { listSessions } from "~/features/identity/account-queries.server";
import { changePassword } from "~/features/identity/change-password.server";
import { createAccount } from "~/features/identity/create-account.server";
import { findActor } from "~/features/identity/load-actor.server";
import { requestPasswordReset, resetPassword } from "~/features/identity/reset-password.server";
import { forgetDevice, reissueRecoveryCodes, removeSecondFactor } from "~/features/identity/second-factor/change-second-factor.server";
import { finishEnrolment, startEnrolment } from "~/features/identity/second-factor/enrol.server";
import { passSecondStep } from "~/features/identity/second-factor/pass-second-step.server";
import { demoCode, enrolmentOf, factorState, listRememberedDevices } from "~/features/identity/second-factor/second-factor-queries.server";
import { codeOf, stepAt } from "~/features/identity/second-factor/totp.server";
import { signIn } from "~/features/identity/sign-in.server";
import { newId } from "~/kernel/ids";
import { atTime } from "~/platform/clock.server";
import { buildSecondFactor } from "#db/seed/builders/people";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();
const { readSession } = await import("~/features/identity/session.server");
const password = "sawah hijau di kaki bukit";
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const start = new Date();
/** Moments of their own, so that no code is used twice by accident. */
const at = (steps: number) => new Date(start.getTime() + steps * 30_000);
const codeAt = (when: Date) => codeOf(secret, stepAt(when));

async function person() {
  const email = `orang-${newId()}@contoh.example`;
  const { userId } = await createAccount(db, { name: "Sari Wibowo", email, password });
  const actor = await findActor(db, userId);
  if (!actor) throw new Error("no such person");
  return { email, userId, actor };
}

async function protectedPerson() {
  const one = await person();
  return { ...one, codes: await buildSecondFactor(db, one.userId, secret) };
}

async function entered(email: string, deviceToken: string | null = null) {
  const opened = await signIn(db, { email, password, remember: false, place: newId(), headers: new Headers(), deviceToken });
  const cookie = opened.cookies.map((one) => one.split(";")[0]).join("; ");
  const session = await readSession(new Request("http://localhost:3000/", { headers: { cookie } }));
  return { ...opened, cookie, session };
}

const step = (sessionId: string | undefined, code: string, remember = false) => ({
  sessionId: sessionId ?? "",
  code,
  remember,
  userAgent: "Mozilla/5.0 (Windows) Firefox/140.0",
  place: "203.0.113.7",
});

describe("enrolment", () => {
  test("protects nothing until a code of the new key was typed; then other devices are signed out", async () => {
    const { actor, email, userId } = await person();
    const here = await entered(email);
    const elsewhere = await entered(email);
    expect(here).toMatchObject({ secondStep: false, session: { factor: "none" } });
    await db.transaction().execute((trx) => startEnrolment(trx, actor, {}));
    expect(await factorState(db, userId)).toEqual({ state: "started" });
    expect((await entered(email)).secondStep).toBe(false);
    const { secret: shown, squares } = (await enrolmentOf(db, actor)) ?? { secret: "", squares: "" };
    expect(squares).toMatch(/^M\d+ \d+h1v1h-1z/);
    const stored = await db.selectFrom("second_factors").select("secret").where("user_id", "=", userId).executeTakeFirstOrThrow();
    expect(stored.secret).not.toContain(shown);

    const sessionId = here.session?.sessionId ?? null;
    await expect(finishEnrolment(db, actor, { code: "12345", sessionId })).rejects.toMatchObject({ code: "factor_code_form" });
    const { codes } = await finishEnrolment(db, actor, { code: codeOf(shown, stepAt(new Date())), sessionId });
    expect(new Set(codes).size).toBe(10);
    const hashes = await db.selectFrom("recovery_codes").select("code_hash").where("user_id", "=", userId).execute();
    expect(hashes.map((row) => row.code_hash)).not.toContain(codes[0]);
    expect(await factorState(db, userId)).toMatchObject({ state: "enrolled", codesLeft: 10 });
    expect((await listSessions(db, userId)).map((session) => session.id)).toEqual([sessionId]);
    expect(await readSession(new Request("http://localhost:3000/", { headers: { cookie: elsewhere.cookie } }))).toBeNull();

    await expect(db.transaction().execute((trx) => startEnrolment(trx, actor, {}))).rejects.toMatchObject({ code: "factor_enrolled" });
    await expect(finishEnrolment(db, actor, { code: "123456", sessionId })).rejects.toMatchObject({ code: "factor_enrolled" });
    const mail = await db.selectFrom("email_messages").select("template").where("to_address", "=", email).execute();
    expect(mail).toEqual([{ template: "second-factor-changed" }]);
  });

  test("can't be ended before it was begun", async () => {
    const { actor } = await person();
    await expect(finishEnrolment(db, actor, { code: "123456", sessionId: null })).rejects.toMatchObject({ code: "factor_not_started" });
  });
});

describe("the second step of signing in", () => {
  test("is due after the password, and the session is not listed until it is passed", async () => {
    const { actor, email, userId } = await protectedPerson();
    const { secondStep, session, cookie } = await entered(email);
    expect({ secondStep, factor: session?.factor }).toEqual({ secondStep: true, factor: "due" });
    expect(await listSessions(db, userId)).toEqual([]);
    const { deviceToken } = await atTime(at(0), () => passSecondStep(db, actor, step(session?.sessionId, codeAt(at(0)))));
    expect(deviceToken).toBeNull();
    const request = new Request("http://localhost:3000/", { headers: { cookie } });
    expect(await readSession(request)).toMatchObject({ userId, factor: "proven" });
    expect(await listSessions(db, userId)).toHaveLength(1);
  });

  test("has to be passed within a quarter of an hour", async () => {
    const { email } = await protectedPerson();
    const { cookie } = await entered(email);
    const request = new Request("http://localhost:3000/", { headers: { cookie } });
    const late = new Date(Date.now() + 16 * 60_000);
    expect(await atTime(late, () => readSession(request))).toBeNull();
  });

  test("takes a code once, also from two senders at the same moment", async () => {
    const { actor, email } = await protectedPerson();
    const [one, other] = [await entered(email), await entered(email)];
    const when = at(3);
    const tries = await atTime(when, () =>
      Promise.allSettled([
        passSecondStep(db, actor, step(one.session?.sessionId, codeAt(when))),
        passSecondStep(db, actor, step(other.session?.sessionId, codeAt(when))),
      ]),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(tries.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "factor_code_used" } });
    // An older code within the window is refused too, once a newer one was taken.
    const older = atTime(when, () => passSecondStep(db, actor, step(other.session?.sessionId, codeAt(at(2)))));
    await expect(older).rejects.toMatchObject({ code: "factor_code_used" });
  });

  test("closes for a while after five wrong codes", async () => {
    const { actor, email } = await protectedPerson();
    const { session } = await entered(email);
    for (let left = 4; left >= 0; left -= 1) {
      const wrong = passSecondStep(db, actor, step(session?.sessionId, "bukan-kode-cadangan"));
      await expect(wrong).rejects.toMatchObject({ code: "factor_code_wrong", details: { left } });
    }
    const right = atTime(at(6), () => passSecondStep(db, actor, step(session?.sessionId, codeAt(at(6)))));
    await expect(right).rejects.toMatchObject({ code: "rate_limited" });
  });

  test("takes a recovery code once, with or without dashes, and mails its owner how many are left", async () => {
    const { actor, email, codes } = await protectedPerson();
    const { session } = await entered(email);
    const typed = (codes[4] ?? "").replaceAll("-", "").toUpperCase();
    await passSecondStep(db, actor, step(session?.sessionId, typed));
    const again = await entered(email);
    await expect(passSecondStep(db, actor, step(again.session?.sessionId, codes[4] ?? ""))).rejects.toMatchObject({
      code: "factor_code_wrong",
    });
    expect(await factorState(db, actor.userId)).toMatchObject({ codesLeft: 9 });
    const { props } = await db.selectFrom("email_messages").select("props").where("to_address", "=", email).executeTakeFirstOrThrow();
    expect(props).toMatchObject({ what: "recovery_used", left: 9 });
    const { details } = await db
      .selectFrom("audit_log")
      .select("details")
      .where("subject_id", "=", actor.userId)
      .where("action", "=", "account.recovery_code_used")
      .executeTakeFirstOrThrow();
    expect(details).toEqual({ codesLeft: 9 });
  });

  test("is not asked on a remembered device of the same person, until that is forgotten", async () => {
    const { actor, email, userId } = await protectedPerson();
    const { session } = await entered(email);
    const { deviceToken } = await atTime(at(9), () => passSecondStep(db, actor, step(session?.sessionId, codeAt(at(9)), true)));
    expect(await entered(email, deviceToken)).toMatchObject({ secondStep: false, session: { factor: "proven" } });
    const stranger = await protectedPerson();
    expect(await entered(stranger.email, deviceToken)).toMatchObject({ secondStep: true });
    const month = new Date(Date.now() + 31 * 86_400_000);
    expect(await atTime(month, () => listRememberedDevices(db, userId))).toEqual([]);

    const [device] = await listRememberedDevices(db, userId);
    expect(device).toMatchObject({ ipAddress: "203.0.113.7" });
    const forget = (who: typeof actor) => db.transaction().execute((trx) => forgetDevice(trx, who, { deviceId: device?.id ?? "" }));
    await expect(forget(stranger.actor)).rejects.toMatchObject({ code: "session_not_found" });
    await forget(actor);
    expect((await entered(email, deviceToken)).secondStep).toBe(true);
  });

  test("stays proven when the password is changed, and remembered devices end with the old password", async () => {
    const { actor, email, userId } = await protectedPerson();
    const { session, cookie } = await entered(email);
    await atTime(at(12), () => passSecondStep(db, actor, step(session?.sessionId, codeAt(at(12)), true)));
    const { cookies } = await changePassword(db, actor, {
      current: password,
      password: "jalan setapak ke sungai",
      headers: new Headers({ cookie }),
    });
    const fresh = cookies.map((one) => one.split(";")[0]).join("; ");
    expect(await readSession(new Request("http://localhost:3000/", { headers: { cookie: fresh } }))).toMatchObject({ factor: "proven" });
    expect(await listRememberedDevices(db, userId)).toEqual([]);
  });

  test("is still due after a password reset by mail", async () => {
    const { email } = await protectedPerson();
    await requestPasswordReset(db, { email, place: newId() });
    const { props } = await db
      .selectFrom("email_messages")
      .select("props")
      .where("to_address", "=", email)
      .where("template", "=", "reset-password")
      .executeTakeFirstOrThrow();
    await resetPassword(db, { token: String((props as { url: string }).url.split("/").pop()), password });
    expect((await entered(email)).secondStep).toBe(true);
  });
});

describe("changing the second factor", () => {
  test("needs a code: new recovery codes end the old ones", async () => {
    const { actor, codes } = await protectedPerson();
    await expect(reissueRecoveryCodes(db, actor, { code: "000" })).rejects.toMatchObject({ code: "factor_code_form" });
    const { codes: fresh } = await reissueRecoveryCodes(db, actor, { code: codes[0] ?? "" });
    await expect(reissueRecoveryCodes(db, actor, { code: codes[1] ?? "" })).rejects.toMatchObject({ code: "factor_code_wrong" });
    await removeSecondFactor(db, actor, { code: fresh[0] ?? "" });
    expect(await factorState(db, actor.userId)).toEqual({ state: "none" });
    const left = await db.selectFrom("recovery_codes").select("user_id").where("user_id", "=", actor.userId).execute();
    expect(left).toEqual([]);
  });
});

describe("the demo's code", () => {
  test("is never told outside the demo", async () => {
    const { userId } = await protectedPerson();
    expect(await demoCode(db, userId)).toBeNull();
  });
});
