export const residentAnswers = ["arrived", "not_yet", "different"] as const;
export type ResidentAnswer = (typeof residentAnswers)[number];

export const hidingReasons = ["personal_data", "insult", "advertising", "unrelated"] as const;
export type HidingReason = (typeof hidingReasons)[number];

/** How many random signs the code of a poster has: short enough to type, and it opens only a question. */
export const codeLength = 6;

export const mostQuestions = 20;

/** What residents answered. Hidden answers and those that were replaced by a later one of the same device are counted apart, never dropped. */
export type AnswerCounts = Readonly<Record<ResidentAnswer, number>> & { hidden: number; changed: number; unread: number };

export function answered(counts: AnswerCounts): number {
  return counts.arrived + counts.not_yet + counts.different;
}

const doubtfulCount = 3;

/** Whether "not yet" is said often enough that the desk must look: at least three, and at least a third of all. */
export function raisesDoubt(counts: AnswerCounts): boolean {
  return counts.not_yet >= doubtfulCount && counts.not_yet * 3 >= answered(counts);
}
