import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ActionForm } from "~/components/form";
import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { refusalText } from "~/components/refusal-text";
import { holds } from "~/features/identity/actor";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { impactMessages, impactRefusals } from "~/features/impact/impact-messages";
import { ownReport, ownStartedReport } from "~/features/impact/own-report.server";
import { ReceiptsBox } from "~/features/impact/receipts-box";
import { isEditable, senderRoles, writerRoles } from "~/features/impact/report";
import { readReport } from "~/features/impact/report-form";
import { ReportFormBox } from "~/features/impact/report-form-box";
import { ReportPhotos } from "~/features/impact/report-photos";
import { SentReport } from "~/features/impact/sent-report";
import { ReportSend } from "~/features/impact/report-send";
import { ReportStatusNote } from "~/features/impact/report-status-note";
import { overlaid } from "~/features/impact/report-values";
import { reportWorkspaceMessages } from "~/features/impact/report-workspace-messages";
import { saveReport } from "~/features/impact/save-report.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [{ title: `${given?.metaTitle ?? ""} · Sinergi` }];

export const loader = guardedLoader(community(), async (c) => {
  const { address, ...workspace } = await ownReport(c);
  return {
    metaTitle: impactMessages[c.language].reportOf(workspace.termin.n),
    address,
    workspace,
    mayWrite: holds(c.membership, writerRoles),
    maySend: holds(c.membership, senderRoles),
  };
});

/** Keeps the report. What could not be read as a number is kept as well and shown again with its reason. */
export const action = guardedAction(community(...writerRoles), async (c) => {
  const { program, report, address } = await ownStartedReport(c);
  const form = await c.form();
  const typed = readReport(form);
  const saved = await c.attempt(saveReport, { proposalId: program.id, reportId: report.id, version: Number(form.get("versi")), ...typed });
  if (!saved.ok) return data({ sheet: overlaid(report, typed), refusal: refusalText(saved.refusal, c.language, impactRefusals) }, 400);
  if (Object.keys(typed.unread).length > 0) {
    const again = await ownStartedReport(c);
    return data({ sheet: again.report, refusal: undefined }, 400);
  }
  throw redirect(`${address}#kirim`, { status: 303, headers: await flash(c.request, impactMessages[c.language].done.saved) });
});

export default function CommunityReport() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(reportWorkspaceMessages);
  const words = useMessages(impactMessages);
  const { workspace, address } = page;
  const { program, termin } = workspace;
  const sheet = answer?.sheet ?? workspace.report;
  const editable = page.mayWrite && sheet !== null && isEditable(sheet.status);
  return (
    <Page>
      <PageHead
        size="small"
        crumbs={[
          { href: "/ruang/lembaga", label: t.overview },
          { href: `/ruang/lembaga/program/${program.slug}`, label: program.title },
        ]}
        title={words.reportOf(termin.n)}
        meta={sheet ? words.status[sheet.status] : termin.title}
      />
      {!workspace.acknowledged && (
        <EmptyState title={t.notYetTitle} action={<ButtonLink to={`/ruang/lembaga/program/${program.slug}`}>{t.toProgram}</ButtonLink>}>
          {t.notYet}
        </EmptyState>
      )}
      {sheet && <ReportStatusNote sheet={sheet} workspace={workspace} />}
      {workspace.acknowledged && (
        <div className="grid g21">
          <div className="stack [--gap:1.25rem] min-w-0">
            {!sheet && <Preparation address={address} mayWrite={page.mayWrite} />}
            <ReceiptsBox workspace={workspace} mayWrite={page.mayWrite} />
            {editable && <ReportFormBox workspace={workspace} sheet={sheet} refusal={answer?.refusal} />}
            {sheet && !editable && <SentReport sheet={sheet} workspace={workspace} />}
          </div>
          <div className="stack [--gap:1.25rem] min-w-0">
            {sheet && <ReportPhotos sheet={sheet} address={address} mayWrite={editable} />}
            {editable && <ReportSend workspace={workspace} sheet={sheet} address={address} maySend={page.maySend} />}
          </div>
        </div>
      )}
    </Page>
  );
}

function Preparation({ address, mayWrite }: { address: string; mayWrite: boolean }) {
  const t = useMessages(reportWorkspaceMessages);
  return (
    <Box title={t.prepareTitle}>
      <p className="small muted">{t.prepareLead}</p>
      <ul className="chk mt-3">
        {(
          [
            ["receipts", "doc"],
            ["people", "user"],
            ["photos", "cam"],
          ] as const
        ).map(([name, icon]) => (
          <li key={name}>
            <span className="cb">
              <Icon name={icon} />
            </span>
            <div>
              <b>{t.prepare[name].title}</b>
              <p className="muted">{t.prepare[name].text}</p>
            </div>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <ActionForm action={`${address}/mulai`}>
          <Button size="large" block>
            {t.start}
          </Button>
        </ActionForm>
      )}
    </Box>
  );
}
