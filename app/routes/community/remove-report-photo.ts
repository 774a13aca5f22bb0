import { community, guardedAction } from "~/features/identity/guard.server";
import { removeReportPhoto } from "~/features/impact/attach-report-photo.server";
import { leadBack } from "~/features/identity/lead-back.server";
import { impactMessages, impactRefusals } from "~/features/impact/impact-messages";
import { ownStartedReport } from "~/features/impact/own-report.server";
import { writerRoles } from "~/features/impact/report";
import { isId } from "~/kernel/ids";

export const action = guardedAction(community(...writerRoles), async (c) => {
  const { program, report, address } = await ownStartedReport(c);
  const fileId = c.params.fileId ?? "";
  if (!isId(fileId)) throw new Response(null, { status: 404 });
  const outcome = await c.attempt(removeReportPhoto, { proposalId: program.id, reportId: report.id, fileId });
  return leadBack(c, outcome, { to: `${address}#foto`, done: impactMessages[c.language].done.photoRemoved, refusals: impactRefusals });
});
