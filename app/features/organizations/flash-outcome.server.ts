import { refusalText } from "~/components/refusal-text";
import type { Language } from "~/kernel/messages";
import type { Attempt } from "~/kernel/result";
import { flash } from "~/platform/flash.server";
import { organizationsRefusals } from "./organizations-messages";

/** Headers by which the next page says what was done, or why it was refused. */
export function flashOutcome(c: { request: Request; language: Language }, outcome: Attempt<unknown>, done: string) {
  return outcome.ok ? flash(done) : flash(refusalText(outcome.refusal, c.language, organizationsRefusals), "bad");
}
