import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { Form, FormActions } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { RecordList } from "~/components/record-list";
import { amendableStatuses, isOpen, partPaths } from "~/features/amendments/amendment";
import { ReasonFields } from "~/features/amendments/amendment-editor";
import { amendmentMessages } from "~/features/amendments/amendment-messages";
import { amendmentsOf } from "~/features/amendments/amendment-queries.server";
import { AmendmentBadge } from "~/features/amendments/amendment-reading";
import { amendmentReasonSchema } from "~/features/amendments/amendment.schema";
import { amendmentRefusals } from "~/features/amendments/desk-messages";
import { amendmentEditorMessages } from "~/features/amendments/editor-messages";
import { historyMessages } from "~/features/amendments/history-messages";
import { startAmendment } from "~/features/amendments/start-amendment.server";
import { ownProgram } from "~/features/disbursements/own-program.server";
import { holds } from "~/features/identity/actor";
import { misread, refused } from "~/features/identity/form-refusal";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { blockedBy } from "~/features/organizations/blocked.server";
import { BlockedNotes } from "~/features/organizations/blocked-notes";
import { communityPowers } from "~/features/identity/powers";
import { formatDay } from "~/kernel/dates";
import { newId } from "~/kernel/ids";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${amendmentEditorMessages[data?.language ?? "id"].title}: ${data?.program.title ?? ""} · Sinergi` },
];

/** `/ruang/lembaga/program/:slug/adendum`: the amendments of a program, and the way to a new one. */
export const loader = guardedLoader(community(), async (c) => {
  const { slug, title, status, id } = await ownProgram(c);
  return {
    language: c.language,
    program: { slug, title },
    blocked: await blockedBy(c.db, c.membership.organizationId),
    amendments: await amendmentsOf(c.db, id, { own: true }),
    mayWrite: holds(c.membership, communityPowers.writes_amendments),
    amendable: amendableStatuses.some((one) => one === status),
    kunci: newId(),
  };
});

export const action = guardedAction(community(...communityPowers.writes_amendments), async (c) => {
  const program = await ownProgram(c);
  const form = await c.form();
  const submission = parseWithZod(form, { schema: amendmentReasonSchema });
  if (submission.status !== "success") return misread(submission);
  const started = await c.attempt(startAmendment, { key: String(form.get("kunci") ?? ""), proposalId: program.id, ...submission.value });
  if (!started.ok) return refused(submission, started.refusal, c.language, amendmentRefusals);
  throw redirect(`/ruang/lembaga/program/${program.slug}/adendum/${started.value.n}/${partPaths.budget}`, { status: 303 });
});

export default function Amendments() {
  const { program, blocked, amendments, mayWrite, amendable, kunci } = useLoaderData<typeof loader>();
  const t = useMessages(amendmentEditorMessages);
  const words = useMessages(amendmentMessages);
  const h = useMessages(historyMessages);
  const language = useLanguage();
  const form = useFormState(useActionData<typeof action>()?.result, { texts: useMessages(amendmentRefusals) });
  const open = amendments.find(({ status }) => isOpen(status));
  const address = (n: number) => `/ruang/lembaga/program/${program.slug}/adendum/${n}/${partPaths.review}`;
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/ruang/lembaga/program/${program.slug}`, label: program.title }]}
        title={t.title}
        lead={t.lead}
        actions={
          <ButtonLink kind="outline" to={`/program/${program.slug}/riwayat`}>
            {h.link}
          </ButtonLink>
        }
      />
      <BlockedNotes blocked={blocked} deed="proposals" />
      <DocumentPaper>
        <Section title={h.title} hint={h.never}>
          <RecordList
            empty={<p className="muted">{t.none}</p>}
            items={amendments.map((one) => ({
              key: String(one.n),
              to: address(one.n),
              title: `${words.name(one.n)}: ${words.reasonCode[one.reasonCode].toLowerCase()}`,
              meta: formatDay(one.submittedAt ?? one.createdAt, language),
              note: one.ending ? words.ending[one.ending] : undefined,
              side: <AmendmentBadge status={one.status} />,
            }))}
          />
        </Section>
        {mayWrite && (
          <Section title={t.start} id="mulai">
            {open ? (
              <Note title={t.openNow} actions={<ButtonLink to={address(open.n)}>{t.open}</ButtonLink>} />
            ) : amendable ? (
              <Form kunci={kunci}>
                <ReasonFields form={form} />
                <p className="hint">{t.startHint}</p>
                <FormActions>
                  <Button>{t.start}</Button>
                </FormActions>
              </Form>
            ) : (
              <p>{t.closed}</p>
            )}
          </Section>
        )}
      </DocumentPaper>
    </Page>
  );
}
