import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { secondStepSchema } from "~/features/identity/account.schema";
import { misread, refused } from "~/features/identity/form-refusal";
import { attempting, guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { rememberedDeviceCookie } from "~/features/identity/preferences.server";
import { removeSecondFactor } from "~/features/identity/second-factor/change-second-factor.server";
import { DemoCodeNote } from "~/features/identity/second-factor/demo-code-note";
import { holdsMoney } from "~/features/identity/second-factor/money-roles";
import { secondFactorMessages, secondFactorRefusals } from "~/features/identity/second-factor/second-factor-messages";
import { demoCode } from "~/features/identity/second-factor/second-factor-queries.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${secondFactorMessages[data?.language ?? "id"].remove.title} · Sinergi` },
];

export const loader = guardedLoader(signedIn, async (c) => {
  if (c.factor === "none") throw redirect("/akun/dua-langkah");
  return {
    language: c.language,
    required: c.actor.memberships.some(holdsMoney),
    demo: await demoCode(c.db, c.actor.userId),
  };
});

export const action = guardedAction(signedIn, async (c) => {
  const submission = parseWithZod(await c.form(), { schema: secondStepSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await attempting(() => removeSecondFactor(c.db, c.actor, { code: submission.value.code }));
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, secondFactorRefusals);
  const headers = new Headers(await flash(secondFactorMessages[c.language].account.removed));
  headers.append("Set-Cookie", await rememberedDeviceCookie.serialize("", { maxAge: 0 }));
  throw redirect("/akun/dua-langkah", { status: 303, headers });
});

export default function RemoveSecondFactor() {
  const { required, demo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(secondFactorMessages);
  const form = useFormState(answer?.result, { texts: useMessages(secondFactorRefusals) });
  return (
    <Page narrow>
      <PageHead title={t.remove.title} lead={t.remove.lead} crumbs={[{ href: "/akun/dua-langkah", label: t.account.title }]} />
      {required && (
        <Note tone="warn" className="mb-5">
          {t.remove.required}
        </Note>
      )}
      <DemoCodeNote demo={demo} />
      <Form className="stack">
        <ErrorSummary form={form} />
        <TextField {...form.field("code")} label={t.remove.code} autoComplete="one-time-code" spellCheck={false} required />
        <FormActions>
          <Button kind="danger">{t.account.removeButton}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
