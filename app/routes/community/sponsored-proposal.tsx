import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { Table } from "~/components/table";
import { misread, refused } from "~/features/identity/form-refusal";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { answerConsent } from "~/features/proposals/answer-consent.server";
import { consentMessages, consentRefusals } from "~/features/proposals/consent-messages";
import { consentOf } from "~/features/proposals/consent-queries.server";
import { findDraft } from "~/features/proposals/draft-queries.server";
import { ContributionTable } from "~/features/proposals/plan/contribution-table";
import { amountOfLine, budgetTotal } from "~/features/proposals/proposal-draft";
import { formatDay } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import { formatRupiah } from "~/kernel/money";
import { flash } from "~/platform/flash.server";
import { communityPowers } from "~/features/identity/powers";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.draft.title ?? ""} · Sinergi` }];

/** `/ruang/lembaga/naungan/usulan/:id`: a proposal of somebody sponsored, for the sponsor to read and co-sign. */
export const loader = guardedLoader(community(), async (c) => {
  const id = c.params.id ?? "";
  const record = isId(id) ? await findDraft(c.db, id) : undefined;
  const consent = record && (await consentOf(c.db, id));
  if (!record || !consent?.consentId || consent.sponsor?.id !== c.membership.organizationId) throw new Response(null, { status: 404 });
  const { draft, version, organizationName } = record;
  return {
    draft,
    version,
    organizationName,
    state: consent.state,
    maySign: c.membership.roles.some((role) => role === "chair"),
    total: budgetTotal(draft.lines),
  };
});

const schema = z.object({
  versi: z.coerce.number(),
  jawaban: z.enum(["beri", "tolak"]),
  note: z.string().trim().max(600, "too_long").default(""),
});

export const action = guardedAction(community(...communityPowers.submits_proposals), async (c) => {
  const submission = parseWithZod(await c.form(), { schema });
  if (submission.status !== "success") return misread(submission);
  const { versi: version, jawaban, note } = submission.value;
  const outcome = await c.attempt(answerConsent, { proposalId: c.params.id ?? "", version, give: jawaban === "beri", note });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, consentRefusals);
  throw redirect("/ruang/lembaga/naungan", { status: 303, headers: await flash(consentMessages[c.language].answered) });
});

export default function SponsoredProposal() {
  const { draft, version, organizationName, state, maySign, total } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(consentMessages).sign;
  const language = useLanguage();
  const form = useFormState(answer?.result, { texts: useMessages(consentRefusals) });
  const money = (amount: bigint) => formatRupiah(amount, language);
  return (
    <Page>
      <PageHead
        crumbs={[{ href: "/ruang/lembaga/naungan", label: t.back }]}
        title={t.title(organizationName)}
        lead={t.lead}
        meta={<span lang="id">{draft.title}</span>}
      />
      <DocumentPaper>
        <Section title={t.summary}>
          <p lang="id">{draft.summary}</p>
        </Section>
        <Section title={t.story}>
          <p className="prose whitespace-pre-line" lang="id">
            {draft.story}
          </p>
        </Section>
        <Section title={t.budget}>
          <Table
            label={t.budget}
            rows={draft.lines}
            rowKey={(line) => line.id}
            columns={[
              { head: t.line, cell: (line) => <span lang="id">{line.description}</span> },
              { head: t.amount, label: t.amount, align: "right", cell: (line) => money(amountOfLine(line) ?? 0n) },
            ]}
            foot={[t.total, money(total)]}
          />
          {draft.contributions.length > 0 && <ContributionTable rows={draft.contributions} />}
        </Section>
        <Section title={t.tranches}>
          <Table
            label={t.tranches}
            rows={draft.tranches.map((tranche, index) => ({ ...tranche, n: index + 1 }))}
            rowKey={(tranche) => String(tranche.n)}
            columns={[
              { head: t.line, cell: (tranche) => <span lang="id">{`${tranche.n}. ${tranche.title}`}</span> },
              { head: t.amount, label: t.amount, align: "right", cell: (tranche) => money(tranche.amount ?? 0n) },
              { head: "", label: "", cell: (tranche) => tranche.plannedOn && formatDay(tranche.plannedOn, language) },
            ]}
          />
        </Section>
        <Section title={t.give}>
          {state === "asked" && maySign ? (
            <Form className="stack">
              <ErrorSummary form={form} />
              <p>{t.declare}</p>
              <Hidden values={{ versi: version }} />
              <TextArea {...form.field("note")} label={t.note} hint={t.noteHint} rows={3} maxLength={600} />
              <FormActions>
                <Button name="jawaban" value="beri" icon="check">
                  {t.give}
                </Button>
                <Button name="jawaban" value="tolak" kind="danger-quiet">
                  {t.refuse}
                </Button>
              </FormActions>
            </Form>
          ) : (
            <>
              <ErrorSummary form={form} />
              <Note>{t.nothing}</Note>
            </>
          )}
        </Section>
      </DocumentPaper>
    </Page>
  );
}
