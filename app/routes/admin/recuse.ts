import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { recuse } from "~/features/verification/recuse.server";
import { verificationMessages } from "~/features/verification/verification-messages";
import { verificationRefusals } from "~/features/verification/verification-refusals";
import { flash } from "~/platform/flash.server";

/** `/admin/verifikasi/:id/alihkan`: a tied verifier leaves a proposal to somebody else. */
export const action = guardedAction(platform("verifier", "administrator"), async (c) => {
  const outcome = await c.attempt(recuse, { proposalId: String(c.params.id) });
  const text = outcome.ok ? verificationMessages[c.language].recused : refusalText(outcome.refusal, c.language, verificationRefusals);
  throw redirect("/admin/verifikasi", { status: 303, headers: await flash(text, outcome.ok ? "ok" : "bad") });
});
