import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { ActionForm, Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { accountMessages, accountRefusals } from "~/features/identity/account-messages";
import { editAccountSchema } from "~/features/identity/account.schema";
import { findLanguage, listSessions } from "~/features/identity/account-queries.server";
import { editAccount } from "~/features/identity/edit-account.server";
import { misread } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { languageCookie } from "~/features/identity/preferences.server";
import { tieMessages } from "~/features/ties/tie-messages";
import { secondFactorMessages } from "~/features/identity/second-factor/second-factor-messages";
import { notificationsMessages } from "~/features/notifications/notifications-messages";
import { personalDataMessages } from "~/features/personal-data/personal-data-messages";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountMessages[data?.language ?? "id"].account.title} · Sinergi` },
];

export const loader = guardedLoader(signedIn, async (c) => ({
  language: c.language,
  values: { name: c.actor.name, language: await findLanguage(c.db, c.actor.userId) },
  email: c.actor.email,
  verified: c.actor.emailVerified,
  sessions: (await listSessions(c.db, c.actor.userId)).length,
  factor: c.factor !== "none",
  organizations: c.actor.memberships.map((m) => m.organizationName),
}));

export const action = guardedAction(signedIn, async (c) => {
  const submission = parseWithZod(await c.form(), { schema: editAccountSchema });
  if (submission.status !== "success") return misread(submission);
  await c.run(editAccount, submission.value);
  const headers = new Headers(await flash("saved"));
  headers.append("Set-Cookie", await languageCookie.serialize(submission.value.language));
  throw redirect("/akun", { status: 303, headers });
});

export default function Account() {
  const { values, email, verified, factor, sessions, organizations } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(accountMessages);
  const ties = useMessages(tieMessages);
  const personal = useMessages(personalDataMessages);
  const news = useMessages(notificationsMessages);
  const factorTexts = useMessages(secondFactorMessages).account;
  const form = useFormState(answer?.result, { defaults: values, texts: useMessages(accountRefusals) });
  return (
    <Page>
      <PageHead title={t.account.title} meta={email} actions={<SignOutButton />} />
      {!verified && (
        <Note
          tone="warn"
          title={t.account.confirmTitle}
          className="mb-5"
          actions={
            <ActionForm action="/akun/konfirmasi">
              <Button kind="outline">{t.account.confirmButton}</Button>
            </ActionForm>
          }
        >
          {t.account.confirmLead}
        </Note>
      )}
      <DocumentPaper>
        <Section title={t.account.profile}>
          <Form className="stack">
            <ErrorSummary form={form} />
            <TextField {...form.field("name")} label={t.name} hint={t.nameHint} autoComplete="name" required />
            <RadioGroup
              {...form.field("language")}
              label={t.language}
              options={[
                { value: "id", label: "Bahasa Indonesia" },
                { value: "en", label: "English" },
              ]}
            />
            <FormActions>
              <Button>{t.account.save}</Button>
            </FormActions>
          </Form>
        </Section>
        <Section title={t.account.passwordTitle} hint={t.account.passwordLead}>
          <ButtonLink kind="outline" icon="key" to="/akun/sandi">
            {t.account.changePassword}
          </ButtonLink>
        </Section>
        <Section title={factorTexts.title} hint={factor ? factorTexts.on : factorTexts.off}>
          <ButtonLink kind="outline" icon="shield" to="/akun/dua-langkah">
            {factorTexts.open}
          </ButtonLink>
        </Section>
        <Section title={t.account.sessions} hint={t.account.sessionsLead}>
          <p className="mb-3">{t.sessions.title(sessions)}</p>
          <ButtonLink kind="outline" to="/akun/sesi">
            {t.account.sessionsLink}
          </ButtonLink>
        </Section>
        <Section title={ties.short} hint={ties.publicHint}>
          <ButtonLink kind="outline" icon="shield" to="/akun/ikatan">
            {ties.open}
          </ButtonLink>
        </Section>
        <Section title={news.section} hint={news.lead}>
          <ButtonLink kind="outline" icon="bell" to="/akun/pemberitahuan">
            {news.open}
          </ButtonLink>
        </Section>
        <Section title={personal.title} hint={personal.lead}>
          <ButtonLink kind="outline" icon="user" to="/akun/data">
            {personal.open}
          </ButtonLink>
        </Section>
        <Section title={t.account.organizations} hint={t.account.organizationsLead}>
          {organizations.length === 0 ? (
            <p className="mb-3">{t.account.noOrganization}</p>
          ) : (
            <p className="mb-3">{organizations.join(", ")}</p>
          )}
          <ButtonLink kind="outline" to="/ruang">
            {t.account.organizations}
          </ButtonLink>
        </Section>
      </DocumentPaper>
    </Page>
  );
}

function SignOutButton() {
  const t = useMessages(accountMessages);
  return (
    <ActionForm action="/keluar">
      <Button kind="outline">{t.account.signOut}</Button>
    </ActionForm>
  );
}
