import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amendmentStatuses, isOpen, type Step, stepOf } from "~/features/amendments/amendment";
import { movedInBudget, problemsOf, type ProgramFacts, weightsOf } from "~/features/amendments/amendment-rules";
import { compareVersions, countChanges } from "~/features/amendments/compare-versions";
import { contentOfDraft, decodeContent, encodeContent, patchedContent, type ProgramContent } from "~/features/amendments/program-content";
import { amountOfLine, budgetTotal, memberTotals } from "~/features/proposals/proposal-draft";
import { sum } from "~/kernel/money";

const money = fc.bigInt({ min: 1n, max: 5_000_000_000n });
const limits = { share: 10, days: 30 };
const around = { today: "2026-11-24", unread: {}, jointly: false };

function contentWith(amounts: readonly bigint[], more: Partial<ProgramContent> = {}): ProgramContent {
  const lines = amounts.map((amount, index) => ({
    id: `baris-${index}`,
    section: "Sarana",
    description: `Baris ${index}`,
    volume: "1",
    unit: "paket",
    unitPrice: amount,
    tax: null,
    memberId: null,
    shares: [],
  }));
  const total = sum(amounts);
  return {
    ...decodeContent({}),
    title: "Kebun pangan",
    summary: "Warga menanam sayur di lahan bersama.",
    story: "Tiga dukuh berbagi satu sumur.",
    beneficiaries: 40,
    beneficiaryUnit: "keluarga",
    endsOn: "2027-06-01",
    openUntil: "2027-01-01",
    tranches: total > 0n ? [{ title: "Satu", amount: total, condition: "Dana tersedia", plannedOn: "2026-12-01" }] : [],
    lines,
    ...more,
  };
}

function factsOf(content: ProgramContent, facts: Partial<ProgramFacts> & { receipted?: bigint; pledged?: bigint } = {}): ProgramFacts {
  const { receipted = 0n, pledged = 0n, ...rest } = facts;
  const named = receipted > 0n || pledged > 0n;
  return {
    committed: 0n,
    lines: new Map(content.lines.map((line) => [line.id, { receipted, pledged, named, spentBy: [] }])),
    fixed: new Set(),
    referred: new Set(),
    reported: new Set(),
    ...rest,
  };
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step>({ kind: "submit" }, { kind: "return" }, { kind: "check" }, { kind: "refuse" }, { kind: "withdraw" }),
  fc.record({ kind: fc.constant("answer" as const), asked: fc.boolean(), answered: fc.boolean() }),
  fc.record({ kind: fc.constant("lapse" as const), because: fc.constantFrom("unanswered" as const, "program_over" as const) }),
  fc.record({
    kind: fc.constant("settle" as const),
    acceptance: fc.record({ needed: fc.boolean(), outstanding: fc.nat(3), refused: fc.nat(2), stands: fc.boolean() }),
  }),
);

describe("the states of an amendment", () => {
  it("never leave an ending, and come into force only from a check or an answer that settles it", () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 25 }), (path) => {
        let status: (typeof amendmentStatuses)[number] = "draft";
        let checked = false;
        for (const step of path) {
          const outcome = stepOf(status, step);
          if ("refusal" in outcome) continue;
          expect(isOpen(status)).toBe(true);
          if (outcome.to === "in_force") {
            expect(checked).toBe(true);
            expect(step.kind).toBe("settle");
            if (step.kind === "settle" && step.acceptance.needed) {
              expect(step.acceptance).toMatchObject({ outstanding: 0, refused: 0, stands: true });
            }
          }
          if (outcome.to === "checked") checked = true;
          if (outcome.to === "draft") checked = false;
          status = outcome.to;
        }
      }),
    );
  });

  it.each(amendmentStatuses)("refuse every step with a code of its own from %s, or take it", (status) => {
    fc.assert(
      fc.property(steps, (step) => {
        const outcome = stepOf(status, step);
        if (!isOpen(status)) expect(outcome).toEqual({ refusal: "amendment_ended" });
        else expect("refusal" in outcome || amendmentStatuses.includes(outcome.to)).toBe(true);
      }),
    );
  });

  it("need every funder where acceptance is needed, and one refusal stops it", () => {
    const settle = (acceptance: Partial<{ needed: boolean; outstanding: number; refused: number; stands: boolean }>) =>
      stepOf("awaiting_funders", { kind: "settle", acceptance: { needed: true, outstanding: 0, refused: 0, stands: true, ...acceptance } });
    expect(settle({ outstanding: 1 })).toEqual({ to: "awaiting_funders" });
    expect(settle({ outstanding: 1, refused: 1 })).toEqual({ to: "refused" });
    expect(settle({})).toEqual({ to: "in_force" });
    expect(settle({ stands: false })).toEqual({ to: "refused" });
    expect(settle({ needed: false, outstanding: 5 })).toEqual({ to: "in_force" });
    expect(stepOf("awaiting_funders", { kind: "answer", asked: false, answered: false })).toEqual({ refusal: "not_a_funder" });
    expect(stepOf("awaiting_funders", { kind: "answer", asked: true, answered: true })).toEqual({ refusal: "answered_already" });
    expect(stepOf("submitted", { kind: "answer", asked: true, answered: false })).toEqual({ refusal: "amendment_not_awaiting" });
  });
});

describe("what needs the funders", () => {
  it("is any change of target, and a shift of more than the share, to the rupiah", () => {
    fc.assert(
      fc.property(fc.array(money, { minLength: 2, maxLength: 6 }), fc.bigInt({ min: 0n, max: 10_000_000_000n }), (amounts, wish) => {
        const [first = 1n, second = 1n, ...rest] = amounts;
        const shift = wish % first;
        const before = contentWith(amounts);
        const after = contentWith([first - shift, second + shift, ...rest]);
        expect(movedInBudget(before, after)).toEqual({ amount: shift, of: sum(amounts) });
        expect(weightsOf(before, after, limits)).toEqual(shift * 100n > sum(amounts) * 10n ? ["budget"] : []);
        const more = contentWith([first + 1n, second, ...rest]);
        expect(weightsOf(before, more, limits)).toContain("target");
      }),
    );
  });

  it("is a change of the people, and an end that moves by more than the days", () => {
    const before = contentWith([100n]);
    expect(weightsOf(before, { ...before, beneficiaries: 41 }, limits)).toEqual(["people"]);
    expect(weightsOf(before, { ...before, needs: ["poor"] }, limits)).toEqual(["people"]);
    expect(weightsOf(before, { ...before, endsOn: "2027-07-01" }, limits)).toEqual([]);
    expect(weightsOf(before, { ...before, endsOn: "2027-07-02" }, limits)).toEqual(["ends"]);
    expect(weightsOf(before, { ...before, endsOn: "2027-04-01" }, limits)).toEqual(["ends"]);
    expect(weightsOf(before, { ...before, story: "Cerita baru" }, limits)).toEqual([]);
  });
});

describe("the sums of an amendment", () => {
  const codes = (before: ProgramContent, after: ProgramContent, facts: ProgramFacts) =>
    problemsOf(before, after, facts, around).map(({ code }) => code);

  it("stand exactly when termin and lines are equal, above what is committed, and no line is below its receipts", () => {
    fc.assert(
      fc.property(
        fc.array(money, { minLength: 1, maxLength: 5 }),
        fc.array(money, { minLength: 1, maxLength: 5 }),
        money,
        money,
        fc.boolean(),
        (was, becomes, committed, receipted, equal) => {
          const before = contentWith(was);
          const after = contentWith(becomes);
          const planned = equal
            ? after
            : { ...after, tranches: [{ title: "Satu", amount: sum(becomes) + 1n, condition: "Dana tersedia", plannedOn: "2026-12-01" }] };
          const found = codes(before, planned, factsOf(before, { committed, receipted }));
          expect(found.includes("tranches_differ")).toBe(!equal);
          expect(found.includes("target_below_committed")).toBe(sum(becomes) < committed);
          const low = becomes.filter((amount, index) => index < was.length && amount < receipted).length;
          expect(found.filter((code) => code === "line_below_receipts")).toHaveLength(low);
          expect(found.filter((code) => code === "line_named")).toHaveLength(Math.max(0, was.length - becomes.length));
        },
      ),
    );
  });

  it("leave a termin that was requested as it is, whatever else changes", () => {
    const tranches = [
      { title: "Satu", amount: 60n, condition: "Dana", plannedOn: "2026-12-01" },
      { title: "Dua", amount: 40n, condition: "Laporan", plannedOn: "2027-01-01" },
    ];
    const before = contentWith([100n], { tranches });
    const facts = factsOf(before, { fixed: new Set([1]), referred: new Set([1, 2]) });
    const [first, second] = tranches;
    if (!first || !second) throw new Error("two termin");
    for (const change of [{ title: "Lain" }, { amount: 61n }, { condition: "Lain" }, { plannedOn: "2026-12-02" }]) {
      expect(codes(before, { ...before, tranches: [{ ...first, ...change }, second] }, facts)).toContain("tranche_fixed");
    }
    expect(codes(before, { ...before, tranches: [first, { ...second, plannedOn: "2027-02-01" }] }, facts)).toEqual([]);
    expect(codes(before, contentWith([60n], { tranches: [first] }), facts)).toContain("tranche_named");
    expect(codes(before, { ...before, tranches: [] }, facts)).toContain("tranche_fixed");
  });

  it("keep groups that have spent of a line, and indicators that were reported", () => {
    const before = contentWith([100n], { indicators: [{ id: "i", code: null, name: "Panen", unit: "kg", baseline: "0", target: "5" }] });
    const spent = { receipted: 10n, pledged: 0n, named: true, spentBy: ["wetan"] };
    const facts = factsOf(before, { lines: new Map([["baris-0", spent]]), reported: new Set(["i"]) });
    expect(codes(before, before, facts)).toContain("line_member_spent");
    expect(codes(before, { ...before, indicators: [] }, facts)).toContain("indicator_reported");
  });

  it("end no earlier than commitments may come", () => {
    const before = contentWith([100n]);
    expect(codes(before, { ...before, endsOn: "2026-12-31" }, factsOf(before))).toContain("open_after_end");
    expect(codes(before, { ...before, endsOn: "2027-03-01" }, factsOf(before))).toEqual([]);
  });
});

describe("two versions", () => {
  it("are compared without losing a rupiah: the rows sum to both totals and to their difference", () => {
    fc.assert(
      fc.property(fc.array(money, { maxLength: 6 }), fc.array(money, { maxLength: 6 }), (was, becomes) => {
        const [before, after] = [contentWith(was), contentWith(becomes)];
        const [budget] = compareVersions(before, after);
        const amount = (value: { kind: string; amount?: bigint } | null) => value?.amount ?? 0n;
        expect(budget?.totals).toEqual({ before: budgetTotal(before.lines), after: budgetTotal(after.lines) });
        expect(sum((budget?.rows ?? []).map((row) => amount(row.before)))).toBe(sum(was));
        expect(sum((budget?.rows ?? []).map((row) => amount(row.after)))).toBe(sum(becomes));
        const { same, changed, added, removed } = countChanges(budget?.rows ?? []);
        expect(same + changed + removed).toBe(was.length);
        expect(same + changed + added).toBe(becomes.length);
      }),
    );
  });

  it("of a joint program keep the parts of its groups whole", () => {
    const members = ["wetan", "kulon"].map((id) => ({ id, name: id, village: "", villageCode: null, coordinator: "" }));
    const shared = (amount: bigint, part: bigint) =>
      contentWith([amount], {
        members,
        lines: contentWith([amount]).lines.map((line) => ({ ...line, memberId: "wetan", shares: [{ memberId: "kulon", amount: part }] })),
      });
    fc.assert(
      fc.property(money, money, money, (a, b, part) => {
        const [before, after] = [shared(a + part, part), shared(b + part, part)];
        const groups = compareVersions(before, after).find(({ section }) => section === "groups");
        expect(groups?.rows).toHaveLength(2);
        expect(sum(memberTotals(after.lines).values())).toBe(amountOfLine(after.lines[0] ?? { volume: null, unitPrice: null }));
      }),
    );
  });

  it("are the same when nothing changed, whatever way decimals were written", () => {
    const { needs, ...plain } = contentWith([100n]);
    const draft = { ...plain, needs, payeeAccountId: null, lines: plain.lines.map((line) => ({ ...line, volume: "1.000" })) };
    const rows = compareVersions(contentWith([100n]), contentOfDraft(draft)).flatMap((section) => section.rows);
    expect(rows.every((row) => row.change === "same")).toBe(true);
  });

  it("come back from the database as they went in, with amounts that no float holds", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 9_007_199_254_740_993_000n }), { maxLength: 4 }), (amounts) => {
        const content = contentWith(amounts);
        expect(decodeContent(JSON.parse(encodeContent(content)))).toEqual(content);
        expect(encodeContent(patchedContent(content, {}))).toBe(encodeContent(content));
      }),
    );
  });
});
