import { leadBack } from "~/features/identity/lead-back.server";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { impactDeskMessages, impactDeskRefusals } from "~/features/impact/desk-messages";
import { publishReport } from "~/features/impact/publish-report.server";

export const action = guardedAction(platform("verifier"), async (c) => {
  const reportId = c.params.id ?? "";
  const form = await c.form();
  const outcome = await c.attempt(publishReport, { key: String(form.get("kunci")), proposalId: String(form.get("proposalId")), reportId });
  return leadBack(c, outcome, {
    to: `/admin/laporan/${reportId}`,
    done: impactDeskMessages[c.language].done.published,
    refusals: impactDeskRefusals,
  });
});
