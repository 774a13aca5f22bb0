import { leadBack } from "~/features/identity/lead-back.server";
import { community, guardedAction } from "~/features/identity/guard.server";
import { cloneProposal } from "~/features/proposals/clone-proposal.server";
import { editorMessages } from "~/features/proposals/editor/editor-messages";
import { writerRoles } from "~/features/proposals/proposal";
import { proposalRefusals } from "~/features/proposals/proposal-messages";

export const action = guardedAction(community(...writerRoles), async (c) => {
  const proposalId = String(c.params.id);
  const attempt = await c.attempt(cloneProposal, { key: String((await c.form()).get("kunci") ?? ""), proposalId });
  const own = `/ruang/lembaga/usulan/${proposalId}/kirim`;
  const to = attempt.ok ? `/ruang/lembaga/usulan/${attempt.value.proposalId}/wilayah` : own;
  return leadBack(c, attempt, { to, done: editorMessages[c.language].flash.cloned, refusals: proposalRefusals });
});
