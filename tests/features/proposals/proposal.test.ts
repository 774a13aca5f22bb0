import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ProposalStatus,
  isEditable,
  isPublic,
  mayBecome,
  programCode,
  proposalStatuses,
  slugOf,
  transitions,
} from "~/features/proposals/proposal";

const status = fc.constantFrom(...proposalStatuses);

/** The state machine as the blueprint writes it, stated a second time. */
const allowed = new Set([
  "draft>submitted",
  "submitted>verifying",
  "verifying>published",
  "published>running",
  "running>completed",
  "submitted>revision_requested",
  "verifying>revision_requested",
  "revision_requested>submitted",
  "submitted>rejected",
  "verifying>rejected",
  "draft>withdrawn",
  "submitted>withdrawn",
  "verifying>withdrawn",
  "revision_requested>withdrawn",
  "published>withdrawn",
  "published>expired",
  "published>suspended",
  "running>suspended",
  "suspended>published",
  "suspended>running",
]);

describe("the states of a proposal", () => {
  it("allows exactly the transitions of the blueprint", () => {
    for (const from of proposalStatuses) {
      for (const to of proposalStatuses) expect([from, to, mayBecome(from, to)]).toEqual([from, to, allowed.has(`${from}>${to}`)]);
    }
  });

  it("never leads out of the table, whatever is tried in whatever order", () => {
    fc.assert(
      fc.property(fc.array(status, { maxLength: 60 }), (attempts) => {
        let current: ProposalStatus = "draft";
        const path: ProposalStatus[] = [current];
        for (const next of attempts) {
          if (!mayBecome(current, next)) continue;
          current = next;
          path.push(next);
        }
        // Nothing is public without having been verified, and nothing runs without having been published.
        const first = (s: ProposalStatus): number => path.indexOf(s);
        if (path.some(isPublic)) expect(first("verifying")).toBeGreaterThan(first("submitted"));
        if (first("running") > 0) expect(first("published")).toBeGreaterThan(first("verifying"));
        if (first("completed") > 0) expect(path.at(-1)).toBe("completed");
      }),
    );
  });

  it("has no way out of the ends", () => {
    for (const end of ["completed", "rejected", "withdrawn", "expired"] as const) expect(transitions[end]).toEqual([]);
  });

  it("lets a community write only while the proposal is with it", () => {
    expect(proposalStatuses.filter(isEditable)).toEqual(["draft", "revision_requested"]);
  });
});

describe("addresses and codes", () => {
  it("makes an address from any title", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: "grapheme" }), (title) => {
        const slug = slugOf(title);
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(70);
      }),
    );
  });

  it("keeps the words and drops the marks", () => {
    expect(slugOf("Kebun pangan lansia: Rp 96 jt!")).toBe("kebun-pangan-lansia-rp-96-jt");
    expect(slugOf("Dapur séhat")).toBe("dapur-sehat");
    expect(slugOf("???")).toBe("program");
  });

  it("numbers programs by year", () => {
    expect(programCode(2026, 14)).toBe("SBG-2026-014");
    expect(programCode(2026, 1014)).toBe("SBG-2026-1014");
  });
});
