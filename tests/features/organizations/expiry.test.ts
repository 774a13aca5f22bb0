import { describe, expect, test } from "vitest";
import { requestDisbursement } from "~/features/disbursements/request-disbursement.server";
import { approveStanding } from "~/features/organizations/approve-standing.server";
import { warningFor } from "~/features/organizations/standing";
import { submitStanding } from "~/features/organizations/submit-standing.server";
import { warnExpiring } from "~/features/organizations/warn-expiring.server";
import { type Day, addDays, startOfDay } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { atTime, today } from "~/platform/clock.server";
import { testDatabase } from "#tests/support/database";
import { fundedProgram } from "#tests/support/cycle";
import { organizationsOn } from "#tests/support/organizations";

const db = await testDatabase();
const { desk, run, registered, upload, accept } = await organizationsOn(db);

describe("the end of a standing", () => {
  test.each([
    [61, undefined],
    [60, 60],
    [54, 60],
    [53, undefined],
    [30, 30],
    [24, 30],
    [23, undefined],
    [7, 7],
    [1, 7],
    [0, undefined],
    [-1, undefined],
  ])("is warned of %i days ahead: %s", (left, expected) => {
    expect(warningFor(addDays("2026-11-24", left), "2026-11-24")).toBe(expected);
  });

  test("is told three times for each document and for the whole, once each, however often the job runs", async () => {
    const { organizationId, chair } = await registered();
    const end = addDays(today(), 400);
    await upload(chair, organizationId, end);
    await run(submitStanding, chair, { organizationId });
    await accept(organizationId);
    await run(approveStanding, desk.administrator, { organizationId, validUntil: addDays(end, -1) });
    const on = (day: Day) => atTime(startOfDay(day), () => warnExpiring(db));
    for (let left = 62; left >= -2; left -= 1) await on(addDays(end, -left));
    await on(addDays(end, -30));
    const mails = await db
      .selectFrom("email_messages")
      .select("props")
      .where("to_address", "=", chair.email)
      .where("template", "=", "standing-expiring")
      .orderBy("created_at")
      .execute();
    const told = mails.map(({ props }) => props as { document: { id: string }; daysLeft: number });
    const days = (document: string) => told.filter((one) => one.document.id === document).map((one) => one.daysLeft);
    expect(days("SK kepala desa tentang pengurus")).toEqual([60, 30, 7]);
    expect(days("")).toEqual([60, 30, 7]);
    expect(told).toHaveLength(6);
  });

  test("closes new termin until it is renewed", async () => {
    const program = await fundedProgram(db);
    const { organizationId, treasurer } = program.community;
    await db
      .updateTable("organizations")
      .set({ standing_valid_until: addDays(today(), -1) })
      .where("id", "=", organizationId)
      .execute();
    const request = { key: newId(), proposalId: program.proposalId, trancheN: 1, note: "" };
    await expect(run(requestDisbursement, treasurer, request)).rejects.toMatchObject({ code: "standing_invalid" });
    await db.updateTable("organizations").set({ standing_valid_until: today() }).where("id", "=", organizationId).execute();
    await run(requestDisbursement, treasurer, request);
  });
});
