import { guardedAction, platform } from "~/features/identity/guard.server";
import { afterDecision } from "~/features/reconciliation/after-decision.server";
import { matchReturnLine } from "~/features/reconciliation/match-return-line.server";

/** `/admin/rekonsiliasi/baris/:id/retur`: an incoming line is a disbursement that the bank sent back. */
export const action = guardedAction(platform("reconciler"), async (c) => {
  const lineId = c.params.id ?? "";
  const form = await c.form();
  const typed = (name: string) => String(form.get(name) ?? "");
  const input = {
    key: typed("kunci"),
    lineId,
    proposalId: typed("program"),
    disbursementId: typed("penyaluran"),
    reference: typed("kode"),
  };
  const outcome = await c.attempt(matchReturnLine, input);
  throw await afterDecision(c, outcome, { done: "returned", to: "/admin/rekonsiliasi", back: `/admin/rekonsiliasi/baris/${lineId}` });
});
