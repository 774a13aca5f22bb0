import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageGroups, countsPeople, peopleProblems, sexes } from "~/features/proposals/people";

const nobody = { women: null, men: null, age0to5: null, age6to17: null, age18to59: null, age60up: null, disabled: null };
const counted = { ...nobody, beneficiaries: 88, beneficiaryUnit: "lansia", people: null, needPeople: [] };

describe("people in detail", () => {
  it("may be left out", () => {
    expect(peopleProblems(counted)).toEqual([]);
    expect(peopleProblems({ ...counted, women: 57, disabled: 14, age60up: 80 })).toEqual([]);
  });

  it("make up all people where every part of a kind is given", () => {
    expect(peopleProblems({ ...counted, women: 57, men: 31 })).toEqual([]);
    expect(peopleProblems({ ...counted, women: 57, men: 30 })).toEqual([
      { field: "men", code: "parts_differ", values: { total: 88, sum: 87 } },
    ]);
    expect(peopleProblems({ ...counted, age0to5: 0, age6to17: 0, age18to59: 1, age60up: 88 })).toMatchObject([
      { field: "age60up", code: "parts_differ" },
    ]);
  });

  it("are never more than all, said beside the part that is", () => {
    expect(peopleProblems({ ...counted, disabled: 89 })).toEqual([{ field: "disabled", code: "people_exceed_total" }]);
    expect(peopleProblems({ ...counted, needPeople: [{ code: "poor", people: 89 }] })).toEqual([
      { field: "needPeople.poor.people", code: "people_exceed_total" },
    ]);
    // One person may belong to two groups.
    const needPeople = [
      { code: "poor", people: 88 },
      { code: "neglected_elderly", people: 88 },
    ];
    expect(peopleProblems({ ...counted, needPeople })).toEqual([]);
  });

  it("of families are compared with their number of people, which is asked for", () => {
    const families = { ...counted, beneficiaries: 40, beneficiaryUnit: "keluarga" };
    expect(peopleProblems(families)).toEqual([]);
    expect(peopleProblems({ ...families, women: 90 })).toEqual([{ field: "people", code: "people_unknown" }]);
    expect(peopleProblems({ ...families, people: 160, women: 90 })).toEqual([]);
    expect(peopleProblems({ ...families, people: 80, women: 90 })).toEqual([{ field: "women", code: "people_exceed_total" }]);
    expect(countsPeople("jiwa")).toBe(true);
  });

  it("are right exactly where the parts fit", () => {
    const part = fc.option(fc.nat({ max: 40 }), { nil: null });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.record({ women: part, men: part, ...ages(part) }), (total, parts) => {
        const right = [sexes, ageGroups].every((kind) => {
          const given = kind.flatMap((one) => parts[one] ?? []);
          const sum = given.reduce((all, one) => all + one, 0);
          return given.length === kind.length ? sum === total : sum <= total;
        });
        expect(peopleProblems({ ...counted, ...parts, beneficiaries: total }).length === 0).toBe(right);
      }),
    );
  });
});

function ages<T>(part: T) {
  return { age0to5: part, age6to17: part, age18to59: part, age60up: part };
}
