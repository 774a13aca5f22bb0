import type { Language } from "~/kernel/messages";
import type { OpenRequest } from "../draft-queries.server";
import { issueText } from "../issue-messages";
import type { Section } from "../proposal";
import type { Issue } from "../issue";
import type { ProposalDraft, Unread } from "../proposal-draft";

/** What the fields of a step need to know: what was written, what could not be read, what is wrong, what was asked for. */
export type StepState = {
  section: Section;
  draft: ProposalDraft;
  unread: Unread;
  issues: readonly Issue[];
  requests: readonly OpenRequest[];
  editable: boolean;
  /** Also say what is missing, not only what could not be read. */
  checked: boolean;
  /** Rows that can't be changed any more, as "tranches.1": an amendment leaves alone what was requested or paid. */
  fixed?: readonly string[];
  language: Language;
};

/** The text of an input: what was typed if it could not be read, else what is stored. */
export function typedOr(state: StepState, field: string, stored: string): string {
  return state.unread[state.section]?.[field] ?? stored;
}

/** The sentence beside a field. What is merely missing is said only when the step is being checked. */
export function errorOf(state: StepState, field: string): string | undefined {
  const issue = state.issues.find((candidate) => candidate.field === field);
  if (!issue) return undefined;
  return state.checked || isMistake(issue) ? issueText(issue, state.language) : undefined;
}

/** Something was written that can't stand, as opposed to nothing written yet. */
export function isMistake(issue: Issue): boolean {
  return ![
    "missing",
    "no_goal",
    "no_need",
    "no_lines",
    "no_tranches",
    "no_indicators",
    "no_photo",
    "no_activities",
    "activity_incomplete",
    "no_risks",
    "risk_incomplete",
    "contribution_incomplete",
    "members_too_few",
    "member_incomplete",
    "line_without_member",
    "too_short",
    "line_incomplete",
    "tranche_incomplete",
    "indicator_incomplete",
    "tranches_differ",
    "standing_invalid",
    "payee_unverified",
  ].includes(issue.code);
}

/** Requests for change that are pinned to a field, or to a row of it. */
export function requestsFor(state: StepState, field: string): OpenRequest[] {
  return state.requests.filter((request) => request.field === field);
}
