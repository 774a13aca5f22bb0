import type { ReactNode } from "react";
import { AccountLine } from "~/components/account-line";
import { StatusBadge } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { ErrorSummary } from "~/components/error-summary";
import { DateField, TextArea } from "~/components/field";
import { ActionForm, Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { Aside, Panel } from "~/components/panel";
import { freezeMessages } from "~/features/freezes/freeze-messages";
import { FreezeNotes } from "~/features/freezes/freeze-notes";
import { formatDay } from "~/kernel/dates";
import { directoryMessages } from "./directory-messages";
import type { DirectoryData } from "./directory-page.server";
import { DocumentCheck } from "./document-check";
import { organizationsMessages, organizationsRefusals } from "./organizations-messages";
import { IdentifierList } from "~/features/identifiers/identifier-list";
import { registrationMessages } from "./registration-messages";
import { StandingBadge } from "./standing-badge";
import { standingMessages } from "./standing-messages";

type Answer = { result?: Parameters<typeof useFormState>[0]; documentId?: string | null } | undefined;

/** One organisation at the desk: look at every document, then decide. */
export function DirectoryOrganizationPage({ data, answer, children }: { data: DirectoryData; answer: Answer; children?: ReactNode }) {
  const t = useMessages(directoryMessages);
  const language = useLanguage();
  const names = useMessages(organizationsMessages);
  const freezing = useMessages(freezeMessages);
  const { former } = useMessages(standingMessages);
  const { organization } = data;
  const element = language === "id" ? organization.elementId : organization.elementEn;
  return (
    <Page wide>
      <PageHead
        size="small"
        crumbs={[{ href: "/admin/anggota", label: t.back }]}
        title={organization.name}
        meta={[organization.companyType ? names.companyTypes[organization.companyType] : element, organization.area]
          .filter(Boolean)
          .join(" · ")}
        actions={<StandingBadge view={data.view} />}
      />
      <FreezeNotes freezes={data.freezes} />
      <div className="two">
        <DocumentPaper>
          <Section title={t.documentsTitle} hint={t.documentsHint}>
            {data.kinds.map((kind) => (
              <DocumentCheck
                key={kind.code}
                kind={kind}
                document={data.documents.find((one) => one.kind === kind.code)}
                data={data}
                answer={answer}
              />
            ))}
            {data.former > 0 && (
              <p className="hint mt-3">
                <a href={`/admin/anggota/${organization.id}/riwayat`}>{former(data.former)}</a>
              </p>
            )}
          </Section>
          {organization.kind === "community" && <Accounts data={data} />}
          {children}
          <Facts data={data} />
          <Section title={t.numbers} hint={t.numbersHint}>
            <IdentifierList items={data.identifiers} mayReveal={data.mayReveal} />
          </Section>
          <Section title={t.members} hint={t.membersHint}>
            <DescriptionList
              items={data.members.map((member) => ({
                term: member.name,
                value: member.roles.map((role) => names.roles[role]).join(", "),
              }))}
            />
          </Section>
        </DocumentPaper>
        <Aside>
          <Decision data={data} answer={answer?.documentId === null ? answer : undefined} />
          <ButtonLink kind="quiet" block to={`/admin/anggota/${organization.id}/pembekuan`} className="mt-4">
            {freezing.open(data.freezes.length)}
          </ButtonLink>
        </Aside>
      </div>
    </Page>
  );
}

function Accounts({ data }: { data: DirectoryData }) {
  const t = useMessages(directoryMessages);
  const states = useMessages(standingMessages).payee;
  const kinds = useMessages(organizationsMessages).payeeKinds;
  return (
    <Section title={t.accountsTitle} hint={t.accountsHint}>
      {data.accounts.length === 0 && <p className="muted">{t.noAccounts}</p>}
      {data.accounts.map((account) => (
        <div className="mb-5" key={account.id}>
          <AccountLine
            bank={account.bankName}
            number={account.accountNumber}
            holder={account.holderName}
            badge={
              account.verifiedAt ? (
                <StatusBadge tone="ok">{states.verified}</StatusBadge>
              ) : (
                <StatusBadge tone="info">{states.waiting}</StatusBadge>
              )
            }
          />
          <p className="small muted mt-2">
            {kinds[account.kind]}
            {account.villageRegulation && `, ${states.regulation} ${account.villageRegulation}`} · {states.since}{" "}
            <DayText value={account.createdAt} />
            {account.proofFileId && (
              <>
                {" "}
                · <a href={`/berkas/${account.proofFileId}`}>{states.proof}</a>
              </>
            )}
          </p>
          {account.sharedWith.length > 0 && (
            <Note tone="warn" className="mt-2">
              {t.shared(account.sharedWith.join(", "))}
            </Note>
          )}
          {data.mayCheck && !account.verifiedAt && (
            <ActionForm action={`/admin/anggota/${data.organization.id}/rekening/${account.id}`} className="block mt-3">
              <Button kind="outline">{t.verify}</Button>
              <p className="hint">{t.verifyHint}</p>
            </ActionForm>
          )}
        </div>
      ))}
    </Section>
  );
}

function Facts({ data: { organization } }: { data: DirectoryData }) {
  const t = useMessages(directoryMessages);
  const forms = useMessages(registrationMessages).form;
  return (
    <Section title={t.facts} hint={t.factsHint}>
      <DescriptionList
        items={[
          { term: t.address, value: organization.address },
          organization.legalForm !== null && { term: forms.legalForm, value: forms.legalForms[organization.legalForm] },
          organization.sponsorName !== null && { term: t.sponsor, value: organization.sponsorName },
          { term: t.registered, value: <DayText value={organization.createdAt} /> },
        ]}
      />
      {organization.about && <p className="prose mt-4">{organization.about}</p>}
    </Section>
  );
}

function Decision({ data, answer }: { data: DirectoryData; answer: Answer }) {
  const t = useMessages(directoryMessages);
  const language = useLanguage();
  const form = useFormState(answer?.result, { defaults: { validUntil: data.suggested }, texts: useMessages(organizationsRefusals) });
  return (
    <Panel>
      <h2 className="[font-size:var(--text-lg)] mb-3">{t.decision}</h2>
      <DescriptionList
        items={[
          { term: t.standing, value: <StandingBadge view={data.view} /> },
          data.organization.standingValidUntil !== null && {
            term: t.until,
            value: <DayText value={data.organization.standingValidUntil} />,
          },
          data.organization.standingDecidedAt !== null && {
            term: t.checkedAt,
            value: <DayText value={data.organization.standingDecidedAt} />,
          },
        ]}
      />
      {data.organization.standingNote && <p className="small whitespace-pre-line mt-3">{data.organization.standingNote}</p>}
      {data.mayDecide ? (
        <Form className="stack mt-4">
          <ErrorSummary form={form} />
          <Hidden values={{ aksi: "keputusan" }} />
          <RadioGroup
            {...form.field("decision")}
            label={t.decision}
            options={(["approve", "revise", "reject"] as const).map((value) => ({
              value,
              label: t.decisions[value],
              hint: t.decisionHints[value],
              disabled: value === "approve" && !data.provable,
            }))}
          />
          <DateField
            {...form.field("validUntil")}
            label={t.validUntil}
            hint={data.latest ? t.validUntilHint(formatDay(data.latest, language)) : undefined}
          />
          <TextArea {...form.field("note")} label={t.reason} hint={t.reasonHint} rows={5} maxLength={2000} />
          <FormActions>
            <Button>{t.decide}</Button>
          </FormActions>
          <p className="hint">{t.decisionHint}</p>
        </Form>
      ) : (
        <p className="hint">{t.readOnly}</p>
      )}
    </Panel>
  );
}
