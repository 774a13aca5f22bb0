import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { secondStepSchema } from "~/features/identity/account.schema";
import { misread, refused } from "~/features/identity/form-refusal";
import { attempting, guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { reissueRecoveryCodes } from "~/features/identity/second-factor/change-second-factor.server";
import { DemoCodeNote } from "~/features/identity/second-factor/demo-code-note";
import { RecoveryCodesPage } from "~/features/identity/second-factor/recovery-codes";
import { secondFactorMessages, secondFactorRefusals } from "~/features/identity/second-factor/second-factor-messages";
import { demoCode } from "~/features/identity/second-factor/second-factor-queries.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${secondFactorMessages[page?.language ?? "id"].codes.makeTitle} · Sinergi` },
];

export const headers = () => ({ "Cache-Control": "no-store" });

export const loader = guardedLoader(signedIn, async (c) => {
  if (c.factor === "none") throw redirect("/akun/dua-langkah");
  return { language: c.language, demo: await demoCode(c.db, c.actor.userId) };
});

export const action = guardedAction(signedIn, async (c) => {
  const submission = parseWithZod(await c.form(), { schema: secondStepSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await attempting(() => reissueRecoveryCodes(c.db, c.actor, { code: submission.value.code }));
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, secondFactorRefusals);
  return data({ result: null, codes: outcome.value.codes });
});

export default function RecoveryCodes() {
  const { demo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(secondFactorMessages);
  const form = useFormState(answer?.result, { texts: useMessages(secondFactorRefusals) });
  if (answer && "codes" in answer) return <RecoveryCodesPage codes={answer.codes} back="/akun/dua-langkah" />;
  return (
    <Page narrow>
      <PageHead title={t.codes.makeTitle} lead={t.codes.makeLead} crumbs={[{ href: "/akun/dua-langkah", label: t.account.title }]} />
      <DemoCodeNote demo={demo} />
      <Form className="stack">
        <ErrorSummary form={form} />
        <TextField {...form.field("code")} label={t.remove.code} autoComplete="one-time-code" spellCheck={false} required />
        <FormActions>
          <Button>{t.codes.makeButton}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
