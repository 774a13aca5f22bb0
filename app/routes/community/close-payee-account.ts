import { leadBack } from "~/features/identity/lead-back.server";
import { organizationsRefusals } from "~/features/organizations/organizations-messages";
import { community, guardedAction } from "~/features/identity/guard.server";
import { closePayeeAccount } from "~/features/organizations/close-payee-account.server";

/** `/ruang/lembaga/rekening/:id/tutup`: takes a payee account out of use. */
export const action = guardedAction(community(), async (c) => {
  const organizationId = String((await c.form()).get("organizationId") ?? "");
  const outcome = await c.attempt(closePayeeAccount, { organizationId, payeeAccountId: c.params.id ?? "" });
  throw await leadBack(c, outcome, { to: "/ruang/lembaga/rekening", done: "payee_account_closed", refusals: organizationsRefusals });
});
