import { type MetaFunction, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ActionForm } from "~/components/form";
import { useMessages } from "~/components/language";
import { AuthPage } from "~/features/identity/auth-page";
import { anyone, attempting, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { factorResetMessages } from "~/features/identity/second-factor/factor-reset-messages";
import { stopFactorReset } from "~/features/identity/second-factor/stop-factor-reset.server";
import { readStopToken } from "~/features/identity/second-factor/stop-token.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${factorResetMessages[page?.language ?? "id"].stop.title} · Sinergi` },
  { name: "referrer", content: "same-origin" },
  { name: "robots", content: "noindex" },
];

/** Opening the link asks first: programs that look at links in mail would otherwise stop it by themselves. */
export const loader = guardedLoader(anyone, (c) => ({
  language: c.language,
  ours: readStopToken(c.params.token ?? "") !== undefined,
}));

export const action = guardedAction(anyone, async (c) => {
  const outcome = await attempting(() => stopFactorReset(c.db, { token: c.params.token ?? "" }));
  return outcome.ok ? data({ done: true }) : data({ done: false }, { status: 400 });
});

export default function StopFactorReset() {
  const { ours } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(factorResetMessages).stop;
  const over = !ours || answer?.done === false;
  if (over || answer) {
    return (
      <AuthPage title={over ? t.broken : t.done} lead={over ? t.brokenLead : t.doneLead}>
        <ButtonLink kind="outline" to="/sandi/lupa">
          {t.password}
        </ButtonLink>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t.title} lead={t.lead}>
      <ActionForm className="block">
        <Button size="large" block>
          {t.button}
        </Button>
      </ActionForm>
    </AuthPage>
  );
}
