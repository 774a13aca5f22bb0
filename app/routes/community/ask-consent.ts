import { leadBack } from "~/features/identity/lead-back.server";
import { community, guardedAction } from "~/features/identity/guard.server";
import { askConsent } from "~/features/proposals/ask-consent.server";
import { consentMessages } from "~/features/proposals/consent-messages";
import { proposalRefusals } from "~/features/proposals/proposal-messages";
import { communityPowers } from "~/features/identity/powers";

/** `/ruang/lembaga/usulan/:id/minta-tanda-tangan`: asks the sponsor to co-sign. */
export const action = guardedAction(community(...communityPowers.submits_proposals), async (c) => {
  const proposalId = String(c.params.id);
  const form = await c.form();
  const attempt = await c.attempt(askConsent, { proposalId, version: Number(form.get("versi")) });
  return leadBack(c, attempt, {
    to: `/ruang/lembaga/usulan/${proposalId}/kirim`,
    done: consentMessages[c.language].askDone,
    refusals: proposalRefusals,
  });
});
