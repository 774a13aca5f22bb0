import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { OtpField, TextField } from "~/components/field";
import { ActionForm, Form, Hidden } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { secondStepSchema } from "~/features/identity/account.schema";
import { AuthPage } from "~/features/identity/auth-page";
import { misread, refused } from "~/features/identity/form-refusal";
import { attempting, guardedAction, guardedLoader, secondStep } from "~/features/identity/guard.server";
import { localPath } from "~/features/identity/local-path";
import { placeOf } from "~/features/identity/place";
import { rememberedDeviceCookie } from "~/features/identity/preferences.server";
import { DemoCodeNote } from "~/features/identity/second-factor/demo-code-note";
import { factorResetMessages } from "~/features/identity/second-factor/factor-reset-messages";
import { passSecondStep } from "~/features/identity/second-factor/pass-second-step.server";
import { secondFactorMessages, secondFactorRefusals } from "~/features/identity/second-factor/second-factor-messages";
import { demoCode } from "~/features/identity/second-factor/second-factor-queries.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${secondFactorMessages[data?.language ?? "id"].step.title} · Sinergi` },
];

export const loader = guardedLoader(secondStep, async (c) => {
  const back = localPath(c.url.searchParams.get("kembali"), "/ruang");
  if (c.factor !== "due") throw redirect(back);
  const recovery = c.url.searchParams.get("cara") === "cadangan";
  return { language: c.language, back, recovery, demo: recovery ? null : await demoCode(c.db, c.actor.userId) };
});

export const action = guardedAction(secondStep, async (c) => {
  const submission = parseWithZod(await c.form(), { schema: secondStepSchema });
  if (submission.status !== "success") return misread(submission);
  const { code, remember, kembali } = submission.value;
  const back = localPath(kembali, "/ruang");
  if (c.factor !== "due" || !c.sessionId) throw redirect(back, 303);
  const step = {
    sessionId: c.sessionId,
    code,
    remember: remember === "on",
    userAgent: c.request.headers.get("user-agent"),
    place: placeOf(c.request),
  };
  const outcome = await attempting(() => passSecondStep(c.db, c.actor, step));
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, secondFactorRefusals);
  const { deviceToken } = outcome.value;
  const headers: HeadersInit = deviceToken ? { "Set-Cookie": await rememberedDeviceCookie.serialize(deviceToken) } : {};
  throw redirect(back, { status: 303, headers });
});

export default function SecondStep() {
  const { back, recovery, demo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(secondFactorMessages).step;
  const form = useFormState(answer?.result, { texts: useMessages(secondFactorRefusals) });
  const lost = useMessages(factorResetMessages).lost.link;
  const onward = `kembali=${encodeURIComponent(back)}`;
  return (
    <AuthPage title={recovery ? t.recoveryTitle : t.title} lead={recovery ? t.recoveryLead : t.lead}>
      <DemoCodeNote demo={demo} />
      <Form className="stack">
        <ErrorSummary form={form} />
        <Hidden values={{ kembali: back }} />
        {recovery ? (
          <TextField
            {...form.field("code")}
            label={t.recoveryCode}
            hint={t.recoveryHint}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        ) : (
          <OtpField {...form.field("code")} label={t.code} hint={t.codeHint} required />
        )}
        <Checkbox name="remember" label={t.remember} />
        <Button size="large" block>
          {t.button}
        </Button>
      </Form>
      <p className="small mt-5">
        <b>{t.help}</b>{" "}
        <a href={recovery ? `/masuk/kode?${onward}` : `/masuk/kode?cara=cadangan&${onward}`}>{recovery ? t.useApp : t.useRecovery}</a>
      </p>
      {recovery && (
        <p className="small mt-2">
          <a href="/masuk/kode/hilang">{lost}</a>
        </p>
      )}
      <p className="small muted mt-4">{t.never}</p>
      <ActionForm action="/keluar" className="block mt-4">
        <Button kind="quiet">{t.other}</Button>
      </ActionForm>
    </AuthPage>
  );
}
