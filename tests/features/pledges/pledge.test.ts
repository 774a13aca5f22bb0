import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, planInstalments, pledgeStatuses, problemOfPlan, smallestFor, transitions } from "~/features/pledges/pledge";
import { draftOf, readTyped, searchOf, type TypedPledge } from "~/features/pledges/pledge-draft";
import { addDays } from "~/kernel/dates";
import { sum } from "~/kernel/money";

const today = "2026-11-24";

describe("an instalment plan", () => {
  it("sums to the pledge exactly, in order, with parts that differ by one rupiah at most", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 999_999_999_999n }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(1, 2, 3),
        (amount, count, days, everyMonths) => {
          const plan = planInstalments({ amount, count, firstDueOn: addDays(today, days), everyMonths });
          expect(sum(plan.map((row) => row.amount))).toBe(amount);
          const amounts = plan.map((row) => row.amount).sort((a, b) => (a < b ? -1 : 1));
          expect((amounts.at(-1) ?? 0n) - (amounts[0] ?? 0n)).toBeLessThanOrEqual(1n);
          expect([...plan].map((row) => row.dueOn).sort()).toEqual(plan.map((row) => row.dueOn));
        },
      ),
    );
  });

  it("keeps to the end of short months", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(addMonths("2026-11-15", 14)).toBe("2028-01-15");
  });

  it("names what is wrong with it", () => {
    const row = { amount: 50n, dueOn: today };
    expect(problemOfPlan(100n, [row, row], today)).toBeUndefined();
    expect(problemOfPlan(100n, [], today)?.code).toBe("instalments_count");
    expect(problemOfPlan(100n, Array(13).fill(row), today)?.code).toBe("instalments_count");
    expect(problemOfPlan(100n, [row], today)).toEqual({ code: "instalments_sum", difference: 50n });
    expect(problemOfPlan(100n, [{ ...row, amount: 0n }], today)).toEqual({ code: "instalment_amount", n: 1 });
    expect(problemOfPlan(100n, [{ ...row, dueOn: "2026-11-23" }], today)?.code).toBe("instalment_past");
    expect(problemOfPlan(100n, [{ ...row, dueOn: "2026-12-01" }, row], today)).toEqual({ code: "instalment_order", n: 2 });
    expect(problemOfPlan(100n, [{ ...row, dueOn: "2030-01-01" }], today)?.code).toBe("instalment_too_far");
  });
});

describe("states", () => {
  it("end for good where there is no way on", () => {
    for (const status of pledgeStatuses) for (const next of transitions[status]) expect(pledgeStatuses).toContain(next);
    expect(transitions.refused).toEqual([]);
    expect(transitions.cancelled).toEqual([]);
    expect(transitions.lapsed).toEqual([]);
  });

  it("let the last rupiah be pledged although it is less than the smallest pledge", () => {
    expect(smallestFor(1_000_000n)).toBe(100_000n);
    expect(smallestFor(40_000n)).toBe(40_000n);
  });
});

describe("the typed pledge", () => {
  const lines = [
    { id: "a", description: "Modul", amount: 7_000_000n, open: 7_000_000n },
    { id: "b", description: "Uji", amount: 18_000_000n, open: 3_000_000n },
    { id: "c", description: "Transpor", amount: 5_000_000n, open: 0n },
  ];
  const choice = { left: 10_000_000n, lines, today };
  const typed = (fields: string): TypedPledge => readTyped(new URLSearchParams(fields), today);
  const codes = (fields: string) => draftOf(typed(fields), choice).problems.map((problem) => `${problem.field}:${problem.code}`);

  it("is counted from what stands in the address", () => {
    const draft = draftOf(typed("cara=jumlah&jumlah=9.000.000&tahap=3&mulai=2026-12-15&jarak=2"), choice);
    expect(draft.problems).toEqual([]);
    expect(draft.plan).toEqual([
      { amount: 3_000_000n, dueOn: "2026-12-15" },
      { amount: 3_000_000n, dueOn: "2027-02-15" },
      { amount: 3_000_000n, dueOn: "2027-04-15" },
    ]);
  });

  it("takes what is open of the chosen lines, and leaves full lines out", () => {
    const draft = draftOf(typed("cara=baris&baris=a&baris=b&baris=c&tahap=1&mulai=2026-12-15"), choice);
    expect(draft.amount).toBe(10_000_000n);
    expect(draft.lines.map((line) => line.budgetLineId)).toEqual(["a", "b"]);
    expect(draft.problems).toEqual([]);
  });

  it("says beside each field what can't be read, and keeps what was typed", () => {
    expect(codes("cara=jumlah&jumlah=")).toContain("jumlah:amount_missing");
    expect(codes("cara=jumlah&jumlah=sepuluh")).toContain("jumlah:not_rupiah");
    expect(codes("cara=jumlah&jumlah=11.000.000")).toContain("jumlah:target_exceeded");
    expect(codes("cara=jumlah&jumlah=50.000")).toContain("jumlah:amount_too_small");
    expect(codes("cara=baris")).toContain("baris:lines_missing");
    expect(codes("cara=jumlah&jumlah=1.000.000&tahap=13")).toContain("tahap:instalments_count");
    expect(codes("cara=jumlah&jumlah=1.000.000&mulai=2026-02-30")).toContain("mulai:not_a_day");
    expect(codes("cara=jumlah&jumlah=1.000.000&mulai=2026-01-30")).toContain("mulai:instalment_past");
    const rows = "cara=jumlah&jumlah=1.000.000&tahap=2&nominal=400.000&tempo=2026-12-01&nominal=500.000&tempo=2027-01-01";
    expect(codes(rows)).toEqual(["nominal-1:instalments_sum"]);
    expect(draftOf(typed(rows), choice).rows).toEqual([
      { amount: "400.000", dueOn: "2026-12-01" },
      { amount: "500.000", dueOn: "2027-01-01" },
    ]);
    expect(codes(`${rows}&maksud=bagi`)).toEqual([]);
    expect(codes(rows.replace("500.000", "lima"))).toEqual(["nominal-2:not_rupiah"]);
    expect(codes(rows.replace("tempo=2027-01-01", "tempo="))).toEqual(["tempo-2:not_a_day"]);
    expect(draftOf(typed("cara=jumlah&jumlah=sepuluh&catatan=Halo"), choice).typed).toMatchObject({ amount: "sepuluh", note: "Halo" });
  });

  it("survives the way through an address", () => {
    const fields = typed("cara=jumlah&jumlah=9 jt&tahap=2&mulai=2026-12-15&jarak=3&nominal=4&tempo=x&nominal=5&tempo=y&catatan=a%26b");
    expect(readTyped(new URLSearchParams(searchOf(fields)), today)).toEqual(fields);
  });
});
