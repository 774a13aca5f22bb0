import { leadBack } from "~/features/identity/lead-back.server";
import { accountRefusals } from "~/features/identity/account-messages";
import { sendConfirmation } from "~/features/identity/confirm-email.server";
import { attempting, guardedAction, signedIn } from "~/features/identity/guard.server";

/** `/akun/konfirmasi`: a new link for an address that is not confirmed yet. */
export const action = guardedAction(signedIn, async (c) => {
  const outcome = await attempting(() => sendConfirmation(c.db, c.actor));
  return leadBack(c, outcome, { to: "/akun", done: "confirmation_sent", refusals: accountRefusals });
});
