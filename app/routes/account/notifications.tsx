import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { accountMessages } from "~/features/identity/account-messages";
import { misread } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { chooseNews, newsChoicesOf } from "~/features/notifications/choose-news.server";
import { kindsFor, newsChoices, requiredNews } from "~/features/notifications/news";
import { newsSchema } from "~/features/notifications/news.schema";
import { notificationsMessages } from "~/features/notifications/notifications-messages";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${notificationsMessages[data?.language ?? "id"].section} · Sinergi` },
];

export const loader = guardedLoader(signedIn, async (c) => ({
  language: c.language,
  kinds: kindsFor(c.actor.memberships),
  choices: await newsChoicesOf(c.db, c.actor.userId),
}));

export const action = guardedAction(signedIn, async (c) => {
  const submission = parseWithZod(await c.form(), { schema: newsSchema });
  if (submission.status !== "success") return misread(submission);
  await c.run(chooseNews, submission.value);
  throw redirect("/akun/pemberitahuan", { status: 303, headers: await flash("saved") });
});

export default function Notifications() {
  const { kinds, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(notificationsMessages);
  const form = useFormState(answer?.result, { defaults: choices });
  return (
    <Page>
      <PageHead
        title={t.title}
        lead={t.lead}
        crumbs={[{ href: "/akun", label: useMessages(accountMessages).account.title }]}
        actions={
          <ButtonLink to="/kabar" icon="bell">
            {t.inside}
          </ButtonLink>
        }
      />
      <DocumentPaper>
        <Section title={t.required} hint={t.requiredHint}>
          <ul className="stack">
            {requiredNews.map((kind) => (
              <li key={kind}>
                <b>{t.requiredKinds[kind]}</b>
                <br />
                <span className="small muted">{t.always}</span>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t.optional} hint={t.optionalHint}>
          {kinds.length === 0 ? (
            <p className="muted">{t.nothing}</p>
          ) : (
            <Form className="stack">
              <ErrorSummary form={form} />
              {kinds.map((kind) => (
                <RadioGroup
                  key={kind}
                  {...form.field(kind)}
                  label={t.kinds[kind]}
                  look="picks"
                  options={newsChoices.map((choice) => ({ value: choice, label: t.choices[choice] }))}
                />
              ))}
              <FormActions>
                <Button>{t.save}</Button>
              </FormActions>
            </Form>
          )}
        </Section>
      </DocumentPaper>
    </Page>
  );
}
