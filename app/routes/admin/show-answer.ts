import { leadBack } from "~/features/identity/lead-back.server";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { moderatingRoles, showAnswer } from "~/features/residents/moderate-answer.server";
import { residentMessages } from "~/features/residents/resident-messages";
import { residentRefusals } from "~/features/residents/resident-refusals";

export const action = guardedAction(platform(...moderatingRoles), async (c) => {
  const outcome = await c.attempt(showAnswer, { answerId: c.params.id ?? "" });
  return leadBack(c, outcome, { to: "/admin/suara-warga", done: residentMessages[c.language].desk.done.shown, refusals: residentRefusals });
});
