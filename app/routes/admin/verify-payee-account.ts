import { leadBack } from "~/features/identity/lead-back.server";
import { organizationsRefusals } from "~/features/organizations/organizations-messages";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { verifyPayeeAccount } from "~/features/organizations/verify-payee-account.server";

/** `/admin/anggota/:id/rekening/:accountId`: marks a payee account as checked. */
export const action = guardedAction(platform("administrator", "verifier"), async (c) => {
  const outcome = await c.attempt(verifyPayeeAccount, { payeeAccountId: c.params.accountId ?? "" });
  throw await leadBack(c, outcome, {
    to: `/admin/anggota/${c.params.id}`,
    done: "payee_account_verified",
    refusals: organizationsRefusals,
  });
});
