import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { ErrorSummary } from "~/components/error-summary";
import { Form, FormActions } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { acknowledgeDisbursement } from "~/features/disbursements/acknowledge-disbursement.server";
import { communityMoneyMessages } from "~/features/disbursements/community-messages";
import { terminPapers } from "~/features/disbursements/community-queries.server";
import { treasuryRoles } from "~/features/disbursements/disbursement";
import { acknowledgeSchema } from "~/features/disbursements/disbursement.schema";
import { disbursementMessages, disbursementRefusals } from "~/features/disbursements/disbursement-messages";
import { maskedAccount, ownProgram, ownTermin } from "~/features/disbursements/own-program.server";
import { misread, refused } from "~/features/identity/form-refusal";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { newId } from "~/kernel/ids";
import { formatRupiah } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { terbilang } from "~/kernel/terbilang";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.metaTitle ?? ""} · Sinergi` }];

export const loader = guardedLoader(community(...treasuryRoles), async (c) => {
  const program = await ownProgram(c);
  const termin = ownTermin(program, c.params.n);
  if (termin.disbursement?.status !== "executed") throw redirect(`/ruang/lembaga/program/${program.slug}`);
  const paper = (await terminPapers(c.db, program.id)).find((one) => one.trancheN === termin.n);
  return {
    metaTitle: communityMoneyMessages[c.language].acknowledge,
    formKey: newId(),
    program: { slug: program.slug, title: program.title },
    termin,
    account: paper && `${paper.bankName} ${maskedAccount(paper)}, ${paper.holderName}`,
  };
});

export const action = guardedAction(community(...treasuryRoles), async (c) => {
  const program = await ownProgram(c);
  const termin = ownTermin(program, c.params.n);
  const submission = parseWithZod(await c.form(), { schema: acknowledgeSchema });
  if (submission.status !== "success") return misread(submission);
  const input = { key: submission.value.kunci, proposalId: program.id, disbursementId: termin.disbursementId ?? "" };
  const outcome = await c.attempt(acknowledgeDisbursement, input);
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, disbursementRefusals);
  const headers = await flash(disbursementMessages[c.language].doneFlash.acknowledge);
  throw redirect(`/ruang/lembaga/program/${program.slug}`, { status: 303, headers });
});

export default function AcknowledgeDisbursement() {
  const { program, termin, account, formKey } = useLoaderData<typeof loader>();
  const t = useMessages(communityMoneyMessages);
  const language = useLanguage();
  const form = useFormState(useActionData<typeof action>()?.result);
  const back = `/ruang/lembaga/program/${program.slug}`;
  return (
    <Page narrow>
      <PageHead
        size="small"
        crumbs={[
          { href: "/ruang/lembaga", label: t.metaTitle },
          { href: back, label: program.title },
        ]}
        title={t.acknowledgeTitle(formatRupiah(termin.amount, language))}
        lead={t.acknowledgeLead}
      />
      <Box title={t.kuitansi}>
        <DescriptionList
          items={[
            { term: t.amount, value: <Money amount={termin.amount} /> },
            { term: t.inWords, value: <span lang="id">{terbilang(termin.amount)}</span> },
            { term: t.forWhat, value: `${t.termin(termin.n, termin.title)}, ${program.title}` },
            { term: t.from, value: t.fromWho },
            termin.reference && { term: t.reference, value: <span className="n">{spellReference(termin.reference)}</span> },
            termin.executedOn && { term: t.executedOn, value: <DayText value={termin.executedOn} /> },
            account && { term: t.account, value: account },
          ].flatMap((item) => item || [])}
        />
        <Form kunci={formKey} className="stack mt-5 [--gap:1.125rem]">
          <ErrorSummary form={form} />
          <Note>{t.notReceived}</Note>
          <FormActions>
            <Button size="large">{t.confirmReceived}</Button>
            <ButtonLink kind="quiet" to={back}>
              {t.back}
            </ButtonLink>
          </FormActions>
        </Form>
      </Box>
    </Page>
  );
}
