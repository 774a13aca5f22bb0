import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { Form, Hidden } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Steps } from "~/components/steps";
import { accountMessages, accountRefusals } from "~/features/identity/account-messages";
import { signUpSchema } from "~/features/identity/account.schema";
import { AuthPage } from "~/features/identity/auth-page";
import { misread, refused } from "~/features/identity/form-refusal";
import { anyone, attempting, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { localPath } from "~/features/identity/local-path";
import { placeOf } from "~/features/identity/place";
import { signUp } from "~/features/identity/sign-up.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountMessages[data?.language ?? "id"].signUp.title} · Sinergi` },
];

export const loader = guardedLoader(anyone, (c) => {
  if (c.actor) throw redirect("/ruang");
  return { back: localPath(c.url.searchParams.get("kembali"), ""), language: c.language, email: c.url.searchParams.get("surel") ?? "" };
});

export const action = guardedAction(anyone, async (c) => {
  const submission = parseWithZod(await c.form(), { schema: signUpSchema });
  if (submission.status !== "success") return misread(submission);
  const { name, email, password, kembali } = submission.value;
  const outcome = await attempting(() => signUp(c.db, { name, email, password, language: c.language, place: placeOf(c.request) }));
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, accountRefusals);
  const back = localPath(kembali, "");
  throw redirect(`/daftar/periksa-surel${back ? `?kembali=${encodeURIComponent(back)}` : ""}`, 303);
});

export default function SignUp() {
  const { back, email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(accountMessages);
  const form = useFormState(answer?.result, { defaults: { email }, texts: useMessages(accountRefusals) });
  const { steps } = t.signUp;
  return (
    <AuthPage title={t.signUp.title} lead={t.signUp.lead}>
      <Steps
        label={t.signUp.title}
        steps={[
          { label: steps.account, state: "now" },
          { label: steps.role, state: "next" },
          { label: steps.proof, state: "next" },
          { label: steps.checked, state: "next" },
        ]}
      />
      <Form className="stack mt-6">
        <ErrorSummary form={form} />
        <Hidden values={{ kembali: back }} />
        <TextField {...form.field("name")} label={t.name} hint={t.nameHint} autoComplete="name" required />
        <TextField {...form.field("email")} label={t.email} type="email" autoComplete="username" required />
        <TextField
          {...form.field("password")}
          label={t.password}
          hint={t.passwordHint}
          type="password"
          autoComplete="new-password"
          required
        />
        <Button size="large" block>
          {t.signUp.button}
        </Button>
      </Form>
      <hr className="hr mt-7 mb-5" />
      <p className="small">
        <b>{t.signUp.haveAccount}</b> <a href={`/masuk${back ? `?kembali=${encodeURIComponent(back)}` : ""}`}>{t.signIn.button}</a>
      </p>
    </AuthPage>
  );
}
