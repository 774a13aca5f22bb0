import type { CheckKind, CheckResult } from "~/features/proposals/proposal";
import type { Day } from "~/kernel/dates";

export type CountedCheck = { kind: CheckKind; result: CheckResult; checkedBy: string; validUntil: Day | null };

/** What must match before a program is published: the standing, the budget, and the need as it was seen or assessed. */
const publicationNeeds: readonly (readonly CheckKind[])[] = [["legality"], ["field_visit", "need"], ["budget"]];

/** A large target is read a second time, by somebody who checked nothing of it before. */
export type Size = { target: bigint; secondReadingAbove: bigint };

/**
 * The kinds of check that still keep a proposal from being published: those without a matching, valid check, and every kind whose latest
 * check found a difference. `checks` holds the latest of each kind; above `secondReadingAbove` (rupiah) a second reading is needed too.
 */
export function checksMissing(checks: readonly CountedCheck[], today: Day, size: Size): CheckKind[] {
  const holds = (kind: CheckKind): boolean =>
    checks.some((check) => check.kind === kind && check.result === "match" && (check.validUntil === null || check.validUntil >= today));
  const differing = checks.filter((check) => check.result === "differs").map((check) => check.kind);
  const needs = size.target > size.secondReadingAbove ? [...publicationNeeds, ["second_reading" as const]] : publicationNeeds;
  const missing = needs.filter((kinds) => !kinds.some(holds)).flatMap((kinds) => kinds.slice(0, 1));
  return [...new Set([...missing, ...differing])];
}

/** A decision is due within this many calendar days after a proposal was sent (20 working days). */
export const decisionDays = 28;
