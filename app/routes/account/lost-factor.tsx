import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { ActionForm } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { AuthPage } from "~/features/identity/auth-page";
import { guardedAction, guardedLoader, secondStep } from "~/features/identity/guard.server";
import { leadBack } from "~/features/identity/lead-back.server";
import { factorResetMessages, factorResetRefusals } from "~/features/identity/second-factor/factor-reset-messages";
import { ownFactorReset } from "~/features/identity/second-factor/factor-reset-queries.server";
import { requestFactorReset } from "~/features/identity/second-factor/request-factor-reset.server";
import { formatInstant } from "~/kernel/dates";

const here = "/masuk/kode/hilang";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${factorResetMessages[data?.language ?? "id"].lost.title} · Sinergi` },
];

export const loader = guardedLoader(secondStep, async (c) => {
  if (c.factor !== "due") throw redirect("/akun/dua-langkah");
  const reset = await ownFactorReset(c.db, c.actor.userId);
  return { language: c.language, reset: reset ? { requestedAt: reset.requestedAt, dueAt: reset.dueAt } : null };
});

export const action = guardedAction(secondStep, async (c) => {
  if (c.factor !== "due") throw redirect("/akun/dua-langkah", 303);
  const outcome = await c.attempt((trx, actor) => requestFactorReset(trx, actor), null);
  return leadBack(c, outcome, { to: here, done: factorResetMessages[c.language].lost.title, refusals: factorResetRefusals });
});

export default function LostFactor() {
  const { reset } = useLoaderData<typeof loader>();
  const t = useMessages(factorResetMessages).lost;
  const language = useLanguage();
  return (
    <AuthPage title={t.title} lead={t.lead}>
      {reset ? (
        <Note title={reset.dueAt ? t.waits(formatInstant(reset.dueAt, language)) : t.asked(formatInstant(reset.requestedAt, language))} />
      ) : (
        <>
          <p className="small mb-4">{t.steps}</p>
          <ActionForm className="block">
            <Button size="large" block>
              {t.button}
            </Button>
          </ActionForm>
        </>
      )}
      <p className="small mt-5">
        <a href="/masuk/kode">{t.back}</a>
      </p>
    </AuthPage>
  );
}
