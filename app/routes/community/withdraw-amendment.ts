import { amendmentEditorMessages } from "~/features/amendments/editor-messages";
import { leadBackToAmendment } from "~/features/amendments/lead-back.server";
import { withdrawAmendment } from "~/features/amendments/withdraw-amendment.server";
import { ownProgram } from "~/features/disbursements/own-program.server";
import { community, guardedAction } from "~/features/identity/guard.server";
import { writerRoles } from "~/features/proposals/proposal";

/** `/ruang/lembaga/program/:slug/adendum/:n/tarik`: takes an amendment back. */
export const action = guardedAction(community(...writerRoles), async (c) => {
  const program = await ownProgram(c);
  const outcome = await c.attempt(withdrawAmendment, { proposalId: program.id, n: Number(c.params.n) });
  const to = `/ruang/lembaga/program/${program.slug}/adendum`;
  return leadBackToAmendment(c, to, outcome, amendmentEditorMessages[c.language].withdrawn);
});
