import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { OtpField } from "~/components/field";
import { ActionForm, Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { secondStepSchema } from "~/features/identity/account.schema";
import { misread, refused } from "~/features/identity/form-refusal";
import { attempting, guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { localPath } from "~/features/identity/local-path";
import { DemoCodeNote } from "~/features/identity/second-factor/demo-code-note";
import { finishEnrolment } from "~/features/identity/second-factor/enrol.server";
import { RecoveryCodesPage } from "~/features/identity/second-factor/recovery-codes";
import { secondFactorMessages, secondFactorRefusals } from "~/features/identity/second-factor/second-factor-messages";
import { demoCode, enrolmentOf } from "~/features/identity/second-factor/second-factor-queries.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${secondFactorMessages[page?.language ?? "id"].enrol.title} · Sinergi` },
];

export const headers = () => ({ "Cache-Control": "no-store" });

/** Once enrolled there is nothing to scan: the answer of the action shows the codes then. */
export const loader = guardedLoader(signedIn, async (c) => {
  const back = localPath(c.url.searchParams.get("kembali"), "/akun/dua-langkah");
  const enrolment = await enrolmentOf(c.db, c.actor);
  if (!enrolment && c.factor === "none") throw redirect("/akun/dua-langkah");
  return { language: c.language, back, enrolment: enrolment ?? null, demo: enrolment ? await demoCode(c.db, c.actor.userId) : null };
});

export const action = guardedAction(signedIn, async (c) => {
  const submission = parseWithZod(await c.form(), { schema: secondStepSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await attempting(() => finishEnrolment(c.db, c.actor, { code: submission.value.code, sessionId: c.sessionId }));
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, secondFactorRefusals);
  return data({ result: null, codes: outcome.value.codes, back: localPath(submission.value.kembali, "/akun/dua-langkah") });
});

export default function EnrolSecondFactor() {
  const { enrolment, back, demo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(secondFactorMessages);
  const form = useFormState(answer?.result, { texts: useMessages(secondFactorRefusals) });
  if (answer && "codes" in answer) return <RecoveryCodesPage codes={answer.codes} back={answer.back} />;
  return (
    <Page>
      <PageHead title={t.enrol.title} crumbs={[{ href: "/akun/dua-langkah", label: t.account.title }]} />
      <DemoCodeNote demo={demo} />
      <ErrorSummary form={form} />
      {enrolment ? (
        <DocumentPaper>
          <Section title={t.enrol.scan} hint={t.enrol.scanLead}>
            <svg className="qr" role="img" aria-label={t.enrol.picture} viewBox={`0 0 ${enrolment.size} ${enrolment.size}`}>
              <rect width={enrolment.size} height={enrolment.size} fill="#fff" />
              <path d={enrolment.squares} fill="#000" />
            </svg>
            <p className="mt-4">
              <a href={enrolment.address}>{t.enrol.inApp}</a>
            </p>
            <p className="small muted mt-3">{t.enrol.byHand}</p>
            <p>
              <b className="[overflow-wrap:anywhere]">{enrolment.secret.replace(/(.{4})(?=.)/g, "$1 ")}</b>
            </p>
            <ActionForm action="/akun/dua-langkah" hidden={{ kembali: back }} className="block mt-2">
              <Button kind="quiet">{t.enrol.anew}</Button>
            </ActionForm>
          </Section>
          <Section title={t.enrol.type} hint={t.enrol.typeLead}>
            <Form className="stack">
              <Hidden values={{ kembali: back }} />
              <OtpField {...form.field("code")} label={t.step.code} hint={t.step.codeHint} required />
              <FormActions>
                <Button>{t.enrol.button}</Button>
              </FormActions>
            </Form>
          </Section>
        </DocumentPaper>
      ) : (
        <ButtonLink kind="outline" to="/akun/dua-langkah">
          {t.account.open}
        </ButtonLink>
      )}
    </Page>
  );
}
