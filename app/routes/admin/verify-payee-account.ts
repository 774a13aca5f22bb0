import { redirect } from "@remix-run/node";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { flashOutcome } from "~/features/organizations/flash-outcome.server";
import { verifyPayeeAccount } from "~/features/organizations/verify-payee-account.server";

/** `/admin/anggota/:id/rekening/:accountId`: marks a payee account as checked. */
export const action = guardedAction(platform("administrator", "verifier"), async (c) => {
  const outcome = await c.attempt(verifyPayeeAccount, { payeeAccountId: c.params.accountId ?? "" });
  throw redirect(`/admin/anggota/${c.params.id}`, { status: 303, headers: await flashOutcome(c, outcome, "payee_account_verified") });
});
