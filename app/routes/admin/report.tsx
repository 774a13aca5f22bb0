import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { ActionForm, Form, FormActions } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Aside, Box, Panel } from "~/components/panel";
import { EmergencyMark } from "~/components/program-name";
import { isPlatform } from "~/features/identity/actor";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { impactDeskMessages, impactDeskRefusals } from "~/features/impact/desk-messages";
import { findDeskReport } from "~/features/impact/desk-queries.server";
import { ReceiptList } from "~/features/impact/receipt-list";
import { receiptsOfTermin } from "~/features/impact/receipt-queries.server";
import { proofSuffices } from "~/features/impact/report";
import { ReportReading } from "~/features/impact/report-reading";
import { requestReportRevision } from "~/features/impact/request-report-revision.server";
import { newId } from "~/kernel/ids";
import { formatRupiah, formatShare } from "~/kernel/money";
import { flash } from "~/platform/flash.server";

const revisionSchema = z.object({
  note: z.string({ error: "required" }).trim().min(1, { error: "required", abort: true }).min(5, "too_short").max(1000, "too_long"),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.report.headline ?? ""} · Sinergi` }];

export const loader = guardedLoader(platform("verifier", "administrator", "auditor"), async (c) => {
  const report = await findDeskReport(c.db, c.params.id ?? "");
  if (!report) throw new Response(null, { status: 404 });
  const receipts = await receiptsOfTermin(c.db, report.proposalId, report.trancheN, "submitted");
  return {
    report,
    receipts: receipts.map((receipt) => ({ ...receipt, formKey: newId() })),
    formKey: newId(),
    isVerifier: isPlatform(c.actor, "verifier"),
    mayPublish: report.submittedBy !== c.actor.userId && report.waitingCount === 0 && proofSuffices(report.approved, report.termin),
  };
});

/** Asks for changes; the note stands beside the report, so its form is part of this page. */
export const action = guardedAction(platform("verifier"), async (c) => {
  const report = await findDeskReport(c.db, c.params.id ?? "");
  if (!report) throw new Response(null, { status: 404 });
  const submission = parseWithZod(await c.form(), { schema: revisionSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(requestReportRevision, {
    proposalId: report.proposalId,
    reportId: report.id,
    note: submission.value.note,
  });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, impactDeskRefusals);
  throw redirect("/admin/laporan", { status: 303, headers: await flash(impactDeskMessages[c.language].done.revision) });
});

export default function Report() {
  const { report, receipts, formKey, isVerifier, mayPublish } = useLoaderData<typeof loader>();
  const t = useMessages(impactDeskMessages);
  const language = useLanguage();
  const open = report.status === "submitted" || report.status === "verifying";
  const proof = t.proofOf(
    formatRupiah(report.approved, language),
    formatRupiah(report.termin, language),
    formatShare(report.approved, report.termin, language),
  );
  return (
    <Page wide>
      <PageHead
        size="small"
        crumbs={[{ href: "/admin/laporan", label: t.title }]}
        title={report.headline}
        meta={
          <>
            {`${report.programTitle} · ${t.of(report.trancheN, report.trancheTitle)} · ${report.communityName}`}{" "}
            <EmergencyMark urgent={report.urgent} />
          </>
        }
      />
      <div className="two">
        <div className="stack [--gap:1.25rem] min-w-0">
          <Box title={t.receipts} aside={proof}>
            <ReceiptList receipts={receipts} proposalId={report.proposalId} back={`/admin/laporan/${report.id}`} mayDecide={isVerifier} />
          </Box>
          <ReportReading report={report} />
        </div>
        <Aside>
          <Panel>
            <h2>{t.decision}</h2>
            <p className="small muted">{t.status[report.status]}</p>
            {report.status === "published" && (
              <ButtonLink kind="outline" block to={`/program/${report.programSlug}/laporan/${report.trancheN}`}>
                {t.seePublic}
              </ButtonLink>
            )}
            {report.status === "revision_requested" && report.revisionNote && <Note tone="warn">{report.revisionNote}</Note>}
            {open && !isVerifier && <Note>{t.onlyVerifier}</Note>}
            {open && isVerifier && (
              <Decision reportId={report.id} proposalId={report.proposalId} formKey={formKey} mayPublish={mayPublish} />
            )}
          </Panel>
        </Aside>
      </div>
    </Page>
  );
}

function Decision({
  reportId,
  proposalId,
  formKey,
  mayPublish,
}: {
  reportId: string;
  proposalId: string;
  formKey: string;
  mayPublish: boolean;
}) {
  const t = useMessages(impactDeskMessages);
  const form = useFormState(useActionData<typeof action>()?.result);
  return (
    <>
      <ActionForm
        action={`/admin/laporan/${reportId}/terbitkan`}
        kunci={formKey}
        hidden={{ proposalId }}
        confirm={{ title: t.publishTitle, text: t.publishText, button: t.publish }}
      >
        <Button block disabled={!mayPublish}>
          {t.publish}
        </Button>
      </ActionForm>
      <p className="hint">{t.publishHint}</p>
      <Form className="mt-4">
        <ErrorSummary form={form} />
        <TextArea {...form.field("note")} label={t.revisionNote} hint={t.revisionHint} rows={3} maxLength={1000} />
        <FormActions>
          <Button kind="outline">{t.revise}</Button>
        </FormActions>
      </Form>
    </>
  );
}
