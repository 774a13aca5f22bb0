import { ButtonLink } from "~/components/button";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { formatDay } from "~/kernel/dates";
import { isEditable } from "./report";
import type { ReportSheet, ReportWorkspace } from "./report-queries.server";
import { reportWorkspaceMessages } from "./report-workspace-messages";

/** Where a report stands: what the verifier asks for, when it was sent, or where everybody reads it. */
export function ReportStatusNote({ sheet, workspace }: { sheet: ReportSheet; workspace: ReportWorkspace }) {
  const t = useMessages(reportWorkspaceMessages);
  const language = useLanguage();
  const number = sheet.number ?? "";
  if (isEditable(sheet.status)) {
    if (!sheet.revisionNote) return null;
    return (
      <Note tone="warn" title={t.returnedTitle} className="mb-5">
        {sheet.revisionNote}
      </Note>
    );
  }
  if (sheet.status === "published") {
    return (
      <Note
        tone="ok"
        title={t.publishedTitle(number)}
        className="mb-5"
        actions={<ButtonLink to={`/program/${workspace.program.slug}/laporan/${workspace.termin.n}`}>{t.publicReport}</ButtonLink>}
      >
        {t.publishedText(sheet.publishedAt ? formatDay(sheet.publishedAt, language) : "")}
      </Note>
    );
  }
  return (
    <Note title={t.sentTitle(number)} className="mb-5">
      {t.sentText(sheet.submittedAt ? formatDay(sheet.submittedAt, language) : "")}
    </Note>
  );
}
