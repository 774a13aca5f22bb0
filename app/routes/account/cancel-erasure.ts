import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { guardedAction, signedIn } from "~/features/identity/guard.server";
import { personalDataMessages, personalDataRefusals } from "~/features/personal-data/personal-data-messages";
import { cancelErasure } from "~/features/personal-data/request-erasure.server";
import { flash } from "~/platform/flash.server";

/** `/akun/data/batal`: the account stays. */
export const action = guardedAction(signedIn, async (c) => {
  const outcome = await c.attempt(cancelErasure, {});
  const headers = outcome.ok
    ? await flash(personalDataMessages[c.language].cancelled)
    : await flash(refusalText(outcome.refusal, c.language, personalDataRefusals), "bad");
  throw redirect("/akun/data", { status: 303, headers });
});
