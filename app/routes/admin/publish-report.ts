import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { impactDeskMessages, impactDeskRefusals } from "~/features/impact/desk-messages";
import { publishReport } from "~/features/impact/publish-report.server";
import { flash } from "~/platform/flash.server";

export const action = guardedAction(platform("verifier"), async (c) => {
  const reportId = c.params.id ?? "";
  const form = await c.form();
  const outcome = await c.attempt(publishReport, { key: String(form.get("kunci")), proposalId: String(form.get("proposalId")), reportId });
  const headers = outcome.ok
    ? await flash(impactDeskMessages[c.language].done.published)
    : await flash(refusalText(outcome.refusal, c.language, impactDeskRefusals), "bad");
  return redirect(`/admin/laporan/${reportId}`, { status: 303, headers });
});
