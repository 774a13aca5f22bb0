import { leadBack } from "~/features/identity/lead-back.server";
import { checkPayeeChange } from "~/features/disbursements/check-payee-change.server";
import { payeeChangeMessages, payeeChangeRefusals } from "~/features/disbursements/payee-change-messages";
import { guardedAction, platform } from "~/features/identity/guard.server";

/** `/admin/anggota/:id/ganti-rekening/:proposalId`: marks a program's changed account as checked. */
export const action = guardedAction(platform("administrator", "verifier"), async (c) => {
  const outcome = await c.attempt(checkPayeeChange, { proposalId: c.params.proposalId ?? "" });
  return leadBack(c, outcome, {
    to: `/admin/anggota/${c.params.id}`,
    done: payeeChangeMessages[c.language].checkDone,
    refusals: payeeChangeRefusals,
  });
});
