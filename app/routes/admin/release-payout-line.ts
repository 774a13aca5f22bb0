import { guardedAction, platform } from "~/features/identity/guard.server";
import { afterDecision } from "~/features/reconciliation/after-decision.server";
import { releasePayoutLine } from "~/features/reconciliation/release-payout-line.server";

/** `/admin/rekonsiliasi/baris/:id/lepas-pencairan`: an incoming line was not that payout. */
export const action = guardedAction(platform("reconciler"), async (c) => {
  const lineId = c.params.id ?? "";
  const form = await c.form();
  const input = { key: String(form.get("kunci") ?? ""), lineId, reason: String(form.get("alasan") ?? "").slice(0, 500) };
  const back = `/admin/rekonsiliasi/baris/${lineId}`;
  throw await afterDecision(c, await c.attempt(releasePayoutLine, input), { done: "payoutReleased", to: back, back });
});
