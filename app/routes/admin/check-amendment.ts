import { checkerRoles } from "~/features/amendments/amendment";
import { findAmendmentProgram } from "~/features/amendments/amendment-queries.server";
import { checkAmendment } from "~/features/amendments/check-amendment.server";
import { amendmentDeskMessages, amendmentRefusals } from "~/features/amendments/desk-messages";
import { leadBack } from "~/features/identity/lead-back.server";
import { guardedAction, platform } from "~/features/identity/guard.server";

/** `/admin/adendum/:slug/:n/periksa`: marks an amendment as checked. */
export const action = guardedAction(platform(...checkerRoles), async (c) => {
  const program = await findAmendmentProgram(c.db, c.params.slug ?? "");
  if (!program) throw new Response(null, { status: 404 });
  const n = Number(c.params.n);
  const form = await c.form();
  const outcome = await c.attempt(checkAmendment, { key: String(form.get("kunci") ?? ""), proposalId: program.id, n });
  const done = amendmentDeskMessages[c.language].done.check;
  return leadBack(c, outcome, { to: `/admin/adendum/${program.slug}/${n}`, done, refusals: amendmentRefusals });
});
