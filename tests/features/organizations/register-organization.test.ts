import { describe, expect, test } from "vitest";
import { listMembers } from "~/features/organizations/member-queries.server";
import { listSponsors } from "~/features/sponsorships/sponsorship-queries.server";
import { registerOrganization } from "~/features/organizations/register-organization.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { buildCommunity } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import { testDatabase } from "#tests/support/database";
import { organizationsOn, registration } from "#tests/support/organizations";

const db = await testDatabase();
const { run, again, registered } = await organizationsOn(db);

describe("registering", () => {
  test("a community organisation makes its founder the chair, and has no standing yet", async () => {
    const { organizationId, slug, chair } = await registered({ name: "Karang Taruna Élok, Bangun!" });
    expect(slug).toBe("karang-taruna-elok-bangun");
    expect(chair.memberships).toMatchObject([
      { organizationId, kind: "community", element: "karang_taruna", standing: "draft", roles: ["chair"] },
    ]);
  });

  test("a company makes its founder admin and officer", async () => {
    const founder = await buildActor(db);
    const { organizationId } = await run(registerOrganization, founder, {
      kind: "company",
      companyType: "bumd",
      key: newId(),
      name: `Tirta ${newId()}`,
      areaCode: "33.16.05.1014",
      address: "Jalan Bengawan 8",
      phone: "0811 0001 002",
      about: "",
    });
    expect((await again(founder)).memberships).toMatchObject([
      { organizationId, kind: "company", element: "business", companyType: "bumd" },
    ]);
    expect((await listMembers(db, organizationId, "company"))[0]?.roles).toEqual(["admin", "officer"]);
  });

  test("twice with one key registers once; the same key with another input is refused", async () => {
    const founder = await buildActor(db);
    const input = registration();
    const first = await run(registerOrganization, founder, input);
    expect(await run(registerOrganization, founder, input)).toEqual(first);
    await expect(run(registerOrganization, founder, { ...input, address: "lain" })).rejects.toMatchObject({ code: "key_reused" });
    expect((await again(founder)).memberships).toHaveLength(1);
  });

  test("gives another address to another organisation of the same name elsewhere", async () => {
    const name = `Rukun ${newId()}`;
    const one = await registered({ name });
    const two = await registered({ name, areaCode: "33.16.05.1015" });
    expect(two.slug).toBe(`${one.slug}-2`);
  });

  test.each([
    ["before the address is confirmed", { verified: false }, {}, "email_unconfirmed"],
    ["in an unknown area", {}, { areaCode: "99.99" }, "area_unknown"],
    ["a pioneer family without sponsor", {}, { element: "pioneer_family" }, "sponsor_missing"],
    ["with a sponsor that does not exist", {}, { element: "pioneer_family", sponsorId: newId() }, "sponsor_unfit"],
  ])("is refused %s", async (_, person, overrides, code) => {
    const founder = await buildActor(db, person);
    await expect(run(registerOrganization, founder, registration(overrides))).rejects.toMatchObject({ code });
  });

  test("refuses the same name in the same area, however it is written", async () => {
    const name = `Tunas ${newId()}`;
    await registered({ name });
    await expect(registered({ name: name.toUpperCase() })).rejects.toMatchObject({
      code: "organization_name_taken",
      details: { field: "name" },
    });
  });

  test("a pioneer family chooses a verified sponsor, and only such a one", async () => {
    const sponsor = await buildCommunity(db, { element: "lk3", name: `LK3 ${newId()}` });
    const expired = await buildCommunity(db, { element: "lks", name: `LKS ${newId()}` });
    await db
      .updateTable("organizations")
      .set({ standing_valid_until: addDays(today(), -1) })
      .where("id", "=", expired.organizationId)
      .execute();
    const offered = (await listSponsors(db)).map((one) => one.id);
    expect(offered).toContain(sponsor.organizationId);
    expect(offered).not.toContain(expired.organizationId);
    await registered({ element: "pioneer_family", sponsorId: sponsor.organizationId });
    await expect(registered({ element: "pioneer_family", sponsorId: expired.organizationId })).rejects.toMatchObject({
      code: "sponsor_unfit",
    });
  });
});
