import { Button } from "~/components/button";
import { ActionForm } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import type { ReportSheet, ReportWorkspace } from "./report-queries.server";
import { issueText } from "./report-values";
import { reportWorkspaceMessages } from "./report-workspace-messages";

type Props = { workspace: ReportWorkspace; sheet: ReportSheet; address: string; maySend: boolean };

/** What is missing before sending, each with a link to its field; then the button for who may send. */
export function ReportSend({ workspace, sheet, address, maySend }: Props) {
  const t = useMessages(reportWorkspaceMessages);
  const language = useLanguage();
  const missing = sheet.issues.map((issue) => issueText(issue, workspace, language));
  return (
    <Box title={t.send} id="kirim">
      {missing.length > 0 ? (
        <div className="errs miss">
          <h3>{t.missingTitle(missing.length)}</h3>
          <ul>
            {missing.map(({ field, text }) => (
              <li key={field + text}>
                <a href={`#${field}`}>{text}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p>{t.ready}</p>
      )}
      {!maySend && <p className="hint">{t.senderOnly}</p>}
      {maySend && missing.length === 0 && (
        <ActionForm
          action={`${address}/kirim`}
          hidden={{ versi: sheet.version }}
          confirm={{ title: t.sendTitle, text: t.sendText, button: t.send }}
        >
          <Button size="large" block className="mt-3">
            {t.send}
          </Button>
        </ActionForm>
      )}
      <p className="hint">{t.sendNext}</p>
    </Box>
  );
}
