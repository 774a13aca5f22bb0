import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { accountMessages, accountRefusals } from "~/features/identity/account-messages";
import { changePasswordSchema } from "~/features/identity/account.schema";
import { changePassword } from "~/features/identity/change-password.server";
import { misread, refused } from "~/features/identity/form-refusal";
import { attempting, guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountMessages[data?.language ?? "id"].account.changePassword} · Sinergi` },
];

export const loader = guardedLoader(signedIn, (c) => ({ language: c.language }));

export const action = guardedAction(signedIn, async (c) => {
  const submission = parseWithZod(await c.form(), { schema: changePasswordSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await attempting(() => changePassword(c.db, c.actor, { ...submission.value, headers: c.request.headers }));
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, accountRefusals);
  const headers = new Headers(await flash("password_changed"));
  for (const cookie of outcome.value.cookies) headers.append("Set-Cookie", cookie);
  throw redirect("/akun", { status: 303, headers });
});

export default function ChangePassword() {
  const answer = useActionData<typeof action>();
  const t = useMessages(accountMessages);
  const form = useFormState(answer?.result, { texts: useMessages(accountRefusals) });
  return (
    <Page narrow>
      <PageHead title={t.account.changePassword} lead={t.account.passwordLead} crumbs={[{ href: "/akun", label: t.account.title }]} />
      <Form className="stack">
        <ErrorSummary form={form} />
        <TextField {...form.field("current")} label={t.currentPassword} type="password" autoComplete="current-password" required />
        <TextField
          {...form.field("password")}
          label={t.newPassword}
          hint={t.passwordHint}
          type="password"
          autoComplete="new-password"
          required
        />
        <FormActions>
          <Button>{t.account.changePassword}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
