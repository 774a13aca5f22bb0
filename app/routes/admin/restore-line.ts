import { guardedAction, platform } from "~/features/identity/guard.server";
import { afterDecision } from "~/features/reconciliation/after-decision.server";
import { restoreIgnoredLine } from "~/features/reconciliation/restore-ignored-line.server";

/** `/admin/rekonsiliasi/baris/:id/pulihkan`: an ignored line is open again. */
export const action = guardedAction(platform("reconciler"), async (c) => {
  const lineId = c.params.id ?? "";
  const outcome = await c.attempt(restoreIgnoredLine, { key: String((await c.form()).get("kunci") ?? ""), lineId });
  const back = `/admin/rekonsiliasi/baris/${lineId}`;
  throw await afterDecision(c, outcome, { done: "restored", to: back, back });
});
