import { isDay } from "~/kernel/dates";
import { budgetIssues, trancheIssues } from "./budget-issues";
import type { Issue, IssueCode, Surroundings } from "./issue";
import { peopleProblems, peopleTotal } from "./people";
import { indicatorIssues, memberIssues, planIssues } from "./plan-issues";
import { type Section, sections } from "./proposal";
import { type ProposalDraft, type Unread, parsePrice } from "./proposal-draft";
import { requirements } from "./proposal-progress";

/** Everything that keeps a proposal from being submitted, in the order of the form; nothing when it may go. */
export function issuesOf(draft: ProposalDraft, around: Surroundings): Issue[] {
  const found = [
    ...storyIssues(draft),
    ...peopleIssues(draft),
    ...areaIssues(draft, around),
    ...planIssues(draft),
    ...(around.jointly ? memberIssues(draft) : []),
    ...budgetIssues(draft, around),
    ...trancheIssues(draft),
    ...indicatorIssues(draft),
    ...payeeIssues(draft, around),
  ];
  const unread = unreadIssues(around.unread);
  const unreadFields = new Set(unread.map((issue) => issue.field));
  const all = [...found.filter((issue) => !unreadFields.has(issue.field)), ...unread];
  return sections.flatMap((section) => all.filter((issue) => issue.section === section));
}

/** The longest text that pages have room for. */
export const textLimits = { title: 120, summary: 300, story: 6000 } as const;

function storyIssues(draft: ProposalDraft): Issue[] {
  const issues: Issue[] = [];
  const text = (field: keyof typeof textLimits, least: number, most: number): void => {
    const length = draft[field].trim().length;
    if (length === 0) issues.push({ section: "story", requirement: field, field, code: "missing" });
    else if (length < least) issues.push({ section: "story", requirement: field, field, code: "too_short", values: { least } });
    else if (length > most) issues.push({ section: "story", requirement: field, field, code: "too_long", values: { most, length } });
  };
  text("title", 10, textLimits.title);
  text("summary", 20, textLimits.summary);
  text("story", 60, textLimits.story);
  if (!draft.pillar) issues.push({ section: "story", requirement: "pillar", field: "pillar", code: "missing" });
  if (draft.goals.length === 0) issues.push({ section: "story", requirement: "goals", field: "goals", code: "no_goal" });
  return issues;
}

function peopleIssues(draft: ProposalDraft): Issue[] {
  const issues: Issue[] = [];
  const add = (field: string, code: IssueCode, requirement = field, values?: Issue["values"]): void =>
    void issues.push({ section: "people", requirement, field, code, ...(values && { values }) });
  if (draft.needs.length === 0) add("needs", "no_need");
  if (draft.beneficiaries === null) add("beneficiaries", "missing");
  if (draft.beneficiaryUnit.trim() === "") add("beneficiaryUnit", "missing");
  for (const { field, code, values } of peopleProblems(draft)) add(field, code, "beneficiaries", values);
  const total = peopleTotal(draft);
  const answered = draft.answers.reduce((sum, { people }) => sum + people, 0);
  if (total !== null && answered > total) add("answers", "answers_exceed_total", "beneficiaries");
  return issues;
}

function areaIssues(draft: ProposalDraft, { today }: Surroundings): Issue[] {
  const issues: Issue[] = [];
  const add = (field: string, code: IssueCode): void => void issues.push({ section: "area", requirement: field, field, code });
  if (!draft.areaCode) add("areaCode", "missing");
  else if (draft.areaCode.split(".").length < 3) add("areaCode", "area_too_large");
  for (const field of ["startsOn", "endsOn", "openUntil"] as const) {
    const day = draft[field];
    if (day === null || !isDay(day)) add(field, "missing");
  }
  const { startsOn, endsOn, openUntil } = draft;
  if (startsOn && endsOn && endsOn < startsOn) add("endsOn", "ends_before_start");
  else if (endsOn && endsOn <= today) add("endsOn", "closed_already");
  if (openUntil && openUntil <= today) add("openUntil", "closed_already");
  else if (openUntil && endsOn && openUntil > endsOn) add("openUntil", "open_after_end");
  return issues;
}

function payeeIssues(draft: ProposalDraft, { payee, photos, standingValid }: Surroundings): Issue[] {
  const issues: Issue[] = [];
  const account = (code: IssueCode): void =>
    void issues.push({ section: "payee", requirement: "payeeAccountId", field: "payeeAccountId", code });
  if (!draft.payeeAccountId) account("missing");
  else if (!payee?.belongs) account("payee_foreign");
  else if (payee.closed) account("payee_closed");
  else if (!payee.verified) account("payee_unverified");
  if (photos === 0) issues.push({ section: "payee", requirement: "photos", field: "files", code: "no_photo" });
  if (!standingValid) issues.push({ section: "payee", requirement: "standing", field: "standing", code: "standing_invalid" });
  return issues;
}

function unreadIssues(unread: Unread): Issue[] {
  return sections.flatMap((section) =>
    Object.entries(unread[section] ?? {}).map(([field, typed]): Issue => {
      const requirement = requirementOfField(section, field);
      return { section, requirement, field, code: whyUnread(field, typed), values: { typed } };
    }),
  );
}

/** Why a text was kept as it was typed: a number that is no number, a zero where something must be counted, a product with a fraction. */
function whyUnread(field: string, typed: string): IssueCode {
  if (/\.(from|to)$/.test(field)) return "unread_month";
  if (/(^|\.)(startsOn|endsOn|openUntil|plannedOn)$/.test(field)) return "unread_day";
  if (/^0+(,0*)?$/.test(typed.trim())) return "must_be_positive";
  if (field.includes(".share.") && parsePrice(typed) !== undefined) return "share_too_much";
  return field.endsWith(".unitPrice") && parsePrice(typed) !== undefined ? "amount_not_whole" : "unread";
}

function requirementOfField(section: Section, field: string): string {
  if (section === "plan") return field.startsWith("risks") ? "risks" : "activities";
  if (section === "members") return "facts";
  if (section === "budget") return "amounts";
  if (section === "tranches") return "plan";
  if (section === "indicators") return "values";
  if (section === "people" && !requirements.people.includes(field)) return "beneficiaries";
  return requirements[section].includes(field) ? field : (requirements[section][0] ?? field);
}
