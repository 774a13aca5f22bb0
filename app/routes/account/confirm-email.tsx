import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { Form } from "~/components/form";
import { useMessages } from "~/components/language";
import { accountMessages } from "~/features/identity/account-messages";
import { AuthPage } from "~/features/identity/auth-page";
import { confirmEmail } from "~/features/identity/confirm-email.server";
import { anyone, attempting, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountMessages[data?.language ?? "id"].confirm.title} · Sinergi` },
];

/** Opening the link changes nothing: mail programs open links by themselves. The button confirms. */
export const loader = guardedLoader(anyone, (c) => ({ language: c.language }));

export const action = guardedAction(anyone, async (c) => {
  const outcome = await attempting(() => confirmEmail(c.db, { token: c.params.token ?? "" }));
  if (!outcome.ok) return { expired: true };
  throw redirect(c.actor ? "/ruang" : "/masuk", { status: 303, headers: await flash("email_confirmed") });
});

export default function ConfirmEmail() {
  const answer = useActionData<typeof action>();
  const t = useMessages(accountMessages);
  if (answer?.expired) {
    return (
      <AuthPage title={t.expired.title} lead={t.expired.lead}>
        <ButtonLink to="/akun">{t.expired.newConfirmation}</ButtonLink>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t.confirm.title} lead={t.confirm.lead}>
      <Form>
        <Button size="large">{t.confirm.button}</Button>
      </Form>
    </AuthPage>
  );
}
