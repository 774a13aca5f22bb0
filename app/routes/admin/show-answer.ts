import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { moderatingRoles, showAnswer } from "~/features/residents/moderate-answer.server";
import { residentMessages } from "~/features/residents/resident-messages";
import { residentRefusals } from "~/features/residents/resident-refusals";
import { flash } from "~/platform/flash.server";

export const action = guardedAction(platform(...moderatingRoles), async (c) => {
  const outcome = await c.attempt(showAnswer, { answerId: c.params.id ?? "" });
  const text = outcome.ok ? residentMessages[c.language].desk.done.shown : refusalText(outcome.refusal, c.language, residentRefusals);
  return redirect("/admin/suara-warga", { status: 303, headers: await flash(text, outcome.ok ? "ok" : "bad") });
});
