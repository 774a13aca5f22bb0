import { describe, expect, test } from "vitest";
import { recordAudit } from "~/features/audit/record-audit.server";
import { keepIdentifier } from "~/features/identifiers/keep-identifier.server";
import { createAccount } from "~/features/identity/create-account.server";
import { findActor } from "~/features/identity/load-actor.server";
import { signIn } from "~/features/identity/sign-in.server";
import { addMember } from "~/features/organizations/add-member.server";
import { submitStandingDocument } from "~/features/organizations/submit-standing-document.server";
import { eraseDueAccounts } from "~/features/personal-data/erase-due-accounts.server";
import { erasureObstacles } from "~/features/personal-data/erasure-obstacles.server";
import { exportPersonalData } from "~/features/personal-data/export-personal-data.server";
import { findErasure } from "~/features/personal-data/personal-data-queries.server";
import { cancelErasure, requestErasure } from "~/features/personal-data/request-erasure.server";
import { practitionersFor } from "~/features/practitioners/practitioner-queries.server";
import { confirmTies } from "~/features/ties/confirm-ties.server";
import { declareTie } from "~/features/ties/declare-tie.server";
import { newId } from "~/kernel/ids";
import { atTime } from "~/platform/clock.server";
import { buildCommunity, buildPractitioner } from "#db/seed/builders/organizations";
import { buildSecondFactor } from "#db/seed/builders/people";
import { paper } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();
const password = "sawah hijau di kaki bukit";
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

async function person() {
  const email = `orang-${newId()}@contoh.example`;
  const { userId } = await createAccount(db, { name: "Sari Wibowo", email, password });
  return { email, userId, actor: await again(userId) };
}

async function again(userId: string) {
  const actor = await findActor(db, userId);
  if (!actor) throw new Error("no such person");
  return actor;
}

function enter(email: string) {
  return signIn(db, { email, password, remember: false, place: newId(), headers: new Headers() });
}

async function mails(email: string) {
  const rows = await db.selectFrom("email_messages").select("props").where("to_address", "=", email).orderBy("id").execute();
  return rows.map((row) => (row.props as { what: string }).what);
}

describe("erasing an account", () => {
  test("takes the password, then seven days, then takes the identity and leaves the record", async () => {
    const { actor, email, userId } = await person();
    await enter(email);
    await buildSecondFactor(db, userId, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    const entry = { actorId: userId, action: "organization.profile_edited", subject: { kind: "organization", id: newId() } } as const;
    await db.transaction().execute((trx) => recordAudit(trx, entry));
    await expect(requestErasure(db, actor, { password: "salah semua" })).rejects.toMatchObject({ code: "password_wrong" });
    await db.updateTable("users").set({ email_verified: true }).where("id", "=", userId).execute();
    await requestErasure(db, actor, { password });
    expect(await db.selectFrom("notices").select("template").where("user_id", "=", userId).execute()).toHaveLength(1);
    await expect(requestErasure(db, actor, { password })).rejects.toMatchObject({ code: "erasure_requested" });
    await atTime(inDays(6.9), () => eraseDueAccounts(db));
    expect((await again(userId)).email).toBe(email);

    expect(await atTime(inDays(7.1), () => eraseDueAccounts(db))).toEqual({ erased: 1 });
    const user = await db.selectFrom("users").selectAll().where("id", "=", userId).executeTakeFirstOrThrow();
    expect(user).toMatchObject({ name: "Pengguna terhapus", email: `terhapus-${userId}@terhapus.invalid`, email_verified: false });
    for (const table of [
      "sessions",
      "credentials",
      "second_factors",
      "recovery_codes",
      "memberships",
      "account_erasures",
      "notices",
    ] as const) {
      expect(await db.selectFrom(table).select("user_id").where("user_id", "=", userId).execute()).toEqual([]);
    }
    expect(await mails(email)).toEqual([]);
    const log = await db.selectFrom("audit_log").select("action").where("actor_id", "=", userId).orderBy("id").execute();
    expect(log.map((row) => row.action)).toEqual(["organization.profile_edited", "account.erasure_requested"]);
    await expect(enter(email)).rejects.toMatchObject({ code: "sign_in_wrong" });
    await createAccount(db, { name: "Sari Baru", email, password });
  });

  test("can be cancelled until then", async () => {
    const { actor, email, userId } = await person();
    await requestErasure(db, actor, { password });
    const cancel = () => db.transaction().execute((trx) => cancelErasure(trx, actor, {}));
    await cancel();
    await expect(cancel()).rejects.toMatchObject({ code: "erasure_not_requested" });
    expect(await findErasure(db, userId)).toBeUndefined();
    await atTime(inDays(8), () => eraseDueAccounts(db));
    expect((await again(userId)).email).toBe(email);
    expect(await mails(email)).toEqual(["requested", "cancelled"]);
  });

  test("is refused to the last manager of an organisation, until somebody else is", async () => {
    const { userId, email } = await person();
    const { organizationId, chair, editor } = await buildCommunity(db);
    await db.transaction().execute((trx) => addMember(trx, { organizationId, userId, roles: ["chair"] }));
    const actor = await again(userId);
    await requestErasure(db, actor, { password });
    // The other chair leaves meanwhile: the day comes, and the account has to stay.
    await db.deleteFrom("memberships").where("user_id", "=", chair.userId).execute();
    expect(await erasureObstacles(db, userId)).toMatchObject([{ code: "erasure_last_manager", kind: "community" }]);
    expect(await atTime(inDays(8), () => eraseDueAccounts(db))).toEqual({ erased: 0 });
    await atTime(inDays(9), () => eraseDueAccounts(db));
    expect(await findErasure(db, userId)).toMatchObject({ blocked: true });
    expect(await mails(email)).toEqual(["requested", "blocked"]);
    await db.transaction().execute((trx) => addMember(trx, { organizationId, userId: editor.userId, roles: ["chair"] }));
    expect(await atTime(inDays(10), () => eraseDueAccounts(db))).toEqual({ erased: 1 });

    const other = await person();
    const alone = await buildCommunity(db);
    await db.deleteFrom("memberships").where("user_id", "=", alone.chair.userId).execute();
    await db
      .transaction()
      .execute((trx) => addMember(trx, { organizationId: alone.organizationId, userId: other.userId, roles: ["chair"] }));
    await expect(requestErasure(db, await again(other.userId), { password })).rejects.toMatchObject({ code: "erasure_last_manager" });
  });

  test("of a practitioner takes the profile's name, papers and numbers, and its place among those who are offered tasks", async () => {
    const { userId } = await person();
    const { organizationId } = await buildPractitioner(db, { name: "Sari Wibowo" });
    await db.deleteFrom("memberships").where("organization_id", "=", organizationId).execute();
    await db.transaction().execute(async (trx) => {
      await addMember(trx, { organizationId, userId, roles: ["practitioner"] });
      await keepIdentifier(trx, { organizationId, kind: "phone", typed: "0811 0000 601", field: "phone" });
    });
    const { fileId } = await db.transaction().execute(async (trx) =>
      submitStandingDocument(trx, await again(userId), {
        key: newId(),
        organizationId,
        kind: "identity",
        number: "3316 0555 0190 0001",
        issuer: "Dukcapil",
        issuedOn: "2020-01-01",
        validUntil: null,
        file: paper("ktp.pdf"),
      }),
    );
    const offered = () => practitionersFor(db, ["community_social_worker"], "33.16.05.1015");
    expect((await offered()).map((one) => one.organizationId)).toContain(organizationId);
    await requestErasure(db, await again(userId), { password });
    expect(await atTime(inDays(8), () => eraseDueAccounts(db))).toEqual({ erased: 1 });
    const profile = db.selectFrom("organizations").select(["name", "slug", "about", "address"]).where("id", "=", organizationId);
    expect(await profile.executeTakeFirstOrThrow()).toEqual({
      name: "Pengguna terhapus",
      slug: `terhapus-${organizationId}`,
      about: "",
      address: "",
    });
    for (const table of ["organization_identifiers", "standing_documents"] as const) {
      expect(await db.selectFrom(table).select("id").where("organization_id", "=", organizationId).execute()).toEqual([]);
    }
    expect(await db.selectFrom("files").select("id").where("id", "=", fileId).execute()).toEqual([]);
    expect((await offered()).map((one) => one.organizationId)).not.toContain(organizationId);
  });

  test("is not done twice by two jobs at the same moment", async () => {
    const { actor, userId } = await person();
    await requestErasure(db, actor, { password });
    const both = await atTime(inDays(8), () => Promise.all([eraseDueAccounts(db), eraseDueAccounts(db)]));
    expect(both.reduce((sum, one) => sum + one.erased, 0)).toBe(1);
    const log = await db
      .selectFrom("audit_log")
      .select("id")
      .where("subject_id", "=", userId)
      .where("action", "=", "account.erased")
      .execute();
    expect(log).toHaveLength(1);
  });
});

describe("taking one's data", () => {
  test("gives the ties that were declared and a practitioner's own profile, its numbers masked", async () => {
    const { organizationId, person: actor } = await buildPractitioner(db, { name: "Sari Wibowo" });
    await db.transaction().execute(async (trx) => {
      await keepIdentifier(trx, { organizationId, kind: "phone", typed: "0811 0000 601", field: "phone" });
      await declareTie(trx, actor, { organizationId: null, partyName: "Toko Sumber", kind: "family", detail: "", endedOn: null });
      await confirmTies(trx, actor, {});
    });
    const taken = await db.transaction().execute((trx) => exportPersonalData(trx, actor, {}));
    expect(taken.practitionerProfiles).toMatchObject([{ name: "Sari Wibowo", numbers: [{ kind: "phone", lastFour: "0601" }] }]);
    expect(taken.ties).toMatchObject([{ party: "Toko Sumber", kind: "family" }]);
    expect(taken.statementsOfTies).toHaveLength(1);
    expect(JSON.stringify(taken)).not.toContain("8110000601");
  });

  test("gives what belongs to the person, nobody else's, and no secret", async () => {
    const [mine, other] = [await person(), await person()];
    await enter(mine.email);
    await enter(other.email);
    const codes = await buildSecondFactor(db, mine.userId, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    await db.updateTable("users").set({ email_verified: true }).execute();
    for (const { actor } of [mine, other]) await requestErasure(db, actor, { password });
    const taken = await db.transaction().execute((trx) => exportPersonalData(trx, mine.actor, {}));
    const text = JSON.stringify(taken);
    expect(taken.account).toMatchObject({ name: "Sari Wibowo", email: mine.email });
    expect(taken.activity).toMatchObject([{ action: "account.erasure_requested" }, { action: "account.data_exported" }]);
    expect(taken.notices).toMatchObject([
      { address: "/akun/data", readAt: null, words: { id: { title: "Akun Sinergi Anda akan dihapus" } } },
    ]);
    expect(taken.secondFactor.enrolledAt).toBeInstanceOf(Date);
    for (const secret of [other.email, other.userId, "$argon2id", "GEZDGNBV", codes[0] ?? "-"]) expect(text).not.toContain(secret);
  });
});
