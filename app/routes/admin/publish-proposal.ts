import { leadBack } from "~/features/identity/lead-back.server";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { publishProposal } from "~/features/verification/publish-proposal.server";
import { verificationMessages } from "~/features/verification/verification-messages";
import { verificationRefusals } from "~/features/verification/verification-refusals";

export const action = guardedAction(platform("verifier", "administrator"), async (c) => {
  const proposalId = String(c.params.id);
  const attempt = await c.attempt(publishProposal, { proposalId });
  return leadBack(c, attempt, {
    to: `/admin/verifikasi/${proposalId}`,
    done: verificationMessages[c.language].flash.published,
    refusals: verificationRefusals,
  });
});
