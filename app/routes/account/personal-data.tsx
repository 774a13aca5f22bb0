import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { ActionForm, Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { accountMessages } from "~/features/identity/account-messages";
import { misread, refused } from "~/features/identity/form-refusal";
import { attempting, guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { type ErasureObstacle, erasureObstacles } from "~/features/personal-data/erasure-obstacles.server";
import { personalDataMessages, personalDataRefusals } from "~/features/personal-data/personal-data-messages";
import { findErasure } from "~/features/personal-data/personal-data-queries.server";
import { erasureSchema } from "~/features/personal-data/personal-data.schema";
import { requestErasure } from "~/features/personal-data/request-erasure.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${personalDataMessages[data?.language ?? "id"].title} · Sinergi` },
];

export const loader = guardedLoader(signedIn, async (c) => ({
  language: c.language,
  erasure: (await findErasure(c.db, c.actor.userId)) ?? null,
  obstacles: await erasureObstacles(c.db, c.actor.userId),
}));

/** Asks that the account be erased. */
export const action = guardedAction(signedIn, async (c) => {
  const submission = parseWithZod(await c.form(), { schema: erasureSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await attempting(() => requestErasure(c.db, c.actor, submission.value));
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, personalDataRefusals);
  throw redirect("/akun/data", { status: 303, headers: await flash(personalDataMessages[c.language].requested) });
});

export default function PersonalData() {
  const { erasure, obstacles } = useLoaderData<typeof loader>();
  const t = useMessages(personalDataMessages);
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} crumbs={[{ href: "/akun", label: useMessages(accountMessages).account.title }]} />
      <DocumentPaper>
        <Section title={t.take} hint={t.takeHint}>
          <ButtonLink kind="outline" icon="dl" to="/akun/data/unduh">
            {t.takeButton}
          </ButtonLink>
        </Section>
        <Section title={t.erase} hint={t.eraseHint}>
          <p className="mb-3">{t.what}</p>
          <p className="mb-5">{t.stays}</p>
          {erasure ? (
            <Pending dueAt={erasure.dueAt} obstacles={erasure.blocked ? obstacles : []} />
          ) : obstacles.length > 0 ? (
            <Note tone="warn" title={t.blockedTitle}>
              <Obstacles obstacles={obstacles} />
            </Note>
          ) : (
            <Ask />
          )}
        </Section>
      </DocumentPaper>
    </Page>
  );
}

function Obstacles({ obstacles }: { obstacles: readonly ErasureObstacle[] }) {
  const texts = useMessages(personalDataRefusals);
  return (
    <ul className="list-disc pl-5">
      {obstacles.map(({ code, ...details }) => (
        <li key={`${code} ${Object.values(details).join(" ")}`}>{texts[code](details)}</li>
      ))}
    </ul>
  );
}

function Pending({ dueAt, obstacles }: { dueAt: Date; obstacles: readonly ErasureObstacle[] }) {
  const t = useMessages(personalDataMessages);
  return (
    <Note
      tone="warn"
      title={t.pendingTitle}
      actions={
        <ActionForm action="/akun/data/batal">
          <Button kind="outline">{t.cancel}</Button>
        </ActionForm>
      }
    >
      {t.pending} <DayText value={dueAt} form="instant" />.
      {obstacles.length > 0 && (
        <>
          {" "}
          {t.waiting}
          <Obstacles obstacles={obstacles} />
        </>
      )}
    </Note>
  );
}

function Ask() {
  const answer = useActionData<typeof action>();
  const t = useMessages(personalDataMessages);
  const form = useFormState(answer?.result, { texts: useMessages(personalDataRefusals) });
  return (
    <Form className="stack">
      <ErrorSummary form={form} />
      <TextField {...form.field("password")} label={t.password} type="password" autoComplete="current-password" required />
      <FormActions>
        <Button kind="danger">{t.button}</Button>
      </FormActions>
    </Form>
  );
}
