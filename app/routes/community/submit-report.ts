import { community, guardedAction } from "~/features/identity/guard.server";
import { leadBack } from "~/features/impact/lead-back.server";
import { ownStartedReport } from "~/features/impact/own-report.server";
import { senderRoles } from "~/features/impact/report";
import { submitReport } from "~/features/impact/submit-report.server";

export const action = guardedAction(community(...senderRoles), async (c) => {
  const { program, report, address } = await ownStartedReport(c);
  const form = await c.form();
  const outcome = await c.attempt(submitReport, { proposalId: program.id, reportId: report.id, version: Number(form.get("versi")) });
  return leadBack(c, address, outcome, "submitted");
});
