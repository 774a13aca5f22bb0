import { type Section, sections, sectionsOf } from "./proposal";
import type { Issue, IssueCode } from "./issue";

/** What each section asks for; progress counts these. */
export const requirements: Readonly<Record<Section, readonly string[]>> = {
  story: ["title", "summary", "story", "pillar", "goals"],
  people: ["needs", "beneficiaries", "beneficiaryUnit"],
  area: ["areaCode", "startsOn", "endsOn", "openUntil"],
  plan: ["activities", "risks"],
  members: ["members", "facts"],
  budget: ["lines", "amounts"],
  tranches: ["tranches", "plan", "sum"],
  indicators: ["indicators", "values"],
  payee: ["payeeAccountId", "photos", "standing"],
  review: [],
};

const rowlessCodes: readonly IssueCode[] = ["no_lines", "no_tranches", "no_indicators"];

export type Progress = { done: number; total: number; bySection: Record<Section, { done: number; total: number }> };

/** How much of what is asked of a proposal of this element is there. */
export function progressOf(issues: readonly Issue[], element: string | null): Progress {
  const asks = sectionsOf(element);
  const bySection = Object.fromEntries(
    sections.map((section) => {
      const here = issues.filter((issue) => issue.section === section);
      const open = new Set(here.map((issue) => issue.requirement));
      const asked = asks.includes(section) ? requirements[section] : [];
      // Without a single row nothing of the section is done, also what would only be asked of rows.
      const rowless = here.some((issue) => rowlessCodes.includes(issue.code));
      return [section, { done: rowless ? 0 : asked.filter((requirement) => !open.has(requirement)).length, total: asked.length }];
    }),
  ) as Progress["bySection"];
  const parts = Object.values(bySection);
  return { done: parts.reduce((n, p) => n + p.done, 0), total: parts.reduce((n, p) => n + p.total, 0), bySection };
}
