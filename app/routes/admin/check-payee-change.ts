import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { checkPayeeChange } from "~/features/disbursements/check-payee-change.server";
import { payeeChangeMessages, payeeChangeRefusals } from "~/features/disbursements/payee-change-messages";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";

/** `/admin/anggota/:id/ganti-rekening/:proposalId`: marks a program's changed account as checked. */
export const action = guardedAction(platform("administrator", "verifier"), async (c) => {
  const outcome = await c.attempt(checkPayeeChange, { proposalId: c.params.proposalId ?? "" });
  const text = outcome.ok ? payeeChangeMessages[c.language].checkDone : refusalText(outcome.refusal, c.language, payeeChangeRefusals);
  throw redirect(`/admin/anggota/${c.params.id}`, { status: 303, headers: await flash(text, outcome.ok ? "ok" : "bad") });
});
