import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import type { Language } from "~/kernel/messages";
import type { Attempt } from "~/kernel/result";
import { flash } from "~/platform/flash.server";
import { reconciliationMessages } from "./reconciliation-messages";
import { reconciliationRefusals } from "./reconciliation-refusals";

type Done = keyof (typeof reconciliationMessages)["id"]["done"];

/** Back to a page that says what was done, or why it was refused. */
export async function afterDecision(
  c: { request: Request; language: Language },
  outcome: Attempt<unknown>,
  { done, to, back }: { done: Done; to: string; back: string },
): Promise<Response> {
  const headers = outcome.ok
    ? await flash(reconciliationMessages[c.language].done[done])
    : await flash(refusalText(outcome.refusal, c.language, reconciliationRefusals), "bad");
  return redirect(outcome.ok ? to : back, { status: 303, headers });
}
