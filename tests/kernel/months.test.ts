import { describe, expect, it } from "vitest";
import { formatMonth, formatMonths, monthOf, monthsBetween, parseMonth } from "~/kernel/months";

describe("months", () => {
  it("are read the ways people write them", () => {
    for (const typed of ["2026-11", "11/2026", "11.2026", "Nov 2026", "november 2026", " 2026-11 "])
      expect(parseMonth(typed)).toBe("2026-11");
    expect(parseMonth("Agustus 2026")).toBe("2026-08");
    expect(parseMonth("August 2026")).toBe("2026-08");
    expect(parseMonth("Des. 2026")).toBe("2026-12");
    expect(parseMonth("2026-1")).toBe("2026-01");
  });

  it("are not guessed", () => {
    for (const typed of ["", "2026", "13/2026", "2026-00", "bulan depan", "Nop", "11/26"]) expect(parseMonth(typed)).toBeUndefined();
  });

  it("are written, counted and taken from days", () => {
    expect(formatMonth("2026-05")).toBe("Mei\u00a02026");
    expect(formatMonth("2026-05", "en")).toBe("May\u00a02026");
    expect(formatMonths("2026-11", "2026-11")).toBe("Nov\u00a02026");
    expect(formatMonths("2026-11", "2027-02")).toBe("Nov\u00a02026 – Feb\u00a02027");
    expect(monthsBetween("2026-11", "2027-02")).toBe(3);
    expect(monthsBetween("2027-02", "2026-11")).toBe(-3);
    expect(monthOf("2026-11-24")).toBe("2026-11");
  });
});
