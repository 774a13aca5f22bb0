import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import type { Language } from "~/kernel/messages";
import type { Attempt } from "~/kernel/result";
import { flash } from "~/platform/flash.server";
import { disbursementMessages, disbursementRefusals } from "./disbursement-messages";

/** Leads back to a page with what came of a step that has no fields: what was done, or why not. */
export async function leadBack(
  c: { request: Request; language: Language },
  to: string,
  outcome: Attempt<unknown>,
  done: keyof (typeof disbursementMessages)["id"]["doneFlash"],
): Promise<Response> {
  const headers = outcome.ok
    ? await flash(disbursementMessages[c.language].doneFlash[done])
    : await flash(refusalText(outcome.refusal, c.language, disbursementRefusals), "bad");
  return redirect(to, { status: 303, headers });
}
