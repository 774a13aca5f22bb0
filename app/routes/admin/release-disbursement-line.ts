import { guardedAction, platform } from "~/features/identity/guard.server";
import { afterDecision } from "~/features/reconciliation/after-decision.server";
import { releaseDisbursementLine } from "~/features/reconciliation/release-disbursement-line.server";

/** `/admin/rekonsiliasi/baris/:id/lepas`: an outgoing line was not that disbursement. */
export const action = guardedAction(platform("reconciler"), async (c) => {
  const lineId = c.params.id ?? "";
  const form = await c.form();
  const input = { key: String(form.get("kunci") ?? ""), lineId, reason: String(form.get("alasan") ?? "").slice(0, 500) };
  const back = `/admin/rekonsiliasi/baris/${lineId}`;
  throw await afterDecision(c, await c.attempt(releaseDisbursementLine, input), { done: "released", to: back, back });
});
