import { describe, expect, test } from "vitest";
import { peopleWithRoles, platformPeople } from "~/features/identity/people.server";
import { editProfile } from "~/features/organizations/edit-profile.server";
import { buildCommunity, buildCompany } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import { testDatabase } from "#tests/support/database";
import { organizationsOn } from "#tests/support/organizations";

const db = await testDatabase();
const { desk, run } = await organizationsOn(db);

describe("profile and people", () => {
  test("a profile saved twice from one page is refused the second time", async () => {
    const { organizationId, editor } = await buildCommunity(db);
    const input = { organizationId, version: 1, about: "Kami.", address: "Balai", phone: "0811 0000 601" };
    await run(editProfile, editor, input);
    await expect(run(editProfile, editor, { ...input, about: "Lain." })).rejects.toMatchObject({ code: "stale_version" });
    const other = await buildCommunity(db);
    await expect(run(editProfile, other.chair, { ...input, version: 2 })).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("people are found once, however many roles they hold", async () => {
    const { organizationId } = await buildCompany(db);
    const both = await buildActor(db, { organizationId, roles: ["approver", "finance"] });
    const found = await peopleWithRoles(db, organizationId, "approver", "finance");
    expect(found.filter((person) => person.userId === both.userId)).toHaveLength(1);
    expect(found).toHaveLength(3);
    expect(await peopleWithRoles(db, organizationId)).toHaveLength(5);
    expect((await platformPeople(db, "reconciler")).map((person) => person.userId)).toEqual([desk.reconciler.userId]);
  });
});
