import { leadBack } from "~/features/identity/lead-back.server";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { recuse } from "~/features/verification/recuse.server";
import { verificationMessages } from "~/features/verification/verification-messages";
import { verificationRefusals } from "~/features/verification/verification-refusals";

/** `/admin/verifikasi/:id/alihkan`: a tied verifier leaves a proposal to somebody else. */
export const action = guardedAction(platform("verifier", "administrator"), async (c) => {
  const outcome = await c.attempt(recuse, { proposalId: String(c.params.id) });
  return leadBack(c, outcome, { to: "/admin/verifikasi", done: verificationMessages[c.language].recused, refusals: verificationRefusals });
});
