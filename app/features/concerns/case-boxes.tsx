import { kilobytesOf } from "~/kernel/text";
import type { ReactNode } from "react";
import { Badge } from "~/components/badge";
import { Button } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { DocumentList } from "~/components/document-list";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { ActionForm, Form, FormActions } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { concernDeskMessages } from "./concern-desk-messages";
import { concernMessages } from "./concern-messages";
import type { DeskConcern } from "./concern-queries.server";

type CaseProps = { concern: DeskConcern };

/** What was reported, in the words of whoever reported, with the evidence. */
export function CaseStory({ concern }: CaseProps) {
  const t = useMessages(concernDeskMessages);
  return (
    <Box title={t.story}>
      <p className="prose whitespace-pre-line" lang="id">
        {concern.story}
      </p>
      <h3 className="[font-size:var(--text-base)] mt-5 mb-2">{t.evidence}</h3>
      {concern.files.length === 0 ? (
        <p className="muted small">{t.noEvidence}</p>
      ) : (
        <DocumentList
          items={concern.files.map((file) => ({
            href: `/admin/laporan-warga/${concern.id}/berkas/${file.id}`,
            name: file.name,
            meta: `${kilobytesOf(file.sizeBytes)} KB`,
          }))}
        />
      )}
    </Box>
  );
}

/** What was said so far, by whom and for whom, and the form for the next note. */
export function CaseNotes({ concern, children }: CaseProps & { children: ReactNode }) {
  const t = useMessages(concernDeskMessages);
  return (
    <Box title={t.notes} id="catatan">
      {concern.notes.length === 0 ? (
        <p className="muted small">{t.noNotes}</p>
      ) : (
        <ul className="stack [--gap:.875rem]">
          {concern.notes.map((note) => (
            <li key={note.id}>
              <p className="row gap-2 small muted">
                <Badge tone={note.voice === "internal" ? undefined : "info"}>{t.voice[note.voice]}</Badge>
                {note.author} <DayText value={note.at} form="instant" />
              </p>
              <p className="prose whitespace-pre-line mt-1" lang="id">
                {note.text}
              </p>
            </li>
          ))}
        </ul>
      )}
      {children}
    </Box>
  );
}

export function DeskNoteForm({ form }: { form: FormState }) {
  const t = useMessages(concernDeskMessages);
  return (
    <Form className="stack mt-5">
      <ErrorSummary form={form} />
      <RadioGroup
        {...form.field("voice")}
        label={t.forWhom}
        options={(["internal", "desk"] as const).map((voice) => ({ value: voice, label: t.voices[voice] }))}
        required
      />
      <TextArea {...form.field("text")} label={t.text} rows={4} maxLength={3000} required />
      <FormActions>
        <Button kind="outline">{t.save}</Button>
      </FormActions>
    </Form>
  );
}

/** About whom, since when, with whom it lies, and what can be done about the program and the organisation. */
export function CaseFacts({ concern, mine, contact }: CaseProps & { mine: boolean; contact: string | null }) {
  const t = useMessages(concernDeskMessages);
  const words = useMessages(concernMessages);
  return (
    <Box title={t.subject}>
      <DescriptionList
        items={[
          { term: t.subject, value: <Subject concern={concern} /> },
          { term: words.kindName, value: words.kind[concern.kind] },
          concern.happened !== "" && { term: t.happened, value: <span lang="id">{concern.happened}</span> },
          { term: t.received, value: <DayText value={concern.receivedAt} /> },
          { term: t.assignee, value: concern.assignee ?? t.nobody },
          { term: t.reply, value: t.replies[concern.reply] },
          contact !== null && { term: t.contact, value: <b className="mono">{contact}</b> },
          concern.published !== null && { term: t.published, value: <span lang="id">{concern.published}</span> },
        ]}
      />
      {mine && concern.hasContact && contact === null && (
        <ActionForm hidden={{ aksi: "kontak" }} className="mt-4">
          <Button kind="outline">{t.showContact}</Button>
          <p className="hint">{t.contactNote}</p>
        </ActionForm>
      )}
      {concern.organization_id && (
        <>
          <h3 className="[font-size:var(--text-base)] mt-5 mb-2">{t.consequences}</h3>
          <ul className="stack [--gap:.25rem]">
            {concern.proposal_id && (
              <li>
                <a href={`/admin/verifikasi/${concern.proposal_id}/hentikan`}>{t.suspend}</a>
              </li>
            )}
            <li>
              <a href={`/admin/anggota/${concern.organization_id}`}>{t.organization}</a>
            </li>
          </ul>
        </>
      )}
    </Box>
  );
}

function Subject({ concern }: CaseProps) {
  const t = useMessages(concernDeskMessages);
  if (concern.programSlug) {
    return (
      <>
        <a href={`/program/${concern.programSlug}`} lang="id">
          {concern.program}
        </a>
        <br />
        {concern.organization}
      </>
    );
  }
  return <>{concern.organization ?? t.noSubject}</>;
}

export function CaseHistory({ concern }: CaseProps) {
  const t = useMessages(concernDeskMessages);
  return (
    <Box title={t.history}>
      <ul className="log">
        {concern.events.map((event) => (
          <li key={event.id}>
            <span className="w n">
              <DayText value={event.at} />
            </span>
            <span>{t.status[event.status]}</span>
            <span className="who0">{event.actor ?? t.reporter}</span>
          </li>
        ))}
      </ul>
    </Box>
  );
}
