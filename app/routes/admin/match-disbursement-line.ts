import { guardedAction, platform } from "~/features/identity/guard.server";
import { afterDecision } from "~/features/reconciliation/after-decision.server";
import { matchDisbursementLine } from "~/features/reconciliation/match-disbursement-line.server";

/** `/admin/rekonsiliasi/baris/:id/penyaluran`: an outgoing line is this disbursement. */
export const action = guardedAction(platform("reconciler"), async (c) => {
  const lineId = c.params.id ?? "";
  const form = await c.form();
  const [key, proposalId, disbursementId] = ["kunci", "program", "penyaluran"].map((name) => String(form.get(name) ?? ""));
  const outcome = await c.attempt(matchDisbursementLine, {
    key: key ?? "",
    lineId,
    proposalId: proposalId ?? "",
    disbursementId: disbursementId ?? "",
  });
  throw await afterDecision(c, outcome, { done: "disbursement", to: "/admin/rekonsiliasi", back: `/admin/rekonsiliasi/baris/${lineId}` });
});
