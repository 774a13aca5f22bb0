import { leadBack } from "~/features/identity/lead-back.server";
import { guardedAction, signedIn } from "~/features/identity/guard.server";
import { personalDataMessages, personalDataRefusals } from "~/features/personal-data/personal-data-messages";
import { cancelErasure } from "~/features/personal-data/request-erasure.server";

/** `/akun/data/batal`: the account stays. */
export const action = guardedAction(signedIn, async (c) => {
  const outcome = await c.attempt(cancelErasure, {});
  return leadBack(c, outcome, { to: "/akun/data", done: personalDataMessages[c.language].cancelled, refusals: personalDataRefusals });
});
