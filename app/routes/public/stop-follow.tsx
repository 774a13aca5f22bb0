import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { Form } from "~/components/form";
import { useMessages } from "~/components/language";
import { stopFollow } from "~/features/guidance/follow-guidance.server";
import { guidanceMessages } from "~/features/guidance/guidance-messages";
import { AuthPage } from "~/features/identity/auth-page";
import { anyone, attempting, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${guidanceMessages[data?.language ?? "id"].subscribe.stopTitle} · Sinergi` },
];

/** Opening the link changes nothing: mail programs open links by themselves. The button stops the emails. */
export const loader = guardedLoader(anyone, (c) => ({ language: c.language }));

export const action = guardedAction(anyone, async (c) => {
  const outcome = await attempting(() => stopFollow(c.db, { token: c.params.token ?? "" }));
  if (!outcome.ok) return { expired: true };
  throw redirect("/panduan", { status: 303, headers: await flash(guidanceMessages[c.language].subscribe.stopped) });
});

export default function StopFollow() {
  const answer = useActionData<typeof action>();
  const t = useMessages(guidanceMessages).subscribe;
  if (answer?.expired) {
    return (
      <AuthPage title={t.expiredTitle} lead="">
        <ButtonLink to="/panduan">{t.back}</ButtonLink>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t.stopTitle} lead={t.stopLead}>
      <Form>
        <Button size="large" kind="outline">
          {t.stop}
        </Button>
      </Form>
    </AuthPage>
  );
}
