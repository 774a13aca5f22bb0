import { redirect } from "@remix-run/node";
import { community, guardedAction } from "~/features/identity/guard.server";
import { closePayeeAccount } from "~/features/organizations/close-payee-account.server";
import { flashOutcome } from "~/features/organizations/flash-outcome.server";

/** `/ruang/lembaga/rekening/:id/tutup`: takes a payee account out of use. */
export const action = guardedAction(community(), async (c) => {
  const organizationId = String((await c.form()).get("organizationId") ?? "");
  const outcome = await c.attempt(closePayeeAccount, { organizationId, payeeAccountId: c.params.id ?? "" });
  throw redirect("/ruang/lembaga/rekening", { status: 303, headers: await flashOutcome(c, outcome, "payee_account_closed") });
});
