import { amendmentRefusals } from "~/features/amendments/desk-messages";
import { amendmentEditorMessages } from "~/features/amendments/editor-messages";
import { withdrawAmendment } from "~/features/amendments/withdraw-amendment.server";
import { ownProgram } from "~/features/disbursements/own-program.server";
import { leadBack } from "~/features/identity/lead-back.server";
import { community, guardedAction } from "~/features/identity/guard.server";
import { communityPowers } from "~/features/identity/powers";

/** `/ruang/lembaga/program/:slug/adendum/:n/tarik`: takes an amendment back. */
export const action = guardedAction(community(...communityPowers.writes_amendments), async (c) => {
  const program = await ownProgram(c);
  const outcome = await c.attempt(withdrawAmendment, { proposalId: program.id, n: Number(c.params.n) });
  const to = `/ruang/lembaga/program/${program.slug}/adendum`;
  const done = amendmentEditorMessages[c.language].withdrawn;
  return leadBack(c, outcome, { to, done, refusals: amendmentRefusals });
});
