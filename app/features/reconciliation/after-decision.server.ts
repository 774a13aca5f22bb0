import { leadBack } from "~/features/identity/lead-back.server";
import type { Language } from "~/kernel/messages";
import type { Attempt } from "~/kernel/result";
import { reconciliationMessages } from "./reconciliation-messages";
import { reconciliationRefusals } from "./reconciliation-refusals";

type Done = keyof (typeof reconciliationMessages)["id"]["done"];

/** Back to a page of the desk that says what was decided, or why it was refused. */
export function afterDecision(
  c: { language: Language },
  outcome: Attempt<unknown>,
  { done, ...way }: { done: Done; to: string; back: string },
): Promise<Response> {
  return leadBack(c, outcome, { ...way, done: reconciliationMessages[c.language].done[done], refusals: reconciliationRefusals });
}
