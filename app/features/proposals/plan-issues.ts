import { monthOf } from "~/kernel/months";
import type { Issue, IssueCode } from "./issue";
import type { ProposalDraft } from "./proposal-draft";

/** The schedule and the risks: at least one of each, whole, and within the months of the program. */
export function planIssues(draft: ProposalDraft): Issue[] {
  return [...activityIssues(draft), ...riskIssues(draft)];
}

function activityIssues(draft: ProposalDraft): Issue[] {
  if (draft.activities.length === 0) return [{ section: "plan", requirement: "activities", field: "activities", code: "no_activities" }];
  const [first, last] = [draft.startsOn && monthOf(draft.startsOn), draft.endsOn && monthOf(draft.endsOn)];
  return draft.activities.flatMap(({ id, name, from, to }, index): Issue[] => {
    const at = (field: string, code: IssueCode): Issue => ({
      section: "plan",
      requirement: "activities",
      field: `activities.${id}.${field}`,
      code,
      values: { n: index + 1, name: name.trim(), first: first ?? "", last: last ?? "" },
    });
    if (name.trim() === "") return [at("name", "activity_incomplete")];
    if (from === null) return [at("from", "activity_incomplete")];
    if (to === null) return [at("to", "activity_incomplete")];
    if (to < from) return [at("to", "activity_order")];
    if (first && from < first) return [at("from", "activity_outside_program")];
    return last && to > last ? [at("to", "activity_outside_program")] : [];
  });
}

function riskIssues(draft: ProposalDraft): Issue[] {
  if (draft.risks.length === 0) return [{ section: "plan", requirement: "risks", field: "risks", code: "no_risks" }];
  return draft.risks.flatMap((row, index): Issue[] => {
    const missing = (["risk", "likelihood", "mitigation"] as const).find((field) => (row[field] ?? "").trim() === "");
    return missing
      ? [
          {
            section: "plan",
            requirement: "risks",
            field: `risks.${row.id}.${missing}`,
            code: "risk_incomplete",
            values: { n: index + 1, name: row.risk.trim() },
          },
        ]
      : [];
  });
}

export function memberIssues(draft: ProposalDraft): Issue[] {
  const issues = draft.members.flatMap((member, index): Issue[] => {
    const at = (field: string, code: IssueCode): Issue => ({
      section: "members",
      requirement: "facts",
      field: `members.${member.id}.${field}`,
      code,
      values: { n: index + 1, name: member.name.trim() },
    });
    const missing = (["name", "village", "coordinator"] as const).find((field) => member[field].trim() === "");
    if (missing) return [at(missing, "member_incomplete")];
    const same = draft.members.findIndex((other) => other.name.trim().toLowerCase() === member.name.trim().toLowerCase());
    if (same < index) return [at("name", "member_twice")];
    return member.villageCode === null ? [at("village", "village_unknown")] : [];
  });
  if (draft.members.length < 2) issues.unshift({ section: "members", requirement: "members", field: "members", code: "members_too_few" });
  return issues;
}

export function indicatorIssues(draft: ProposalDraft): Issue[] {
  if (draft.indicators.length === 0)
    return [{ section: "indicators", requirement: "indicators", field: "indicators", code: "no_indicators" }];
  return draft.indicators.flatMap((indicator, index): Issue[] => {
    const values = { n: index + 1, name: indicator.name.trim() };
    const missing = (["name", "unit", "baseline", "target"] as const).find((field) => (indicator[field] ?? "").trim() === "");
    return missing
      ? [
          {
            section: "indicators",
            requirement: "values",
            field: `indicators.${indicator.id}.${missing}`,
            code: "indicator_incomplete",
            values,
          },
        ]
      : [];
  });
}
