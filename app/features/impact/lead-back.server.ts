import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import type { Language } from "~/kernel/messages";
import type { Attempt } from "~/kernel/result";
import { flash } from "~/platform/flash.server";
import { impactMessages, impactRefusals } from "./impact-messages";

/** Leads back to a page with what came of a step that has no fields: what was done, or why not. */
export async function leadBack(
  c: { request: Request; language: Language },
  to: string,
  outcome: Attempt<unknown>,
  done: keyof (typeof impactMessages)["id"]["done"],
): Promise<Response> {
  const headers = outcome.ok
    ? await flash(impactMessages[c.language].done[done])
    : await flash(refusalText(outcome.refusal, c.language, impactRefusals), "bad");
  return redirect(to, { status: 303, headers });
}
