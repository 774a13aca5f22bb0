import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AccountLine } from "~/components/account-line";
import { StatusBadge } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { RecordList } from "~/components/record-list";
import { changePayee } from "~/features/disbursements/change-payee.server";
import { communityMoneyMessages } from "~/features/disbursements/community-messages";
import { payeeOfProgram } from "~/features/disbursements/community-queries.server";
import { treasuryRoles } from "~/features/disbursements/disbursement";
import { maskedAccount, ownProgram } from "~/features/disbursements/own-program.server";
import { payeeChangeMessages, payeeChangeRefusals } from "~/features/disbursements/payee-change-messages";
import { payeeChangesOf } from "~/features/disbursements/payee-change-queries.server";
import { misread, refused } from "~/features/identity/form-refusal";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { payeeChoices } from "~/features/proposals/draft-queries.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.metaTitle ?? ""} · Sinergi` }];

/** `/ruang/lembaga/program/:slug/rekening`: where a program's money goes from now on. */
export const loader = guardedLoader(community(...treasuryRoles), async (c) => {
  const program = await ownProgram(c);
  const payee = await payeeOfProgram(c.db, program.id);
  const ending = (number: string) => maskedAccount({ accountNumber: number });
  const choices = await payeeChoices(c.db, c.membership.organizationId);
  return {
    metaTitle: payeeChangeMessages[c.language].title,
    program: { slug: program.slug, title: program.title },
    payee: payee && { ...payee, accountNumber: ending(payee.accountNumber) },
    choices: choices.filter(({ id }) => id !== payee?.id),
    history: (await payeeChangesOf(c.db, program.id)).map((change) => ({
      ...change,
      fromNumber: ending(change.fromNumber),
      toNumber: ending(change.toNumber),
    })),
  };
});

const schema = z.object({
  payeeAccountId: z.string({ error: "payee_foreign" }),
  reason: z.string({ error: "payee_reason_missing" }).trim().max(400, "too_long"),
});

export const action = guardedAction(community(...treasuryRoles), async (c) => {
  const program = await ownProgram(c);
  const submission = parseWithZod(await c.form(), { schema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(changePayee, { proposalId: program.id, ...submission.value });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, payeeChangeRefusals);
  const headers = await flash(payeeChangeMessages[c.language].done);
  throw redirect(`/ruang/lembaga/program/${program.slug}`, { status: 303, headers });
});

export default function ChangePayee() {
  const { program, payee, choices, history } = useLoaderData<typeof loader>();
  const t = useMessages(payeeChangeMessages);
  const crumb = useMessages(communityMoneyMessages).metaTitle;
  const form = useFormState(useActionData<typeof action>()?.result, { texts: useMessages(payeeChangeRefusals) });
  return (
    <Page>
      <PageHead
        crumbs={[
          { href: "/ruang/lembaga", label: crumb },
          { href: `/ruang/lembaga/program/${program.slug}`, label: program.title },
        ]}
        title={t.title}
        lead={t.lead}
      />
      <DocumentPaper>
        <Section title={t.now}>
          {payee && <AccountLine bank={payee.bankName} number={payee.accountNumber} holder={payee.holderName} />}
        </Section>
        <Section title={t.account}>
          {choices.length === 0 ? (
            <>
              <p className="muted mb-3">{t.none}</p>
              <ButtonLink to="/ruang/lembaga/rekening">{t.toAccounts}</ButtonLink>
            </>
          ) : (
            <Form className="stack">
              <ErrorSummary form={form} />
              <RadioGroup
                {...form.field("payeeAccountId")}
                label={t.account}
                options={choices.map((choice) => ({
                  value: choice.id,
                  label: `${choice.bankName} •••• ${choice.ending}`,
                  hint: choice.verified ? choice.holderName : `${choice.holderName}, ${t.unverified}`,
                }))}
              />
              <TextArea {...form.field("reason")} label={t.reason} hint={t.reasonHint} rows={2} maxLength={400} required />
              <FormActions>
                <Button kind="danger">{t.send}</Button>
              </FormActions>
            </Form>
          )}
        </Section>
        {history.length > 0 && (
          <Section title={t.history}>
            <RecordList
              items={history.map((change) => ({
                key: change.id,
                title: t.from(`${change.fromBank} ${change.fromNumber}`, `${change.toBank} ${change.toNumber}`),
                meta: <DayText value={change.changedAt} form="instant" />,
                note: change.reason,
                side: change.checkedAt ? (
                  <StatusBadge tone="ok">{t.checked}</StatusBadge>
                ) : (
                  <StatusBadge tone="info">{t.waiting}</StatusBadge>
                ),
              }))}
            />
          </Section>
        )}
      </DocumentPaper>
    </Page>
  );
}
