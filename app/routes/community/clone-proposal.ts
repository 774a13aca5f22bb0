import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { community, guardedAction } from "~/features/identity/guard.server";
import { cloneProposal } from "~/features/proposals/clone-proposal.server";
import { editorMessages } from "~/features/proposals/editor/editor-messages";
import { writerRoles } from "~/features/proposals/proposal";
import { proposalRefusals } from "~/features/proposals/proposal-messages";
import { flash } from "~/platform/flash.server";

export const action = guardedAction(community(...writerRoles), async (c) => {
  const proposalId = String(c.params.id);
  const attempt = await c.attempt(cloneProposal, { key: String((await c.form()).get("kunci") ?? ""), proposalId });
  const text = attempt.ok ? editorMessages[c.language].flash.cloned : refusalText(attempt.refusal, c.language, proposalRefusals);
  const address = attempt.ok ? `${attempt.value.proposalId}/wilayah` : `${proposalId}/kirim`;
  return redirect(`/ruang/lembaga/usulan/${address}`, { status: 303, headers: await flash(text, attempt.ok ? "ok" : "bad") });
});
