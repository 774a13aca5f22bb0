import { redirect } from "@remix-run/node";
import { sendConfirmation } from "~/features/identity/confirm-email.server";
import { attempting, guardedAction, signedIn } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";

/** `/akun/konfirmasi`: a new link for an address that is not confirmed yet. */
export const action = guardedAction(signedIn, async (c) => {
  const outcome = await attempting(() => sendConfirmation(c.db, c.actor));
  throw redirect("/akun", { status: 303, headers: await flash(c.request, outcome.ok ? "confirmation_sent" : outcome.refusal.code) });
});
