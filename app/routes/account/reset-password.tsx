import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { Form } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { accountMessages, accountRefusals } from "~/features/identity/account-messages";
import { resetSchema } from "~/features/identity/account.schema";
import { AuthPage } from "~/features/identity/auth-page";
import { misread, refused } from "~/features/identity/form-refusal";
import { anyone, attempting, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { resetLinkWorks, resetPassword } from "~/features/identity/reset-password.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountMessages[data?.language ?? "id"].reset.title} · Sinergi` },
  { name: "referrer", content: "same-origin" },
];

export const loader = guardedLoader(anyone, async (c) => ({
  language: c.language,
  works: await resetLinkWorks(c.db, c.params.token ?? ""),
}));

export const action = guardedAction(anyone, async (c) => {
  const submission = parseWithZod(await c.form(), { schema: resetSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await attempting(() => resetPassword(c.db, { token: c.params.token ?? "", password: submission.value.password }));
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, accountRefusals);
  throw redirect("/masuk", { status: 303, headers: await flash("password_changed") });
});

export default function ResetPassword() {
  const { works } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(accountMessages);
  const form = useFormState(answer?.result, { texts: useMessages(accountRefusals) });
  if (!works) {
    return (
      <AuthPage title={t.expired.title} lead={t.expired.lead}>
        <ButtonLink to="/sandi/lupa">{t.expired.newReset}</ButtonLink>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t.reset.title} lead={t.reset.lead}>
      <Form className="stack">
        <ErrorSummary form={form} />
        <TextField
          {...form.field("password")}
          label={t.newPassword}
          hint={t.passwordHint}
          type="password"
          autoComplete="new-password"
          required
        />
        <Button size="large" block>
          {t.reset.button}
        </Button>
      </Form>
    </AuthPage>
  );
}
