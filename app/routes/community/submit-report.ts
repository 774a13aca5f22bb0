import { community, guardedAction } from "~/features/identity/guard.server";
import { leadBack } from "~/features/identity/lead-back.server";
import { impactMessages, impactRefusals } from "~/features/impact/impact-messages";
import { ownStartedReport } from "~/features/impact/own-report.server";
import { senderRoles } from "~/features/impact/report";
import { submitReport } from "~/features/impact/submit-report.server";

export const action = guardedAction(community(...senderRoles), async (c) => {
  const { program, report, address } = await ownStartedReport(c);
  const form = await c.form();
  const outcome = await c.attempt(submitReport, { proposalId: program.id, reportId: report.id, version: Number(form.get("versi")) });
  return leadBack(c, outcome, { to: address, done: impactMessages[c.language].done.submitted, refusals: impactRefusals });
});
