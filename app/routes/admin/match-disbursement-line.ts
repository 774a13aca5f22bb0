import { guardedAction, platform } from "~/features/identity/guard.server";
import { afterDecision } from "~/features/reconciliation/after-decision.server";
import { matchDisbursementLine } from "~/features/reconciliation/match-disbursement-line.server";

/** `/admin/rekonsiliasi/baris/:id/penyaluran`: an outgoing line is this disbursement. */
export const action = guardedAction(platform("reconciler"), async (c) => {
  const lineId = c.params.id ?? "";
  const form = await c.form();
  const typed = (name: string) => String(form.get(name) ?? "");
  const input = { key: typed("kunci"), lineId, proposalId: typed("program"), reference: typed("kode") };
  const outcome = await c.attempt(matchDisbursementLine, input);
  throw await afterDecision(c, outcome, { done: "disbursement", to: "/admin/rekonsiliasi", back: `/admin/rekonsiliasi/baris/${lineId}` });
});
