import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { SelectField, TextArea } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Breadcrumbs, DocumentPaper, Page } from "~/components/page";
import { Aside, Box, Panel } from "~/components/panel";
import { appealChecks, checksShort } from "~/features/appeals/appeal";
import { AppealHead } from "~/features/appeals/appeal-head";
import { appealErrors } from "~/features/appeals/appeal-form-messages";
import { appealMessages } from "~/features/appeals/appeal-messages";
import { appealRefusals } from "~/features/appeals/appeal-refusals";
import { appealWorkMessages } from "~/features/appeals/appeal-work-messages";
import { findAppeal } from "~/features/appeals/appeal-queries.server";
import { AppealReading } from "~/features/appeals/appeal-reading";
import { appealCheckSchema, decisionSchema } from "~/features/appeals/appeal.schema";
import { recordAppealCheck } from "~/features/appeals/record-appeal-check.server";
import { rejectAppeal } from "~/features/appeals/reject-appeal.server";
import { verifyAppeal } from "~/features/appeals/verify-appeal.server";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { checkResults } from "~/features/proposals/proposal";
import { isId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.appeal.title ?? ""} · Sinergi` }];

export const loader = guardedLoader(platform("verifier", "administrator", "auditor"), async (c) => {
  const id = c.params.id ?? "";
  const appeal = isId(id) ? await findAppeal(c.db, { id }) : undefined;
  if (!appeal) throw new Response(null, { status: 404 });
  const mayDecide = appeal.status === "raised" && c.membership.roles.some((role) => role === "verifier" || role === "administrator");
  return { language: c.language, now: now(), appeal, mayDecide, short: checksShort(appeal.checks) };
});

export const action = guardedAction(platform("verifier", "administrator"), async (c) => {
  const form = await c.form();
  const appealId = c.params.id ?? "";
  const { done } = appealWorkMessages[c.language];
  if (form.get("aksi") === "periksa") {
    const submission = parseWithZod(form, { schema: appealCheckSchema });
    if (submission.status !== "success") return alongside(misread(submission), { form: "check" as const });
    const outcome = await c.attempt(recordAppealCheck, { appealId, ...submission.value });
    if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, appealRefusals), { form: "check" as const });
    throw redirect(`/admin/siaga/${appealId}`, { status: 303, headers: await flash(done.checked) });
  }
  const submission = parseWithZod(form, { schema: decisionSchema });
  if (submission.status !== "success") return alongside(misread(submission), { form: "decision" as const });
  const reject = form.get("aksi") === "tolak";
  const note = submission.value.decisionNote;
  const outcome = reject ? await c.attempt(rejectAppeal, { appealId, note }) : await c.attempt(verifyAppeal, { appealId, note });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, appealRefusals), { form: "decision" as const });
  const headers = await flash(reject ? done.rejected : done.verified);
  throw redirect("/admin/siaga", { status: 303, headers });
});

export default function DutyAppeal() {
  const { appeal, now: at, mayDecide, short } = useLoaderData<typeof loader>();
  const t = useMessages(appealMessages);
  const work = useMessages(appealWorkMessages);
  const answer = useActionData<typeof action>();
  return (
    <Page wide>
      <Breadcrumbs items={[{ href: "/admin/siaga", label: t.title }]} />
      <AppealHead appeal={appeal} now={at} />
      <div className="two mt-6">
        <div className="stack [--gap:1.25rem]">
          {mayDecide && <CheckBox result={answer?.form === "check" ? answer.result : null} />}
          <DocumentPaper>
            <AppealReading appeal={appeal} />
          </DocumentPaper>
        </div>
        <Aside>
          <Panel>
            <p className="n">{appeal.code}</p>
            <p className="mt-2">{work.desk.checked(appeal.matching, appealChecks.length)}</p>
            {appeal.statementFileId && (
              <ButtonLink className="mt-3" to={`/berkas/${appeal.statementFileId}`}>
                {t.page.statement}
              </ButtonLink>
            )}
            {mayDecide && <DecisionForm result={answer?.form === "decision" ? answer.result : null} short={short} />}
          </Panel>
        </Aside>
      </div>
    </Page>
  );
}

type Result = SubmissionResult<string[]> | null;

function CheckBox({ result }: { result: Result }) {
  const t = useMessages(appealMessages);
  const work = useMessages(appealWorkMessages);
  const form = useFormState(result, { texts: useMessages(appealErrors) });
  return (
    <Box title={work.desk.record}>
      <Form>
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "periksa" }} />
        <SelectField
          {...form.field("kind")}
          label={work.desk.kind}
          options={appealChecks.filter((kind) => kind !== "member_number").map((kind) => ({ value: kind, label: t.checks[kind] }))}
        />
        <RadioGroup
          {...form.field("result")}
          label={work.desk.result}
          look="picks"
          options={checkResults.map((result) => ({ value: result, label: t.results[result] }))}
        />
        <TextArea {...form.field("note")} label={work.desk.note} hint={work.desk.noteHint} rows={2} maxLength={400} />
        <FormActions>
          <Button kind="outline">{work.desk.save}</Button>
        </FormActions>
      </Form>
    </Box>
  );
}

function DecisionForm({ result, short }: { result: Result; short: number }) {
  const t = useMessages(appealWorkMessages).desk;
  const form = useFormState(result, {});
  return (
    <Form className="stack [--gap:0.75rem] mt-4">
      <ErrorSummary form={form} />
      <TextArea {...form.field("decisionNote")} label={t.publicNote} rows={3} maxLength={400} />
      <Button block name="aksi" value="verifikasi" disabled={short > 0}>
        {t.verify}
      </Button>
      <p className="hint">{short > 0 ? t.short(short) : t.enough}</p>
      <Button kind="danger-quiet" block name="aksi" value="tolak">
        {t.reject}
      </Button>
    </Form>
  );
}
