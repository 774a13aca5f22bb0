import { type MetaFunction, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ActionForm } from "~/components/form";
import { useMessages } from "~/components/language";
import { AuthPage } from "~/features/identity/auth-page";
import { anyone, attempting, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { notificationsMessages } from "~/features/notifications/notifications-messages";
import { readUnsubscription, unsubscribe } from "~/features/notifications/unsubscribe.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${notificationsMessages[page?.language ?? "id"].section} · Sinergi` },
  { name: "referrer", content: "same-origin" },
  { name: "robots", content: "noindex" },
];

/** Opening the link asks first: programs that look at links in mail would otherwise end news by themselves. */
export const loader = guardedLoader(anyone, (c) => ({
  language: c.language,
  kind: readUnsubscription(c.params.token ?? "")?.kind ?? null,
}));

/** Ends it, by the button or by the mail program's own (RFC 8058), which sends a POST here without a page. */
export const action = guardedAction(anyone, async (c) => {
  const outcome = await attempting(() => unsubscribe(c.db, { token: c.params.token ?? "" }));
  return outcome.ok ? data({ done: true }) : data({ done: false }, { status: 400 });
});

export default function Unsubscribe() {
  const { kind } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(notificationsMessages);
  if (!kind) {
    return (
      <AuthPage title={t.stop.broken} lead={t.stop.brokenLead}>
        <ButtonLink kind="outline" to="/akun/pemberitahuan">
          {t.stop.settings}
        </ButtonLink>
      </AuthPage>
    );
  }
  const news = t.kinds[kind];
  if (answer?.done) {
    return (
      <AuthPage title={t.stop.done(news)} lead={t.stop.doneLead}>
        <ButtonLink kind="outline" to="/akun/pemberitahuan">
          {t.stop.settings}
        </ButtonLink>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t.stop.title(news)} lead={t.stop.lead}>
      <ActionForm className="block">
        <Button>{t.stop.button}</Button>
      </ActionForm>
    </AuthPage>
  );
}
