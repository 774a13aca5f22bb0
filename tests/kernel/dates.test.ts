import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayOf, daysBetween, formatDay, formatInstant, isDay, startOfDay } from "~/kernel/dates";

const instant = fc.date({ min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });

describe("days in WIB", () => {
  it("turn at 17:00 UTC", () => {
    expect(dayOf(new Date("2026-11-24T16:59:59.999Z"))).toBe("2026-11-24");
    expect(dayOf(new Date("2026-11-24T17:00:00Z"))).toBe("2026-11-25");
  });

  it("start at the instant that belongs to them", () => {
    fc.assert(
      fc.property(instant, (moment) => {
        const day = dayOf(moment);
        const start = startOfDay(day);
        expect(dayOf(start)).toBe(day);
        expect(dayOf(new Date(start.getTime() - 1))).toBe(addDays(day, -1));
      }),
    );
  });

  it("add and count the same", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -4000, max: 4000 }), (moment, days) => {
        const day = dayOf(moment);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(isDay(addDays(day, days))).toBe(true);
      }),
    );
  });

  it.each(["2026-02-29", "2026-13-01", "2026-1-1", "24-11-2026", "", "2026-00-10"])("%j is no day", (text) =>
    expect(isDay(text)).toBe(false));

  it("are written as Indonesians do", () => {
    expect(formatDay("2026-08-05").replaceAll("\u00a0", " ")).toBe("5 Agu 2026");
    expect(formatInstant(new Date("2026-11-24T02:30:00Z")).replaceAll("\u00a0", " ")).toBe("24 Nov 2026, 09.30 WIB");
  });
});
