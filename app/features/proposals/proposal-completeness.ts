import { type Day, isDay } from "~/kernel/dates";
import { type Section, sections } from "./proposal";
import { type ProposalDraft, type Unread, amountOfLine, budgetTotal, parsePrice, tranchesTotal } from "./proposal-draft";
import { requirements } from "./proposal-progress";

/** One thing that is missing or wrong: where, on which field, and which sentence says so. Amounts are whole rupiah. */
export type Issue = {
  section: Section;
  requirement: string;
  field: string;
  code: IssueCode;
  values?: { [name: string]: string | number | bigint };
};

export type IssueCode =
  | "missing"
  | "too_short"
  | "too_long"
  | "unread"
  | "unread_day"
  | "must_be_positive"
  | "no_goal"
  | "no_need"
  | "people_exceed_total"
  | "answers_exceed_total"
  | "area_too_large"
  | "members_too_few"
  | "member_incomplete"
  | "member_twice"
  | "village_unknown"
  | "line_without_member"
  | "share_too_much"
  | "ends_before_start"
  | "closed_already"
  | "open_after_end"
  | "no_lines"
  | "line_incomplete"
  | "amount_not_whole"
  | "no_tranches"
  | "tranche_incomplete"
  | "tranche_order"
  | "tranche_outside_program"
  | "tranches_differ"
  | "no_indicators"
  | "indicator_incomplete"
  | "payee_foreign"
  | "payee_unverified"
  | "payee_closed"
  | "no_photo"
  | "standing_invalid"
  // What an amendment of a published program can't go behind.
  | "target_below_committed"
  | "line_below_receipts"
  | "line_below_pledges"
  | "line_named"
  | "line_member_spent"
  | "tranche_fixed"
  | "tranche_named"
  | "indicator_reported"
  | "need_closed";

/** What the rules must know besides the draft itself. */
export type Surroundings = {
  today: Day;
  /** The organisation's standing is approved and has not run out. */
  standingValid: boolean;
  /** The account that was chosen, as it is now; undefined when none is chosen or it does not exist. */
  payee: { belongs: boolean; verified: boolean; closed: boolean } | undefined;
  /** How many pictures of the present state are attached. */
  photos: number;
  unread: Unread;
  /** Several groups propose together: each line is one's, or split. */
  jointly: boolean;
};

/** Everything that keeps a proposal from being submitted, in the order of the form; nothing when it may go. */
export function issuesOf(draft: ProposalDraft, around: Surroundings): Issue[] {
  const found = [
    ...storyIssues(draft),
    ...peopleIssues(draft),
    ...areaIssues(draft, around),
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
  const add = (field: string, code: IssueCode, requirement = field): void =>
    void issues.push({ section: "people", requirement, field, code });
  if (draft.needs.length === 0) add("needs", "no_need");
  if (draft.beneficiaries === null) add("beneficiaries", "missing");
  if (draft.beneficiaryUnit.trim() === "") add("beneficiaryUnit", "missing");
  // A program may count families and still say how many women are among the people: only a group that counts people is compared.
  if (draft.beneficiaries !== null && countsPeople(draft.beneficiaryUnit)) {
    for (const field of ["women", "children", "elderly", "disabled"] as const) {
      if ((draft[field] ?? 0) > draft.beneficiaries) add(field, "people_exceed_total", "beneficiaries");
    }
    const answered = draft.answers.reduce((total, { people }) => total + people, 0);
    if (answered > draft.beneficiaries) add("answers", "answers_exceed_total", "beneficiaries");
  }
  return issues;
}

/** Whether a group of beneficiaries is counted in people, and not in families or houses. */
export function countsPeople(unit: string): boolean {
  return !/keluarga|kk|rumah|kelompok|desa|dukuh|famil|household|group/i.test(unit);
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

function memberIssues(draft: ProposalDraft): Issue[] {
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

function budgetIssues(draft: ProposalDraft, { jointly }: Surroundings): Issue[] {
  if (draft.lines.length === 0) {
    return [{ section: "budget", requirement: "lines", field: "lines", code: "no_lines" }];
  }
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

function trancheIssues(draft: ProposalDraft): Issue[] {
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

function indicatorIssues(draft: ProposalDraft): Issue[] {
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
  if (/(^|\.)(startsOn|endsOn|openUntil|plannedOn)$/.test(field)) return "unread_day";
  if (/^0+(,0*)?$/.test(typed.trim())) return "must_be_positive";
  if (field.includes(".share.") && parsePrice(typed) !== undefined) return "share_too_much";
  return field.endsWith(".unitPrice") && parsePrice(typed) !== undefined ? "amount_not_whole" : "unread";
}

function requirementOfField(section: Section, field: string): string {
  if (section === "members") return "facts";
  if (section === "budget") return "amounts";
  if (section === "tranches") return "plan";
  if (section === "indicators") return "values";
  return requirements[section].includes(field) ? field : (requirements[section][0] ?? field);
}
