import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { accountRefusals } from "~/features/identity/account-messages";
import { sendConfirmation } from "~/features/identity/confirm-email.server";
import { attempting, guardedAction, signedIn } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";

/** `/akun/konfirmasi`: a new link for an address that is not confirmed yet. */
export const action = guardedAction(signedIn, async (c) => {
  const outcome = await attempting(() => sendConfirmation(c.db, c.actor));
  const headers = outcome.ok
    ? await flash("confirmation_sent")
    : await flash(refusalText(outcome.refusal, c.language, accountRefusals), "bad");
  throw redirect("/akun", { status: 303, headers });
});
