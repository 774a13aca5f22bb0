import { prepareDisbursement } from "~/features/disbursements/prepare-disbursement.server";
import { leadBack } from "~/features/disbursements/run-disbursement-step.server";
import { guardedAction, platform } from "~/features/identity/guard.server";

export const action = guardedAction(platform("disburser"), async (c) => {
  const disbursementId = c.params.id ?? "";
  const form = await c.form();
  const outcome = await c.attempt(prepareDisbursement, {
    key: String(form.get("kunci")),
    proposalId: String(form.get("proposalId")),
    disbursementId,
  });
  return leadBack(c, `/admin/penyaluran/${disbursementId}`, outcome, "prepare");
});
