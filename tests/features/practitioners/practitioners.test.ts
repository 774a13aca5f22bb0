import { describe, expect, test } from "vitest";
import { addWorkArea } from "~/features/practitioners/add-work-area.server";
import { mostAreas, worksIn } from "~/features/practitioners/area-of-work";
import { areasOfWork, practitionersFor } from "~/features/practitioners/practitioner-queries.server";
import { removeWorkArea } from "~/features/practitioners/remove-work-area.server";
import { requireStanding } from "~/features/practitioners/require-standing.server";
import { registerOrganization } from "~/features/organizations/register-organization.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { atTime, now, today } from "~/platform/clock.server";
import { buildPractitioner } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import { testDatabase } from "#tests/support/database";
import { organizationsOn } from "#tests/support/organizations";

const db = await testDatabase();
const { run, again } = await organizationsOn(db);

describe("area of work", () => {
  test("a larger area holds the smaller ones, and no neighbour with a similar code", () => {
    expect(worksIn(["33.16.05"], "33.16.05.2002")).toBe(true);
    expect(worksIn(["33.16.05"], "33.16.05")).toBe(true);
    expect(worksIn(["33.16.05.2002"], "33.16.05")).toBe(false);
    expect(worksIn(["33.1"], "33.16.05")).toBe(false);
  });

  test("grows and shrinks, never to nothing, never twice the same, never a whole province", async () => {
    const { organizationId, person } = await buildPractitioner(db, { areas: ["33.16.05"] });
    const areaCode = "33.16.06";
    await expect(run(removeWorkArea, person, { organizationId, areaCode: "33.16.05" })).rejects.toMatchObject({ code: "area_last" });
    await run(addWorkArea, person, { organizationId, areaCode });
    await expect(run(addWorkArea, person, { organizationId, areaCode })).rejects.toMatchObject({ code: "area_chosen" });
    await expect(run(addWorkArea, person, { organizationId, areaCode: "33" })).rejects.toMatchObject({ code: "area_unknown" });
    await expect(run(addWorkArea, person, { organizationId, areaCode: "99.99" })).rejects.toMatchObject({ code: "area_unknown" });
    await run(removeWorkArea, person, { organizationId, areaCode: "33.16.05" });
    expect((await areasOfWork(db, organizationId)).map((area) => area.code)).toEqual([areaCode]);
  });

  test(`has at most ${mostAreas} areas, also when two tabs add at once`, async () => {
    const { organizationId, person } = await buildPractitioner(db, { areas: ["33.16.05"] });
    const codes = Array.from({ length: mostAreas + 3 }, (_, index) => `33.16.01.20${String(index + 1).padStart(2, "0")}`).slice(0, 11);
    const others = ["33.16.02", "33.16.03", "33.16.04", "33.16.06"];
    const outcomes = await Promise.allSettled(
      [...codes, ...others].map((areaCode) => run(addWorkArea, person, { organizationId, areaCode })),
    );
    const held = await areasOfWork(db, organizationId);
    expect(held.length).toBe(mostAreas);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled").length).toBe(mostAreas - 1);
  });

  test("belongs to the person alone", async () => {
    const { organizationId } = await buildPractitioner(db);
    const { person: other } = await buildPractitioner(db);
    await expect(run(addWorkArea, other, { organizationId, areaCode: "33.16.06" })).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("practitioners", () => {
  test("register once for each element, with the village as their first area", async () => {
    const person = await buildActor(db, { name: "Pendaftar Uji" });
    const input = () => ({
      key: newId(),
      kind: "practitioner" as const,
      element: "community_social_worker" as const,
      name: "Pendaftar Uji",
      areaCode: "33.16.05.2002",
      address: "Dukuh Uji",
      phone: "0811 0000 000",
      about: "",
    });
    const { organizationId } = await run(registerOrganization, person, input());
    const known = await again(person);
    expect(known.memberships).toMatchObject([{ organizationId, kind: "practitioner", roles: ["practitioner"], standing: "draft" }]);
    expect(await areasOfWork(db, organizationId)).toMatchObject([{ code: "33.16.05.2002" }]);
    await expect(run(registerOrganization, known, input())).rejects.toMatchObject({ code: "practitioner_registered" });
    await run(registerOrganization, known, { ...input(), element: "tksk" });
  });

  test("are found for a village while their standing holds, the closest first", async () => {
    const near = await buildPractitioner(db, { name: "Dekat", areas: ["33.16.07.2001"] });
    const wide = await buildPractitioner(db, { name: "Luas", areas: ["33.16"] });
    await buildPractitioner(db, { name: "Draf", areas: ["33.16.07"], standing: "draft" });
    await buildPractitioner(db, { name: "Unsur lain", areas: ["33.16.07"], element: "tksk" });
    const found = await practitionersFor(db, ["community_social_worker"], "33.16.07.2001");
    expect(found.map((one) => one.name)).toEqual(["Dekat", "Luas"]);
    expect(found[0]).toMatchObject({ organizationId: near.organizationId, userId: near.person.userId });
    const later = new Date(now().getTime() + 400 * 86_400_000);
    expect(await atTime(later, () => practitionersFor(db, ["community_social_worker"], "33.16.07.2001"))).toEqual([]);
    expect(wide.organizationId).toBeTruthy();
  });

  test("act only in their element, in their area, and until the last day of their standing", async () => {
    const { organizationId, person } = await buildPractitioner(db, { areas: ["33.16.04"] });
    const input = { organizationId, elements: ["community_social_worker"] as const, areaCode: "33.16.04.2012" };
    const proven = (given: typeof input & { areaCode?: string }) => run(requireStanding, person, given);
    expect(await proven(input)).toMatchObject({ organizationId });
    await expect(proven({ ...input, areaCode: "33.16.05" })).rejects.toMatchObject({ code: "practitioner_elsewhere" });
    await expect(run(requireStanding, person, { organizationId, elements: ["tksk"] })).rejects.toMatchObject({ code: "not_allowed" });
    await db.updateTable("organizations").set({ standing_valid_until: today() }).where("id", "=", organizationId).execute();
    await proven(input);
    await db
      .updateTable("organizations")
      .set({ standing_valid_until: addDays(today(), -1) })
      .where("id", "=", organizationId)
      .execute();
    await expect(proven(input)).rejects.toMatchObject({ code: "practitioner_standing_invalid" });
  });
});
