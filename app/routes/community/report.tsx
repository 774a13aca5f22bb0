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
import { type Context, community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
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
import type { ReportSheet } from "~/features/impact/report-queries.server";
import { mergeReport, reportConflicts } from "~/features/impact/report-units";
import { overlaid } from "~/features/impact/report-values";
import { reportWorkspaceMessages } from "~/features/impact/report-workspace-messages";
import { saveReportForm } from "~/features/impact/save-report-form.server";
import { newId } from "~/kernel/ids";
import { parseFingerprints, readAsked } from "~/kernel/three-way";
import { confirmKept } from "~/platform/kept.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [{ title: `${given?.metaTitle ?? ""} · Sinergi` }];

const writers = community(...writerRoles);
type Writing = Context<typeof writers>;

export const loader = guardedLoader(community(), async (c) => {
  const { address, ...workspace } = await ownReport(c);
  return {
    metaTitle: impactMessages[c.language].reportOf(workspace.termin.n),
    address,
    workspace,
    mayWrite: holds(c.membership, writerRoles),
    page: newId(),
    maySend: holds(c.membership, senderRoles),
  };
});

/** Keeps the report. What could not be read as a number is kept as well and shown again with its reason. */
export const action = guardedAction(writers, async (c) => {
  const { program, report, address } = await ownStartedReport(c);
  const form = await c.form();
  const [base, asked] = [parseFingerprints(form.get("dasar")), readAsked(form)];
  const page = { id: String(form.get("lembar") ?? ""), followsItself: true, seq: Number(form.get("urutan")) || 0 };
  const id = { proposalId: program.id, reportId: report.id };
  const saved = await c.attempt(saveReportForm, { ...id, version: Number(form.get("versi")), form, page, base, asked });
  if (!saved.ok) {
    const refusal = refusalText(saved.refusal, c.language, impactRefusals);
    const colliding = base && saved.refusal.code === "stale_version";
    return data({ ...(colliding ? await collision(c, form, base, asked) : overlay(report, form)), refusal }, 400);
  }
  const kept = new Headers(confirmKept(form.get("lembar")));
  if (Object.keys(saved.value.unread).length > 0) {
    const again = await ownStartedReport(c);
    return data({ sheet: again.report, conflicts: [], refusal: undefined }, { status: 400, headers: kept });
  }
  kept.append("Set-Cookie", (await flash(impactMessages[c.language].done.saved))["Set-Cookie"]);
  throw redirect(`${address}#kirim`, { status: 303, headers: kept });
});

function overlay(report: ReportSheet, form: FormData) {
  return { sheet: overlaid(report, readReport(form)), conflicts: [] };
}

/** What both wrote where it does not collide, what was typed where it does, and both versions of that to choose from. */
async function collision(c: Writing, form: FormData, base: Record<string, string>, asked: ReturnType<typeof readAsked>) {
  const { report, indicators } = await ownStartedReport(c);
  const saved = { patch: report.draft, unread: report.unread };
  const { merged, conflicts } = mergeReport(form, { base, saved, asked });
  const shown = reportConflicts(conflicts, { typed: merged, saved, asked }, indicators, c.language);
  return { sheet: overlaid(report, merged), conflicts: shown };
}

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
            {editable && (
              <ReportFormBox workspace={workspace} sheet={sheet} page={page.page} refusal={answer?.refusal} conflicts={answer?.conflicts} />
            )}
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
