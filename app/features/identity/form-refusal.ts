import type { SubmissionResult } from "@conform-to/react";
import { data } from "@remix-run/node";
import type { ErrorReason } from "~/components/error-reason";
import { refusalText } from "~/components/refusal-text";
import type { DomainError } from "~/kernel/domain-error";
import type { Language } from "~/kernel/messages";

type Texts = Parameters<typeof refusalText>[2];
type Answerable = {
  reply: (options?: { fieldErrors?: Record<string, string[]>; formErrors?: string[]; hideFields?: string[] }) => SubmissionResult<string[]>;
};

/** What the form answers with when an operation refuses: the sentence beside its field, or above the form. Passwords aren't sent back. */
export function refused(submission: Answerable, refusal: DomainError, language: Language, texts: Texts) {
  const text = refusalText(refusal, language, texts);
  const { field } = refusal.details;
  const hideFields = secretFields;
  return data(
    { result: submission.reply(field ? { fieldErrors: { [field]: [text] }, hideFields } : { formErrors: [text], hideFields }) },
    { status: refusal.code === "rate_limited" ? 429 : 400 },
  );
}

/** What the form answers with when what was typed can't be read. */
export function misread(submission: Answerable) {
  return data({ result: submission.reply({ hideFields: secretFields }) }, { status: 400 });
}

const secretFields = ["password", "current", "code"];

/** The answer in place of a page that was asked for too often: it says from when on it can be tried again. */
export function tooMany(refusal: DomainError): Response {
  const at = new Date(Date.now() + Number(refusal.details.minutes ?? 1) * 60_000).toISOString();
  return Response.json({ kind: "too_many", at } satisfies ErrorReason, { status: 429 });
}

/** An answer of a form with what else its page must keep: which of several forms it belongs to, rows, what was searched for. */
export function alongside<Answer extends { data: object; init: ResponseInit | null }, More extends object>(answer: Answer, more: More) {
  return data({ ...answer.data, ...more } as Answer["data"] & More, answer.init ?? undefined);
}
