import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { Form } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { accountMessages, accountRefusals } from "~/features/identity/account-messages";
import { forgotSchema } from "~/features/identity/account.schema";
import { AuthPage } from "~/features/identity/auth-page";
import { misread, refused } from "~/features/identity/form-refusal";
import { anyone, attempting, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { placeOf } from "~/features/identity/place";
import { requestPasswordReset } from "~/features/identity/reset-password.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountMessages[data?.language ?? "id"].forgot.title} · Sinergi` },
];

export const loader = guardedLoader(anyone, (c) => ({ language: c.language, sent: c.url.searchParams.has("terkirim") }));

export const action = guardedAction(anyone, async (c) => {
  const submission = parseWithZod(await c.form(), { schema: forgotSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await attempting(() => requestPasswordReset(c.db, { email: submission.value.email, place: placeOf(c.request) }));
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, accountRefusals);
  throw redirect("/sandi/lupa?terkirim", 303);
});

export default function ForgotPassword() {
  const { sent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(accountMessages);
  const form = useFormState(answer?.result, { texts: useMessages(accountRefusals) });
  if (sent && !answer) {
    return (
      <AuthPage title={t.forgot.sentTitle} lead={t.forgot.sent}>
        <ButtonLink kind="outline" to="/masuk">
          {t.forgot.back}
        </ButtonLink>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t.forgot.title} lead={t.forgot.lead}>
      <Form className="stack">
        <ErrorSummary form={form} />
        <TextField {...form.field("email")} label={t.email} type="email" autoComplete="username" required />
        <Button size="large" block>
          {t.forgot.button}
        </Button>
      </Form>
      <p className="small mt-6">
        <a href="/masuk">{t.forgot.back}</a>
      </p>
    </AuthPage>
  );
}
