import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { Form, Hidden } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { accountMessages, accountRefusals } from "~/features/identity/account-messages";
import { signInSchema } from "~/features/identity/account.schema";
import { findLanguage } from "~/features/identity/account-queries.server";
import { AuthPage } from "~/features/identity/auth-page";
import { misread, refused } from "~/features/identity/form-refusal";
import { anyone, attempting, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { localPath } from "~/features/identity/local-path";
import { placeOf } from "~/features/identity/place";
import { deviceTokenOf, languageCookie } from "~/features/identity/preferences.server";
import { signIn } from "~/features/identity/sign-in.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountMessages[data?.language ?? "id"].signIn.title} · Sinergi` },
];

export const loader = guardedLoader(anyone, (c) => {
  const back = localPath(c.url.searchParams.get("kembali"), "/ruang");
  if (c.actor) throw redirect(back);
  if (c.factor === "due") throw redirect(`/masuk/kode?kembali=${encodeURIComponent(back)}`);
  return { back, language: c.language, email: c.url.searchParams.get("surel") ?? "" };
});

export const action = guardedAction(anyone, async (c) => {
  const submission = parseWithZod(await c.form(), { schema: signInSchema });
  if (submission.status !== "success") return misread(submission);
  const { email, password, remember, kembali } = submission.value;
  const from = { place: placeOf(c.request), headers: c.request.headers, deviceToken: await deviceTokenOf(c.request) };
  const outcome = await attempting(() => signIn(c.db, { email, password, remember: remember === "on", ...from }));
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, accountRefusals);
  const headers = new Headers();
  for (const cookie of outcome.value.cookies) headers.append("Set-Cookie", cookie);
  headers.append("Set-Cookie", await languageCookie.serialize(await findLanguage(c.db, outcome.value.userId)));
  const back = localPath(kembali, "/ruang");
  throw redirect(outcome.value.secondStep ? `/masuk/kode?kembali=${encodeURIComponent(back)}` : back, { status: 303, headers });
});

export default function SignIn() {
  const { back, email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(accountMessages);
  const texts = useMessages(accountRefusals);
  const form = useFormState(answer?.result, { defaults: { email }, texts });
  const onward = back === "/ruang" ? "" : `?kembali=${encodeURIComponent(back)}`;
  return (
    <AuthPage title={t.signIn.title} lead={t.signIn.lead}>
      <Form className="stack">
        <ErrorSummary form={form} />
        <Hidden values={{ kembali: back }} />
        <TextField {...form.field("email")} label={t.email} type="email" autoComplete="username" required />
        <div className="relative">
          <TextField {...form.field("password")} label={t.password} type="password" autoComplete="current-password" required />
          <a className="small absolute right-0 -top-3 min-h-11 flex items-center" href="/sandi/lupa">
            {t.signIn.forgot}
          </a>
        </div>
        <Checkbox name="remember" label={t.remember} />
        <Button size="large" block>
          {t.signIn.button}
        </Button>
      </Form>
      <hr className="hr mt-7 mb-5" />
      <p className="small">
        <b>{t.signIn.noAccount}</b> <a href={`/daftar${onward}`}>{t.signIn.register}</a>
      </p>
      <p className="small muted mt-3">{t.signIn.payers}</p>
    </AuthPage>
  );
}
