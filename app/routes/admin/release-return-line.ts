import { guardedAction, platform } from "~/features/identity/guard.server";
import { afterDecision } from "~/features/reconciliation/after-decision.server";
import { releaseReturnLine } from "~/features/reconciliation/release-return-line.server";

/** `/admin/rekonsiliasi/baris/:id/bukan-retur`: an incoming line was not that disbursement sent back. */
export const action = guardedAction(platform("reconciler"), async (c) => {
  const lineId = c.params.id ?? "";
  const form = await c.form();
  const input = { key: String(form.get("kunci") ?? ""), lineId, reason: String(form.get("alasan") ?? "").slice(0, 500) };
  const back = `/admin/rekonsiliasi/baris/${lineId}`;
  throw await afterDecision(c, await c.attempt(releaseReturnLine, input), { done: "returnReleased", to: back, back });
});
