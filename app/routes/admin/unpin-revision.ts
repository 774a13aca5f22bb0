import { leadBack } from "~/features/identity/lead-back.server";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { unpinRevision } from "~/features/verification/pin-revision.server";
import { verificationMessages } from "~/features/verification/verification-messages";
import { verificationRefusals } from "~/features/verification/verification-refusals";

export const action = guardedAction(platform("verifier", "administrator"), async (c) => {
  const proposalId = String(c.params.id);
  const form = await c.form();
  const attempt = await c.attempt(unpinRevision, { proposalId, requestId: String(form.get("permintaan") ?? "") });
  return leadBack(c, attempt, {
    to: `/admin/verifikasi/${proposalId}#permintaan`,
    done: verificationMessages[c.language].flash.unpinned,
    refusals: verificationRefusals,
  });
});
