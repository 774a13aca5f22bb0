import type { ReactNode } from "react";
import { StatusBadge } from "~/components/badge";
import { Button } from "~/components/button";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { SelectField, TextField } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { RecordList } from "~/components/record-list";
import { sponsorshipMessages, sponsorshipRefusals } from "./sponsorship-messages";
import type { SponsorshipView } from "./sponsorship-queries.server";
import type { SponsorshipsData } from "./sponsorships-page.server";

type Answer = { about: string; result?: Parameters<typeof useFormState>[0] } | undefined;

/** Whom an organisation sponsors, who asks it to, and who sponsors it. */
export function SponsorshipsPage({ data, answer, children }: { data: SponsorshipsData; answer: Answer; children?: ReactNode }) {
  const t = useMessages(sponsorshipMessages);
  const result = (id: string) => (answer?.about === id ? answer.result : null);
  return (
    <Page>
      <PageHead title={t.heading(data.asked.length, data.sponsored.length)} lead={t.lead} />
      <DocumentPaper>
        {children}
        {data.asked.length > 0 && (
          <Section title={t.asked} hint={t.chairOnly}>
            {data.asked.map((one) => (
              <div className="mb-5" key={one.id}>
                <Side view={one} name={one.sponsoredName} />
                {data.mayDecide && <AnswerForm view={one} result={result(one.id)} />}
              </div>
            ))}
          </Section>
        )}
        <Section title={t.sponsored}>
          {data.sponsored.length === 0 && <p className="muted">{t.noSponsored}</p>}
          {data.sponsored.map((one) => (
            <div className="mb-5" key={one.id}>
              <Side view={one} name={one.sponsoredName} />
              {data.mayDecide && <EndForm view={one} result={result(one.id)} />}
            </div>
          ))}
        </Section>
        <Section title={t.own}>
          {data.own ? (
            <>
              <Side view={data.own} name={data.own.sponsorName} />
              {data.mayDecide && <EndForm view={data.own} result={result(data.own.id)} />}
            </>
          ) : (
            <>
              <p className="muted">{t.noOwn}</p>
              {data.mayDecide && <AskForm data={data} result={result("")} />}
            </>
          )}
        </Section>
        {data.past.length > 0 && <Past past={data.past} />}
      </DocumentPaper>
    </Page>
  );
}

function Side({ view, name }: { view: SponsorshipView; name: string }) {
  const t = useMessages(sponsorshipMessages);
  const language = useLanguage();
  return (
    <div className="hh">
      <div className="min-w-0">
        <b>{name}</b>
        <p className="small muted">
          {name === view.sponsoredName && `${language === "id" ? view.elementId : view.elementEn} · ${view.area ?? ""} · `}
          {t.since} <DayText value={view.answeredAt ?? view.askedAt} />
        </p>
      </div>
      <StatusBadge tone={view.status === "accepted" ? "ok" : "info"}>{t.statuses[view.status]}</StatusBadge>
    </div>
  );
}

type FormProps = { view: SponsorshipView; result: Parameters<typeof useFormState>[0] };

function AnswerForm({ view, result }: FormProps) {
  const t = useMessages(sponsorshipMessages);
  const form = useFormState(result, { texts: useMessages(sponsorshipRefusals) });
  return (
    <Form className="stack mt-3">
      <ErrorSummary form={form} />
      <Hidden values={{ aksi: "jawab", sponsorshipId: view.id }} />
      <TextField {...form.field("note")} id={`note-${view.id}`} label={t.note} hint={t.noteHint} maxLength={600} />
      <FormActions>
        <Button name="jawaban" value="terima" icon="check">
          {t.accept}
        </Button>
        <Button name="jawaban" value="tolak" kind="danger-quiet">
          {t.refuse}
        </Button>
      </FormActions>
    </Form>
  );
}

function EndForm({ view, result }: FormProps) {
  const t = useMessages(sponsorshipMessages);
  const form = useFormState(result, { texts: useMessages(sponsorshipRefusals) });
  const open = view.status === "asked";
  return (
    <details className="mt-2" open={Boolean(result)}>
      <summary className="small">{open ? t.withdraw : t.end}</summary>
      <Form className="stack mt-3">
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "akhiri", sponsorshipId: view.id }} />
        <TextField {...form.field("note")} id={`note-${view.id}`} label={t.endNote} maxLength={600} required />
        <FormActions>
          <Button kind="danger-quiet">{open ? t.withdraw : t.end}</Button>
        </FormActions>
      </Form>
    </details>
  );
}

function AskForm({ data, result }: { data: SponsorshipsData; result: FormProps["result"] }) {
  const t = useMessages(sponsorshipMessages);
  const form = useFormState(result, { texts: useMessages(sponsorshipRefusals) });
  return (
    <Form className="stack mt-3">
      <ErrorSummary form={form} />
      <Hidden values={{ aksi: "minta" }} />
      <SelectField
        {...form.field("sponsorId")}
        label={t.sponsor}
        hint={t.askHint}
        empty={t.sponsorEmpty}
        options={data.sponsors.map(({ id, name, area }) => ({ value: id, label: area ? `${name}, ${area}` : name }))}
      />
      <FormActions>
        <Button kind="outline">{t.send}</Button>
      </FormActions>
    </Form>
  );
}

function Past({ past }: { past: readonly SponsorshipView[] }) {
  const t = useMessages(sponsorshipMessages);
  return (
    <Section title={t.history}>
      <RecordList
        items={past.map((one) => ({
          key: one.id,
          title: `${one.sponsoredName} · ${one.sponsorName}`,
          meta: <DayText value={one.endedAt ?? one.answeredAt ?? one.askedAt} />,
          note: one.note,
          side: <StatusBadge>{t.statuses[one.status]}</StatusBadge>,
        }))}
      />
    </Section>
  );
}
