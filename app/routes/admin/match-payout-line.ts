import { guardedAction, platform } from "~/features/identity/guard.server";
import { afterDecision } from "~/features/reconciliation/after-decision.server";
import { matchPayoutLine } from "~/features/reconciliation/match-payout-line.server";

/** `/admin/rekonsiliasi/baris/:id/pencairan`: an incoming line is this payout of Stripe. */
export const action = guardedAction(platform("reconciler"), async (c) => {
  const lineId = c.params.id ?? "";
  const form = await c.form();
  const input = { key: String(form.get("kunci") ?? ""), lineId, payoutId: String(form.get("pencairan") ?? "") };
  const outcome = await c.attempt(matchPayoutLine, input);
  throw await afterDecision(c, outcome, { done: "payout", to: "/admin/rekonsiliasi", back: `/admin/rekonsiliasi/baris/${lineId}` });
});
