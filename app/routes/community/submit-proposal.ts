import { leadBack } from "~/features/identity/lead-back.server";
import { community, guardedAction } from "~/features/identity/guard.server";
import { editorMessages } from "~/features/proposals/editor/editor-messages";
import { proposalRefusals } from "~/features/proposals/proposal-messages";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { communityPowers } from "~/features/identity/powers";

export const action = guardedAction(community(...communityPowers.submits_proposals), async (c) => {
  const proposalId = String(c.params.id);
  const form = await c.form();
  const attempt = await c.attempt(submitProposal, { proposalId, version: Number(form.get("versi")) });
  return leadBack(c, attempt, {
    to: `/ruang/lembaga/usulan/${proposalId}/kirim`,
    done: editorMessages[c.language].flash.submitted,
    refusals: proposalRefusals,
  });
});
