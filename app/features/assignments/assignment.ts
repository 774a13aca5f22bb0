import type { PractitionerElement } from "~/features/identity/actor";
import type { OpenForm } from "~/features/proposals/save-proposal-draft.server";
import type { CheckKind, CheckResult } from "~/features/proposals/proposal";
import type { Side } from "~/kernel/three-way";

export const assignmentKinds = [
  "field_visit",
  "need_assessment",
  "regulation_review",
  "endorsement",
  "second_reading",
  "impact_assessment",
  "arrival_confirmation",
] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];
export type AssignmentStatus = "offered" | "accepted" | "done" | "declined" | "lapsed" | "returned";

const transitions: Readonly<Record<AssignmentStatus, readonly AssignmentStatus[]>> = {
  offered: ["accepted", "declined", "lapsed"],
  accepted: ["done", "returned"],
  done: [],
  declined: [],
  lapsed: [],
  returned: [],
};

export function mayBecome(from: AssignmentStatus, to: AssignmentStatus): boolean {
  return transitions[from].includes(to);
}

/** Which elements may take on which task: assessments are signed by professionals, statements given by those who live there. */
export const elementsFor: Readonly<Record<AssignmentKind, readonly PractitionerElement[]>> = {
  field_visit: ["community_social_worker", "tksk", "professional_social_worker"],
  need_assessment: ["professional_social_worker"],
  regulation_review: ["functional_extension_officer"],
  endorsement: ["community_extension_worker"],
  second_reading: ["tksk"],
  impact_assessment: ["professional_social_worker"],
  arrival_confirmation: ["community_extension_worker", "community_social_worker"],
};

/** The check of the proposal that a task becomes when it is done; tasks about a termin become none. */
export const checkOf: Readonly<Record<AssignmentKind, CheckKind | null>> = {
  field_visit: "field_visit",
  need_assessment: "need",
  regulation_review: "regulation",
  endorsement: "endorsement",
  second_reading: "second_reading",
  impact_assessment: null,
  arrival_confirmation: null,
};

/** Whether a task is about a termin that was paid, and not about the proposal. */
export function isAboutTermin(kind: AssignmentKind): boolean {
  return checkOf[kind] === null;
}

export const declineReasons = ["too_far", "no_time", "tied"] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** How long a conclusion holds, in days: what was seen ages, what a rule says ages slower. */
export const holdsFor: Readonly<Record<AssignmentKind, number>> = {
  field_visit: 182,
  need_assessment: 182,
  regulation_review: 365,
  endorsement: 365,
  second_reading: 365,
  impact_assessment: 365,
  arrival_confirmation: 365,
};

/** What was answered to one question; a note may come before the answer. */
export type Answer = { item: string; answer: CheckResult | null; note: string };

/** What a task says, signed or not. */
export type Said = { answers: readonly Answer[]; finding: string; statement: string; confirmsArrival: boolean; result: CheckResult | null };

/** The open page that sends, and what it was opened with. */
export type Opened = {
  version: number;
  base: Readonly<Record<string, string>> | undefined;
  page: OpenForm;
  asked: Readonly<Record<string, Side | undefined>>;
};

export type Question = { code: string; questionId: string; questionEn: string };

export type ConclusionObstacle =
  | { code: "answers_missing"; count: number }
  | { code: "difference_unexplained"; item: string }
  | { code: "match_with_difference" };

/**
 * What keeps a task from being concluded: questions without an answer, a difference without a word about it, or "fits" although
 * something differs. Undefined when all is well.
 */
export function obstacleToConclude(
  items: readonly string[],
  answers: readonly Answer[],
  result: CheckResult,
): ConclusionObstacle | undefined {
  const open = items.filter((item) => !answers.some((answer) => answer.item === item && answer.answer !== null));
  if (open.length > 0) return { code: "answers_missing", count: open.length };
  const silent = answers.find((answer) => answer.answer === "differs" && answer.note.trim() === "");
  if (silent) return { code: "difference_unexplained", item: silent.item };
  if (result === "match" && answers.some((answer) => answer.answer === "differs")) return { code: "match_with_difference" };
  return undefined;
}
