import type { Issue, IssueCode, Surroundings } from "./issue";
import { type ProposalDraft, amountOfLine, budgetTotal, priceOfLine, tranchesTotal } from "./proposal-draft";

export function budgetIssues(draft: ProposalDraft, around: Surroundings): Issue[] {
  return [...lineIssues(draft, around), ...contributionIssues(draft)];
}

function lineIssues(draft: ProposalDraft, { jointly }: Surroundings): Issue[] {
  if (draft.lines.length === 0) return [{ section: "budget", requirement: "lines", field: "lines", code: "no_lines" }];
  return draft.lines.flatMap((line, index): Issue[] => {
    const values = { n: index + 1, name: line.description.trim() };
    const at = (field: string, code: IssueCode): Issue => ({
      section: "budget",
      requirement: "amounts",
      field: `lines.${line.id}.${field}`,
      code,
      values,
    });
    if (line.description.trim() === "") return [at("description", "line_incomplete")];
    if (line.volume === null) return [at("volume", "line_incomplete")];
    if (line.unit.trim() === "") return [at("unit", "line_incomplete")];
    if (line.unitPrice === null) return [at("unitPrice", "line_incomplete")];
    if (amountOfLine(line) === undefined) return [at("unitPrice", "amount_not_whole")];
    return jointly && line.memberId === null ? [at("memberId", "line_without_member")] : [];
  });
}

/** Own contributions are not asked for, but one that is begun is written to its end. */
function contributionIssues(draft: ProposalDraft): Issue[] {
  return draft.contributions.flatMap((row, index): Issue[] => {
    const at = (field: string, code: IssueCode): Issue => ({
      section: "budget",
      requirement: "amounts",
      field: `contributions.${row.id}.${field}`,
      code,
      values: { n: index + 1, name: row.description.trim() },
    });
    const missing = (["description", "volume", "unit", "unitPrice"] as const).find((field) => String(row[field] ?? "").trim() === "");
    if (missing) return [at(missing, "contribution_incomplete")];
    return priceOfLine(row) === undefined ? [at("unitPrice", "amount_not_whole")] : [];
  });
}

export function trancheIssues(draft: ProposalDraft): Issue[] {
  if (draft.tranches.length === 0) return [{ section: "tranches", requirement: "tranches", field: "tranches", code: "no_tranches" }];
  const issues = draft.tranches.flatMap((tranche, index): Issue[] => {
    const n = index + 1;
    const at = (field: string, code: IssueCode): Issue => ({
      section: "tranches",
      requirement: "plan",
      field: `tranches.${n}.${field}`,
      code,
      values: { n },
    });
    if (tranche.title.trim() === "") return [at("title", "tranche_incomplete")];
    if (tranche.amount === null) return [at("amount", "tranche_incomplete")];
    if (tranche.plannedOn === null) return [at("plannedOn", "tranche_incomplete")];
    const before = draft.tranches[index - 1]?.plannedOn;
    if (before && tranche.plannedOn < before) return [at("plannedOn", "tranche_order")];
    return draft.endsOn && tranche.plannedOn > draft.endsOn ? [at("plannedOn", "tranche_outside_program")] : [];
  });
  const [budget, planned] = [budgetTotal(draft.lines), tranchesTotal(draft.tranches)];
  if (budget !== planned) {
    const values = { budget, planned, difference: budget - planned };
    issues.push({ section: "tranches", requirement: "sum", field: "tranches", code: "tranches_differ", values });
  }
  return issues;
}
