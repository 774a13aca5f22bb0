import { refusalText } from "~/components/refusal-text";
import { community, guardedAction } from "~/features/identity/guard.server";
import { impactRefusals } from "~/features/impact/impact-messages";
import { ownStartedReport } from "~/features/impact/own-report.server";
import { writerRoles } from "~/features/impact/report";
import { saveReportForm } from "~/features/impact/save-report-form.server";
import { parseFingerprints } from "~/kernel/three-way";
import { formatTime } from "~/kernel/dates";
import { now } from "~/platform/clock.server";

/** Keeps a report while one types. Answers with the version to go on from, which the page puts back into its form. */
export const action = guardedAction(community(...writerRoles), async (c) => {
  const { program, report } = await ownStartedReport(c);
  const form = await c.form();
  const saved = await c.attempt(saveReportForm, {
    proposalId: program.id,
    reportId: report.id,
    version: Number(form.get("versi")),
    form,
    base: parseFingerprints(form.get("dasar")),
    page: { id: String(form.get("lembar") ?? ""), followsItself: false, seq: Number(form.get("urutan")) || 0 },
  });
  if (!saved.ok) return Response.json({ text: refusalText(saved.refusal, c.language, impactRefusals) }, { status: 409 });
  return Response.json({ saved: formatTime(now()), values: { versi: String(saved.value.version), dasar: saved.value.base } });
});
