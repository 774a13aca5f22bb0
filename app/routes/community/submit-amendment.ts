import { amendmentRefusals } from "~/features/amendments/desk-messages";
import { amendmentEditorMessages } from "~/features/amendments/editor-messages";
import { submitAmendment } from "~/features/amendments/submit-amendment.server";
import { ownProgram } from "~/features/disbursements/own-program.server";
import { leadBack } from "~/features/identity/lead-back.server";
import { community, guardedAction } from "~/features/identity/guard.server";
import { communityPowers } from "~/features/identity/powers";

/** `/ruang/lembaga/program/:slug/adendum/:n/ajukan`: sends an amendment to the desk. */
export const action = guardedAction(community(...communityPowers.submits_amendments), async (c) => {
  const program = await ownProgram(c);
  const form = await c.form();
  const n = Number(c.params.n);
  const outcome = await c.attempt(submitAmendment, {
    key: String(form.get("kunci") ?? ""),
    proposalId: program.id,
    n,
    revision: Number(form.get("revisi")),
  });
  const to = `/ruang/lembaga/program/${program.slug}/adendum/${n}/periksa`;
  const done = amendmentEditorMessages[c.language].sent;
  return leadBack(c, outcome, { to, done, refusals: amendmentRefusals });
});
