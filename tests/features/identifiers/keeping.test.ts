import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { identifiersOf, twinsOf } from "~/features/identifiers/identifier-queries.server";
import { revealIdentifier } from "~/features/identifiers/reveal-identifier.server";
import { editProfile } from "~/features/organizations/edit-profile.server";
import { listStandingDocuments } from "~/features/organizations/standing-queries.server";
import { newId } from "~/kernel/ids";
import { migrate } from "#db/migrate.server";
import { asDatabaseOwner, testDatabase } from "#tests/support/database";
import { organizationsOn } from "#tests/support/organizations";

const db = await testDatabase();
const { desk, run, registered, upload } = await organizationsOn(db);

async function numberOf(organizationId: string, kind: string) {
  const found = (await identifiersOf(db, organizationId)).find((one) => one.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
}

describe("identity numbers at rest", () => {
  test("are encrypted from the first moment and shown by their end", async () => {
    const { organizationId, chair } = await registered({ taxNumber: "01.234.567.8-901.000" });
    await upload(chair, organizationId);
    expect((await identifiersOf(db, organizationId)).map(({ kind, lastFour }) => [kind, lastFour])).toEqual([
      ["nik", "0000"],
      ["npwp", "1000"],
      ["phone", "0601"],
    ]);
    const identity = (await listStandingDocuments(db, organizationId)).find(({ kind }) => kind === "identity");
    expect(identity?.number).toBe("••••\u00a00000");
    const everything = await sql<{ text: string }>`
      select coalesce(string_agg(t::text, ' '), '') as text from (
        select to_jsonb(o) as t from organizations o union all select to_jsonb(i) from organization_identifiers i
        union all select to_jsonb(d) from standing_documents d union all select to_jsonb(a) from audit_log a
        union all select to_jsonb(c) from commands c) everything`.execute(db);
    for (const open of ["8110000601", "0012345678901000", "3316064508880000"]) expect(everything.rows[0]?.text).not.toContain(open);
  });

  test("are opened by whoever may, one by one, for a reason that the audit log keeps without the number", async () => {
    const { organizationId, chair } = await registered();
    const stranger = await registered();
    const { id } = await numberOf(organizationId, "phone");
    const reason = "Menelepon ketua tentang survei";
    await expect(run(revealIdentifier, chair, { identifierId: id, reason: "  iseng  " })).rejects.toMatchObject({
      code: "reveal_reason_missing",
      details: { field: "reason" },
    });
    for (const nobody of [stranger.chair, desk.auditor, desk.disburser]) {
      await expect(run(revealIdentifier, nobody, { identifierId: id, reason })).rejects.toMatchObject({ code: "not_allowed" });
    }
    await expect(run(revealIdentifier, chair, { identifierId: newId(), reason })).rejects.toMatchObject({ code: "identifier_not_found" });
    expect(await run(revealIdentifier, desk.verifier, { identifierId: id, reason })).toEqual({ number: "0811 0000 601" });
    expect(await run(revealIdentifier, chair, { identifierId: id, reason })).toEqual({ number: "0811 0000 601" });
    const lines = await db.selectFrom("audit_log").selectAll().where("subject_id", "=", id).orderBy("at").execute();
    expect(lines.map(({ action, actor_id, details }) => [action, actor_id, details])).toEqual([
      ["identifier.revealed", desk.verifier.userId, { kind: "phone", reason }],
      ["identifier.revealed", chair.userId, { kind: "phone", reason }],
    ]);
  });

  test("a new number supersedes the old one; none given keeps it; the same elsewhere is found", async () => {
    const one = await registered();
    const other = await registered({ phone: "0811 0000 777" });
    const before = await numberOf(one.organizationId, "phone");
    await run(editProfile, one.chair, { organizationId: one.organizationId, version: 1, about: "", address: "Balai", phone: "" });
    expect(await numberOf(one.organizationId, "phone")).toEqual(before);
    expect((await twinsOf(db, one.organizationId)).get(before.id)).not.toContain(other.slug);
    await run(editProfile, one.chair, {
      organizationId: one.organizationId,
      version: 2,
      about: "",
      address: "Balai",
      phone: "+62811 0000777",
    });
    const after = await numberOf(one.organizationId, "phone");
    expect(after).toMatchObject({ lastFour: "0777" });
    expect((await twinsOf(db, one.organizationId)).get(after.id)).toHaveLength(1);
    await expect(
      run(editProfile, one.chair, { organizationId: one.organizationId, version: 3, about: "", address: "Balai", taxNumber: "12" }),
    ).rejects.toMatchObject({ code: "npwp_form", details: { field: "taxNumber" } });
  });

  test("of an earlier release are sealed at the next migration", async () => {
    const { organizationId } = await registered();
    await asDatabaseOwner(async (owner) => {
      await sql`delete from organization_identifiers where organization_id = ${organizationId}`.execute(owner);
      await sql`create table identifiers_to_seal as select ${organizationId}::uuid as organization_id, 'npwp'::identifier_kind as kind,
        '01.234.567.8-901.000' as plain, now() as created_at`.execute(owner);
    });
    await migrate(process.env.DATABASE_URL ?? "");
    const { id } = await numberOf(organizationId, "npwp");
    expect(await run(revealIdentifier, desk.administrator, { identifierId: id, reason: "Memeriksa perpindahan data" })).toEqual({
      number: "0012 3456 7890 1000",
    });
    const left = await sql<{ there: boolean }>`select to_regclass('identifiers_to_seal') is not null as there`.execute(db);
    expect(left.rows[0]?.there).toBe(false);
  });
});
