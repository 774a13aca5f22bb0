import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { community, guardedAction } from "~/features/identity/guard.server";
import { editorMessages } from "~/features/proposals/editor/editor-messages";
import { proposalRefusals } from "~/features/proposals/proposal-messages";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { flash } from "~/platform/flash.server";

export const action = guardedAction(community("chair"), async (c) => {
  const proposalId = String(c.params.id);
  const form = await c.form();
  const attempt = await c.attempt(submitProposal, { proposalId, version: Number(form.get("versi")) });
  const text = attempt.ok ? editorMessages[c.language].flash.submitted : refusalText(attempt.refusal, c.language, proposalRefusals);
  return redirect(`/ruang/lembaga/usulan/${proposalId}/kirim`, {
    status: 303,
    headers: await flash(text, attempt.ok ? "ok" : "bad"),
  });
});
