import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { Form } from "~/components/form";
import { useMessages } from "~/components/language";
import { confirmFollow } from "~/features/guidance/follow-guidance.server";
import { guidanceMessages } from "~/features/guidance/guidance-messages";
import { AuthPage } from "~/features/identity/auth-page";
import { anyone, attempting, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${guidanceMessages[data?.language ?? "id"].subscribe.confirmTitle} · Sinergi` },
];

/** Opening the link changes nothing: mail programs open links by themselves. The button confirms. */
export const loader = guardedLoader(anyone, (c) => ({ language: c.language }));

export const action = guardedAction(anyone, async (c) => {
  const outcome = await attempting(() => confirmFollow(c.db, { token: c.params.token ?? "" }));
  if (!outcome.ok) return { expired: true };
  throw redirect("/panduan", { status: 303, headers: await flash(guidanceMessages[c.language].subscribe.followed) });
});

export default function ConfirmFollow() {
  const answer = useActionData<typeof action>();
  const t = useMessages(guidanceMessages).subscribe;
  if (answer?.expired) {
    return (
      <AuthPage title={t.expiredTitle} lead="">
        <ButtonLink to="/panduan/ikuti">{t.again}</ButtonLink>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t.confirmTitle} lead={t.confirmLead}>
      <Form>
        <Button size="large">{t.confirm}</Button>
      </Form>
    </AuthPage>
  );
}
