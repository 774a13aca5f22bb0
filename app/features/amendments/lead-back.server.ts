import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import type { Language } from "~/kernel/messages";
import type { Attempt } from "~/kernel/result";
import { flash } from "~/platform/flash.server";
import { amendmentRefusals } from "./desk-messages";

/** Leads back to a page with what came of a step that has no fields: what was done, or why not. */
export async function leadBackToAmendment(
  c: { language: Language },
  to: string,
  outcome: Attempt<unknown>,
  done: string,
): Promise<Response> {
  const headers = outcome.ok ? await flash(done) : await flash(refusalText(outcome.refusal, c.language, amendmentRefusals), "bad");
  return redirect(to, { status: 303, headers });
}
