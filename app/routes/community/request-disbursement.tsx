import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountLine } from "~/components/account-line";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { communityMoneyMessages } from "~/features/disbursements/community-messages";
import { payeeOfProgram } from "~/features/disbursements/community-queries.server";
import { treasuryRoles } from "~/features/disbursements/disbursement";
import { requestSchema } from "~/features/disbursements/disbursement.schema";
import { disbursementMessages, disbursementRefusals } from "~/features/disbursements/disbursement-messages";
import { maskedAccount, ownProgram } from "~/features/disbursements/own-program.server";
import { requestDisbursement } from "~/features/disbursements/request-disbursement.server";
import { TerminConditions } from "~/features/disbursements/termin-conditions-box";
import { misread, refused } from "~/features/identity/form-refusal";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { blockedBy } from "~/features/organizations/blocked.server";
import { BlockedNotes } from "~/features/organizations/blocked-notes";
import { newId } from "~/kernel/ids";
import { formatRupiah } from "~/kernel/money";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.metaTitle ?? ""} · Sinergi` }];

export const loader = guardedLoader(community(...treasuryRoles), async (c) => {
  const program = await ownProgram(c);
  if (!program.next) throw redirect(`/ruang/lembaga/program/${program.slug}`);
  const payee = await payeeOfProgram(c.db, program.id);
  return {
    metaTitle: communityMoneyMessages[c.language].request(program.next.n),
    formKey: newId(),
    blocked: await blockedBy(c.db, c.membership.organizationId),
    program,
    next: program.next,
    payee: payee && { ...payee, accountNumber: maskedAccount(payee) },
  };
});

export const action = guardedAction(community(...treasuryRoles), async (c) => {
  const program = await ownProgram(c);
  const submission = parseWithZod(await c.form(), { schema: requestSchema });
  if (submission.status !== "success") return misread(submission);
  const { kunci: key, termin: trancheN, note } = submission.value;
  const outcome = await c.attempt(requestDisbursement, { key, proposalId: program.id, trancheN, note });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, disbursementRefusals);
  const headers = await flash(disbursementMessages[c.language].doneFlash.request);
  throw redirect(`/ruang/lembaga/program/${program.slug}`, { status: 303, headers });
});

export default function RequestDisbursement() {
  const { blocked, program, next, payee, formKey } = useLoaderData<typeof loader>();
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
        title={next.obstacle ? t.obstacleTitle : t.requestTitle(next.n, formatRupiah(next.amount, language))}
        lead={next.obstacle ? undefined : t.requestLead}
      />
      <BlockedNotes blocked={blocked} deed="disbursements" />
      {next.obstacle ? (
        <div className="stack [--gap:1.25rem]">
          <ErrorSummary form={form} />
          <TerminConditions next={next} />
          <FormActions>
            {next.obstacle.code === "payee_unverified" && <ButtonLink to="/ruang/lembaga/rekening">{t.toPayee}</ButtonLink>}
            {next.obstacle.code === "previous_not_reported" && (
              <ButtonLink to={`${back}/laporan/${next.obstacle.previous}`}>{t.toReport(next.obstacle.previous)}</ButtonLink>
            )}
            <ButtonLink kind="outline" to={back}>
              {t.back}
            </ButtonLink>
          </FormActions>
        </div>
      ) : (
        <Box title={t.termin(next.n, next.title)}>
          {payee && <AccountLine bank={payee.bankName} number={payee.accountNumber} holder={payee.holderName} />}
          <Form kunci={formKey} className="stack mt-5 [--gap:1.125rem]">
            <ErrorSummary form={form} />
            <Hidden values={{ termin: next.n }} />
            <TextArea {...form.field("note")} label={t.note} hint={t.noteHint} rows={3} maxLength={500} optional />
            <FormActions>
              <Button size="large">{t.sendRequest}</Button>
              <ButtonLink kind="quiet" to={back}>
                {t.back}
              </ButtonLink>
            </FormActions>
          </Form>
        </Box>
      )}
    </Page>
  );
}
