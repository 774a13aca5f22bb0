import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Surroundings } from "~/features/proposals/issue";
import { issuesOf } from "~/features/proposals/proposal-completeness";
import { progressOf } from "~/features/proposals/proposal-progress";
import { type ProposalDraft, amountOf, budgetTotal, formatDecimal, parseCount, parseDecimal } from "~/features/proposals/proposal-draft";
import { allocate } from "~/kernel/money";

const around: Surroundings = {
  today: "2026-11-24",
  standingValid: true,
  payee: { belongs: true, verified: true, closed: false },
  photos: 1,
  unread: {},
  jointly: false,
};

const complete: ProposalDraft = {
  title: "Kebun pangan lansia di Ngelo",
  summary: "Lansia menanam sayur bersama relawan muda.",
  story: "Delapan puluh delapan lansia hidup sendiri. Kebun bersama memberi sayur segar dan teman bekerja tiap pagi.",
  pillar: "social",
  goals: [2, 3],
  needs: ["neglected_elderly"],
  answers: [],
  beneficiaries: 88,
  beneficiaryUnit: "lansia",
  needPeople: [],
  people: null,
  indirect: null,
  women: 51,
  men: null,
  age0to5: null,
  age6to17: null,
  age18to59: null,
  age60up: 88,
  disabled: 4,
  areaCode: "33.16.05.1015",
  place: "Kelurahan Ngelo",
  startsOn: "2026-12-01",
  endsOn: "2027-08-01",
  openUntil: "2027-02-01",
  ledByWoman: false,
  urgent: false,
  activities: [{ id: "k", name: "Menanam", from: "2026-12", to: "2027-05" }],
  risks: [{ id: "r", risk: "Kemarau", likelihood: "high", mitigation: "Tandon hujan" }],
  members: [],
  contributions: [],
  lines: [
    { id: "a", section: "A", description: "Bibit", volume: "12.5", unit: "kg", unitPrice: 40_000n, tax: null, memberId: null, shares: [] },
    {
      id: "b",
      section: "A",
      description: "Pagar",
      volume: "3",
      unit: "paket",
      unitPrice: 1_500_000n,
      tax: null,
      memberId: null,
      shares: [],
    },
  ],
  tranches: [
    { title: "Lahan", amount: 3_000_000n, condition: "", plannedOn: "2026-12-10" },
    { title: "Tanam", amount: 2_000_000n, condition: "", plannedOn: "2027-02-10" },
  ],
  indicators: [{ id: "i", code: null, name: "Lansia panen sendiri", unit: "lansia", baseline: "0", target: "60" }],
  payeeAccountId: "x",
};

const codes = (draft: Partial<ProposalDraft>, more: Partial<Surroundings> = {}): string[] =>
  issuesOf({ ...complete, ...draft }, { ...around, ...more }).map((issue) => `${issue.field}:${issue.code}`);

describe("what a proposal still lacks", () => {
  it("finds nothing in a complete one", () => {
    expect(codes({})).toEqual([]);
    expect(progressOf([], "karang_taruna")).toMatchObject({ done: 24, total: 24 });
  });

  it("finds everything missing in an empty one, without failing", () => {
    const empty: ProposalDraft = {
      ...complete,
      title: "",
      summary: "",
      story: "",
      pillar: null,
      goals: [],
      needs: [],
      beneficiaries: null,
      beneficiaryUnit: "",
      areaCode: null,
      startsOn: null,
      endsOn: null,
      openUntil: null,
      activities: [],
      risks: [],
      lines: [],
      tranches: [],
      indicators: [],
      payeeAccountId: null,
    };
    const issues = issuesOf(empty, { ...around, standingValid: false, payee: undefined, photos: 0 });
    expect(new Set(issues.map((issue) => issue.section)).size).toBe(8);
    expect(progressOf(issues, "karang_taruna").done).toBeLessThan(8);
  });

  it("refuses a termin plan that is one rupiah off, both ways", () => {
    const tranches = (last: bigint) => [complete.tranches[0], { ...complete.tranches[1], amount: last }] as ProposalDraft["tranches"];
    expect(codes({ tranches: tranches(2_000_000n) })).toEqual([]);
    expect(codes({ tranches: tranches(1_999_999n) })).toEqual(["tranches:tranches_differ"]);
    expect(codes({ tranches: tranches(2_000_001n) })).toEqual(["tranches:tranches_differ"]);
  });

  it("refuses a line whose product has a fraction of a rupiah", () => {
    expect(
      codes({
        lines: [
          {
            id: "a",
            section: "",
            description: "Kabel",
            volume: "0.333",
            unit: "m",
            unitPrice: 1_001n,
            tax: null,
            memberId: null,
            shares: [],
          },
        ],
      }),
    ).toContain("lines.a.unitPrice:amount_not_whole");
  });

  it("looks at the days", () => {
    expect(codes({ endsOn: "2026-11-30", openUntil: "2026-11-29" })).toContain("endsOn:ends_before_start");
    expect(codes({ openUntil: "2026-11-24" })).toEqual(["openUntil:closed_already"]);
    expect(codes({ openUntil: "2027-09-01" })).toEqual(["openUntil:open_after_end"]);
    expect(codes({ endsOn: "2027-02-09" })).toContain("tranches.2.plannedOn:tranche_outside_program");
  });

  it("wants a verified account of its own side, a photo, and a valid standing", () => {
    expect(codes({}, { payee: { belongs: false, verified: true, closed: false } })).toEqual(["payeeAccountId:payee_foreign"]);
    expect(codes({}, { payee: { belongs: true, verified: false, closed: false } })).toEqual(["payeeAccountId:payee_unverified"]);
    expect(codes({}, { payee: { belongs: true, verified: true, closed: true } })).toEqual(["payeeAccountId:payee_closed"]);
    expect(codes({}, { photos: 0 })).toEqual(["files:no_photo"]);
    expect(codes({}, { standingValid: false })).toEqual(["standing:standing_invalid"]);
  });

  it("counts people only where the unit counts people", () => {
    expect(codes({ women: 89 })).toEqual(["women:people_exceed_total"]);
    expect(codes({ women: 141, beneficiaryUnit: "keluarga" })).toEqual(["people:people_unknown"]);
    expect(codes({ women: 141, beneficiaryUnit: "keluarga", people: 290 })).toEqual([]);
  });

  it("names what could not be read, once", () => {
    expect(
      codes(
        { lines: [{ ...complete.lines[0], unitPrice: null }] as ProposalDraft["lines"] },
        { unread: { budget: { "lines.a.unitPrice": "banyak" } } },
      ),
    ).toContain("lines.a.unitPrice:unread");
  });

  it("accepts every plan that is an allocation of its budget, and none with another sum", () => {
    const tax = fc.constantFrom(null, { code: "ppn-11", mode: "added" } as const, { code: "pph23-2", mode: "included" } as const);
    const line = fc.record({ volume: fc.integer({ min: 1, max: 5000 }), price: fc.integer({ min: 1, max: 50_000_000 }), tax });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 }),
        fc.bigInt({ min: -5n, max: 5n }),
        (lines, weights, off) => {
          const budget = lines.map((l, i) => ({
            id: `l${i}`,
            section: "",
            description: "x",
            volume: String(l.volume),
            unit: "u",
            unitPrice: BigInt(l.price),
            tax: l.tax,
            memberId: null,
            shares: [],
          }));
          const total = budgetTotal(budget);
          const parts = allocate(total, weights.map(BigInt));
          fc.pre(parts.every((part) => part > 5n));
          const tranches = parts.map((amount, i) => ({
            title: "t",
            amount: i === 0 ? amount + off : amount,
            condition: "",
            plannedOn: "2027-01-10",
          }));
          expect(codes({ lines: budget, tranches })).toEqual(off === 0n ? [] : ["tranches:tranches_differ"]);
        },
      ),
    );
  });
});

describe("numbers as people type them", () => {
  it("reads Indonesian decimals and refuses to guess", () => {
    expect(parseDecimal("1.152", 3)).toBe("1152");
    expect(parseDecimal("0,50", 3)).toBe("0.5");
    expect(parseDecimal("2.5", 3)).toBeUndefined();
    expect(parseDecimal("dua", 3)).toBeUndefined();
    expect(parseDecimal("1,2345", 3)).toBeUndefined();
    expect(parseCount("1.360")).toBe(1360);
    expect(parseCount("1,5")).toBeUndefined();
  });

  it("shows what it reads", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 999 }), (whole, thousandths) => {
        const value = `${whole}.${String(thousandths).padStart(3, "0")}`;
        const kept = thousandths === 0 ? String(whole) : value.replace(/0+$/, "");
        expect(parseDecimal(formatDecimal(value), 3)).toBe(kept);
      }),
    );
  });

  it("multiplies exactly", () => {
    expect(amountOf("0.5", 1_000_001n)).toBeUndefined();
    expect(amountOf("0.5", 1_000_000n)).toBe(500_000n);
    expect(amountOf("3648", 7_500n)).toBe(27_360_000n);
  });
});
