import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { concernDeskMessages } from "~/features/concerns/concern-desk-messages";
import { concernRefusals } from "~/features/concerns/concern-refusals";
import { takeConcern } from "~/features/concerns/handle-concern.server";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";

export const action = guardedAction(platform("administrator"), async (c) => {
  const concernId = c.params.id ?? "";
  const outcome = await c.attempt(takeConcern, { concernId });
  const text = outcome.ok ? concernDeskMessages[c.language].done.taken : refusalText(outcome.refusal, c.language, concernRefusals);
  const headers = await flash(text, outcome.ok ? "ok" : "bad");
  return redirect(outcome.ok ? `/admin/laporan-warga/${concernId}` : "/admin/laporan-warga", { status: 303, headers });
});
