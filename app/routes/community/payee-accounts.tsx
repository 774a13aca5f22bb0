import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountLine } from "~/components/account-line";
import { StatusBadge } from "~/components/badge";
import { Button } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { DayText } from "~/components/day-text";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { Fields, TextField } from "~/components/field";
import { FileField } from "~/components/file-field";
import { ActionForm, Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { filesRefusals } from "~/features/files/files-messages";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { organizationsErrors, organizationsMessages, organizationsRefusals } from "~/features/organizations/organizations-messages";
import type { PayeeAccountView } from "~/features/organizations/payee-account-queries.server";
import { type PayeeData, addAccount, loadPayeeAccounts } from "~/features/organizations/payee-page.server";
import { standingMessages } from "~/features/organizations/standing-messages";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${standingMessages[data?.language ?? "id"].payee.accounts} · Sinergi` },
];

export const loader = guardedLoader(community(), loadPayeeAccounts);

export const action = guardedAction(community(), addAccount);

export default function PayeeAccounts() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(standingMessages).payee;
  return (
    <Page>
      <PageHead title={t.title(data.accounts.length)} lead={t.lead} meta={data.organization.name} />
      <DocumentPaper>
        <Section title={t.accounts}>
          {data.accounts.length === 0 && <EmptyState title={t.title(0)} />}
          {data.accounts.map((account) => (
            <Account key={account.id} account={account} data={data} />
          ))}
        </Section>
        {data.mayChange && (
          <Section title={t.add} hint={t.addHint}>
            <AddAccount data={data} result={answer?.result} />
          </Section>
        )}
      </DocumentPaper>
    </Page>
  );
}

function Account({ account, data }: { account: PayeeAccountView; data: PayeeData }) {
  const t = useMessages(standingMessages).payee;
  const kinds = useMessages(organizationsMessages).payeeKinds;
  return (
    <div className="mb-5">
      <AccountLine
        bank={account.bankName}
        number={account.accountNumber}
        holder={account.holderName}
        badge={account.verifiedAt ? <StatusBadge tone="ok">{t.verified}</StatusBadge> : <StatusBadge tone="info">{t.waiting}</StatusBadge>}
      />
      <div className="hh mt-2">
        <p className="small muted">
          {kinds[account.kind]}
          {account.villageRegulation && `, ${t.regulation} ${account.villageRegulation}`} · {t.since} <DayText value={account.createdAt} />
          {account.proofFileId && (
            <>
              {" "}
              · <a href={`/berkas/${account.proofFileId}`}>{t.proof}</a>
            </>
          )}
        </p>
        {data.mayChange && (
          <ActionForm
            action={`/ruang/lembaga/rekening/${account.id}/tutup`}
            hidden={{ organizationId: data.organization.id }}
            confirm={{ title: t.closeTitle, text: t.closeText, button: t.close, danger: true }}
          >
            <Button kind="quiet">{t.close}</Button>
          </ActionForm>
        )}
      </div>
    </div>
  );
}

function AddAccount({ data, result }: { data: PayeeData; result: Parameters<typeof useFormState>[0] }) {
  const t = useMessages(standingMessages).payee;
  const kinds = useMessages(organizationsMessages).payeeKinds;
  const texts = { ...useMessages(filesRefusals), ...useMessages(organizationsRefusals), ...useMessages(organizationsErrors) };
  const form = useFormState(result, { texts, defaults: { kind: data.kinds[0] } });
  return (
    <Form kunci={data.key} upload>
      <ErrorSummary form={form} />
      <Hidden values={{ organizationId: data.organization.id }} />
      <RadioGroup
        {...form.field("kind")}
        label={t.kind}
        options={data.kinds.map((kind) => ({
          value: kind,
          label: kind === "sponsor" && data.organization.sponsorName ? `${kinds[kind]}: ${data.organization.sponsorName}` : kinds[kind],
          hint: t.kindHints[kind],
        }))}
      />
      <Fields columns={2}>
        <TextField {...form.field("bankName")} label={t.bank} maxLength={60} required />
        <TextField {...form.field("accountNumber")} label={t.number} inputMode="numeric" maxLength={30} required />
        <TextField {...form.field("holderName")} label={t.holder} hint={t.holderHint} maxLength={100} required />
        <TextField {...form.field("villageRegulation")} label={t.regulationLabel} hint={t.regulationHint} maxLength={60} optional />
      </Fields>
      <FileField {...form.field("proof")} label={t.proofLabel} kinds={["image", "pdf"]} optional />
      <FormActions>
        <Button>{t.save}</Button>
      </FormActions>
    </Form>
  );
}
