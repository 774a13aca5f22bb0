import type { SubmissionResult } from "@conform-to/react";
import { Button, ButtonLink } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { UploadList } from "~/components/document-list";
import { ErrorSummary } from "~/components/error-summary";
import { DateField, Fields, TextField } from "~/components/field";
import { FileField } from "~/components/file-field";
import { ActionForm, Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { Aside, Panel } from "~/components/panel";
import { filesRefusals } from "~/features/files/files-messages";
import { identifierMessages, identifierRefusals } from "~/features/identifiers/identifier-messages";
import { legalForms, workspaceOf } from "./organization";
import { organizationsErrors, organizationsRefusals } from "./organizations-messages";
import { registrationMessages } from "./registration-messages";
import { DocumentBadge, StandingBadge, documentState } from "./standing-badge";
import { standingMessages } from "./standing-messages";
import type { StandingData } from "./standing-page.server";
import type { DocumentKindView, StandingDocumentView } from "./standing-queries.server";

type Answer = { result?: SubmissionResult<string[]> } | undefined;

/** How an organisation stands: what is proven, what is missing, what the desk says, and the form for one document. */
export function StandingPage({ data, answer }: { data: StandingData; answer: Answer }) {
  const t = useMessages(standingMessages);
  return (
    <Page>
      <PageHead title={t.titles[data.view]} lead={t.leads[data.view]} meta={data.organization.name} />
      {data.organization.standingNote && (
        <Note tone={data.view === "rejected" ? "bad" : "warn"} title={t.noteTitle} className="mb-5">
          <p className="whitespace-pre-line">{data.organization.standingNote}</p>
        </Note>
      )}
      <div className="two">
        <DocumentPaper>
          {data.adding && <AddDocument data={data} kind={data.adding} answer={answer} />}
          <Section title={t.documents} hint={t.documentsHint}>
            <Documents data={data} />
            {data.former > 0 && (
              <p className="hint mt-3">
                <a href={`${workspaceOf(data.organization.kind)}/legalitas/riwayat`}>{t.former(data.former)}</a>
              </p>
            )}
          </Section>
          {data.mayChangeForm && <LegalFormSection data={data} answer={answer} />}
        </DocumentPaper>
        <Aside>
          <State data={data} />
        </Aside>
      </div>
    </Page>
  );
}

function Documents({ data }: { data: StandingData }) {
  const t = useMessages(standingMessages);
  const language = useLanguage();
  return (
    <UploadList
      items={data.kinds.map((kind) => {
        const document = data.documents.find((one) => one.kind === kind.code);
        return {
          name: (
            <>
              {language === "id" ? kind.nameId : kind.nameEn}
              {!kind.required && <span className="muted"> ({t.optional})</span>}
            </>
          ),
          note: document ? <DocumentFacts document={document} /> : language === "id" ? kind.hintId : kind.hintEn,
          badge: <DocumentBadge state={documentState(document, data.today)} />,
          actions: (
            <ButtonLink kind="quiet" to={`?dokumen=${kind.code}#unggah`}>
              {document ? t.replace : t.add}
            </ButtonLink>
          ),
        };
      })}
    />
  );
}

/** What a document says of itself, and its file. */
export function DocumentFacts({ document }: { document: StandingDocumentView }) {
  const t = useMessages(standingMessages);
  return (
    <>
      <span className="n">{document.number}</span> · {document.issuer} · <DayText value={document.issuedOn} />
      {document.validUntil && (
        <>
          {" "}
          · {t.validUntil.toLowerCase()} <DayText value={document.validUntil} />
        </>
      )}{" "}
      · <a href={`/berkas/${document.fileId}`}>{t.open}</a>
      {document.note && (
        <span className="block">
          <b>{t.noteTitle}:</b> {document.note}
        </span>
      )}
    </>
  );
}

function AddDocument({ data, kind, answer }: { data: StandingData; kind: DocumentKindView; answer: Answer }) {
  const t = useMessages(standingMessages);
  const language = useLanguage();
  const numbers = useMessages(identifierMessages).kinds;
  const texts = {
    ...useMessages(filesRefusals),
    ...useMessages(identifierRefusals),
    ...useMessages(organizationsRefusals),
    ...useMessages(organizationsErrors),
  };
  const form = useFormState(answer?.result, { texts });
  return (
    <Section
      id="unggah"
      title={t.addTitle(language === "id" ? kind.nameId : kind.nameEn)}
      hint={language === "id" ? kind.hintId : kind.hintEn}
    >
      <Form kunci={data.key} upload>
        <ErrorSummary form={form} />
        <Hidden values={{ organizationId: data.organization.id, kind: kind.code }} />
        <Fields columns={2}>
          <TextField
            {...form.field("number")}
            label={kind.identifier ? numbers[kind.identifier] : t.numberLabel}
            inputMode={kind.identifier ? "numeric" : undefined}
            maxLength={80}
            required
          />
          <TextField {...form.field("issuer")} label={t.issuerLabel} maxLength={120} required />
          <DateField {...form.field("issuedOn")} label={t.issuedOn} required />
          <DateField
            {...form.field("validUntil")}
            label={kind.holdsTerm ? t.termEnds : t.validUntil}
            optional={!kind.hasExpiry}
            required={kind.hasExpiry}
          />
        </Fields>
        <FileField {...form.field("file")} label={t.fileLabel} kinds={["image", "pdf"]} required />
        <FormActions>
          <Button>{t.save}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

function LegalFormSection({ data, answer }: { data: StandingData; answer: Answer }) {
  const t = useMessages(standingMessages);
  const names = useMessages(registrationMessages).form;
  const texts = { ...useMessages(organizationsRefusals), ...useMessages(organizationsErrors) };
  const form = useFormState(data.adding ? undefined : answer?.result, { texts });
  return (
    <Section title={names.legalForm} hint={t.legalFormHint}>
      <Form className="stack">
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "bentuk", organizationId: data.organization.id }} />
        <RadioGroup
          {...form.field("legalForm")}
          label={names.legalForm}
          defaultValue={form.field("legalForm").defaultValue ?? data.organization.legalForm ?? undefined}
          options={legalForms.map((value) => ({ value, label: names.legalForms[value], hint: names.legalFormHints[value] }))}
        />
        <FormActions>
          <Button kind="outline">{t.legalFormSave}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

function State({ data }: { data: StandingData }) {
  const t = useMessages(standingMessages);
  const refusals = useMessages(organizationsRefusals);
  const language = useLanguage();
  const forms = useMessages(registrationMessages).form;
  const { organization, view } = data;
  const termKind = data.kinds.find((kind) => kind.holdsTerm);
  const term = data.documents.find((document) => document.kind === termKind?.code);
  const renewable = organization.standing === "approved" && data.documents.some((document) => document.status === "submitted");
  const open = organization.standing === "draft" || organization.standing === "revision_requested" || organization.standing === "rejected";
  return (
    <Panel>
      <h2 className="[font-size:var(--text-lg)] mb-3">{t.state}</h2>
      <DescriptionList
        items={[
          { term: t.status, value: <StandingBadge view={view} /> },
          organization.standingValidUntil !== null && { term: t.until, value: <DayText value={organization.standingValidUntil} /> },
          { term: t.element, value: (language === "id" ? organization.elementId : organization.elementEn) ?? "" },
          organization.legalForm !== null && { term: forms.legalForm, value: forms.legalForms[organization.legalForm] },
          term !== undefined && {
            term: t.term,
            value: (
              <>
                <DayText value={term.issuedOn} /> – {term.validUntil && <DayText value={term.validUntil} />}
              </>
            ),
          },
          { term: t.area, value: organization.area ?? "" },
          organization.sponsorName !== null && { term: t.sponsor, value: organization.sponsorName },
          { term: t.basis, value: organization.legalBasis ?? "" },
        ]}
      />
      {data.maySubmit && (open || renewable) && (
        <ActionForm hidden={{ aksi: "kirim", organizationId: organization.id }} className="block mt-4">
          <Button block disabled={data.missing.length > 0}>
            {renewable ? t.renew : t.submit}
          </Button>
          <p className="hint">
            {data.missing.length > 0 ? refusals.standing_documents_missing({ count: data.missing.length }) : t.submitHint}
          </p>
        </ActionForm>
      )}
    </Panel>
  );
}
