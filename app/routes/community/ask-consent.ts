import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { community, guardedAction } from "~/features/identity/guard.server";
import { askConsent } from "~/features/proposals/ask-consent.server";
import { consentMessages } from "~/features/proposals/consent-messages";
import { proposalRefusals } from "~/features/proposals/proposal-messages";
import { flash } from "~/platform/flash.server";

/** `/ruang/lembaga/usulan/:id/minta-tanda-tangan`: asks the sponsor to co-sign. */
export const action = guardedAction(community("chair"), async (c) => {
  const proposalId = String(c.params.id);
  const form = await c.form();
  const attempt = await c.attempt(askConsent, { proposalId, version: Number(form.get("versi")) });
  const text = attempt.ok ? consentMessages[c.language].askDone : refusalText(attempt.refusal, c.language, proposalRefusals);
  return redirect(`/ruang/lembaga/usulan/${proposalId}/kirim`, {
    status: 303,
    headers: await flash(text, attempt.ok ? "ok" : "bad"),
  });
});
