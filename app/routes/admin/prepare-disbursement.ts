import { prepareDisbursement } from "~/features/disbursements/prepare-disbursement.server";
import { disbursementMessages, disbursementRefusals } from "~/features/disbursements/disbursement-messages";
import { leadBack } from "~/features/identity/lead-back.server";
import { guardedAction, platform } from "~/features/identity/guard.server";

export const action = guardedAction(platform("disburser"), async (c) => {
  const disbursementId = c.params.id ?? "";
  const form = await c.form();
  const outcome = await c.attempt(prepareDisbursement, {
    key: String(form.get("kunci")),
    proposalId: String(form.get("proposalId")),
    disbursementId,
  });
  const done = disbursementMessages[c.language].doneFlash.prepare;
  return leadBack(c, outcome, { to: `/admin/penyaluran/${disbursementId}`, done, refusals: disbursementRefusals });
});
