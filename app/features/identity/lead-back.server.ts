import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import type { DomainError } from "~/kernel/domain-error";
import type { Language } from "~/kernel/messages";
import type { Attempt } from "~/kernel/result";
import { flash } from "~/platform/flash.server";

type Way = {
  to: string;
  /** What was done, as a sentence or a key of the flash texts. */
  done: string;
  refusals: Parameters<typeof refusalText>[2];
  /** Where a refusal leads, when that is another page. */
  back?: string;
};

/** Leads on from a step that has no fields: the next page says what was done, or why it was refused. */
export async function leadBack(c: { language: Language }, outcome: Attempt<unknown>, way: Way): Promise<Response> {
  const headers = outcome.ok ? await flash(way.done) : await flash(refusalText(outcome.refusal, c.language, way.refusals), "bad");
  return redirect(outcome.ok ? way.to : (way.back ?? way.to), { status: 303, headers });
}

type Settled = { codes: readonly string[]; to: string; refusals: Way["refusals"] };

/** Where somebody else has settled a thing meanwhile its form is gone: leads to the page, which says why nothing was taken. */
export async function leaveIfSettled(c: { language: Language }, refusal: DomainError, { codes, to, refusals }: Settled): Promise<void> {
  if (!codes.includes(refusal.code)) return;
  throw redirect(to, { status: 303, headers: await flash(refusalText(refusal, c.language, refusals), "bad") });
}
