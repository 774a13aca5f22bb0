import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answer,
  type AssignmentStatus,
  assignmentKinds,
  elementsFor,
  mayBecome,
  obstacleToConclude,
} from "~/features/assignments/assignment";
import { checkResults } from "~/features/proposals/proposal";
import { practitionerElements } from "~/features/identity/actor";
import { checklists } from "#db/reference/checklists";

const statuses: readonly AssignmentStatus[] = ["offered", "accepted", "done", "declined", "lapsed", "returned"];

describe("the states of a task", () => {
  it("end for good once it is done, declined, lapsed or handed back", () => {
    for (const end of ["done", "declined", "lapsed", "returned"] as const) {
      expect(statuses.filter((to) => mayBecome(end, to))).toEqual([]);
    }
    expect(statuses.filter((to) => mayBecome("offered", to))).toEqual(["accepted", "declined", "lapsed"]);
    expect(statuses.filter((to) => mayBecome("accepted", to))).toEqual(["done", "returned"]);
  });

  it("give every element of practitioners that verifies something to do, and every kind a list of questions", () => {
    const used = new Set(assignmentKinds.flatMap((kind) => elementsFor[kind]));
    expect([...used].sort()).toEqual(practitionerElements.filter((element) => element !== "woman_leader").sort());
    for (const kind of assignmentKinds) expect(checklists[kind].length).toBeGreaterThan(1);
  });
});

describe("a conclusion", () => {
  const items = ["a", "b", "c", "d"];
  const answers = fc.uniqueArray(
    fc.record({
      item: fc.constantFrom(...items),
      answer: fc.constantFrom(...checkResults),
      note: fc.constantFrom("", "  ", "ruang lebih kecil"),
    }),
    { selector: (answer) => answer.item },
  );

  it("is possible exactly when all is answered, each difference explained, and the result says no more than the answers", () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...checkResults), (given: Answer[], result) => {
        const differing = given.filter((answer) => answer.answer === "differs");
        const possible =
          given.length === items.length &&
          differing.every((answer) => answer.note.trim() !== "") &&
          (differing.length === 0 || result !== "match");
        expect(obstacleToConclude(items, given, result) === undefined).toBe(possible);
      }),
      { numRuns: 3000 },
    );
  });

  it("counts what is open and names the difference without words", () => {
    expect(obstacleToConclude(items, [], "match")).toEqual({ code: "answers_missing", count: 4 });
    const all = items.map((item): Answer => ({ item, answer: item === "c" ? "differs" : "match", note: "" }));
    expect(obstacleToConclude(items, all, "differs")).toEqual({ code: "difference_unexplained", item: "c" });
  });
});
