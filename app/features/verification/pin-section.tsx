import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Fields, SelectField, TextArea } from "~/components/field";
import { ActionForm, Form, Hidden } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { fieldLabel, pinnableFields } from "~/features/proposals/field-label";
import { type RevisionReason, revisionReasons } from "~/features/proposals/proposal";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { formatDay } from "~/kernel/dates";
import { readingMessages } from "./reading-messages";
import type { VerificationView } from "./verification-queries.server";

type PinSectionProps = { view: VerificationView; form: FormState; kunci: string; editable: boolean; refusal?: string | undefined };

/** Requests for change, each pinned to a field: those to be sent, and those that were. */
export function PinSection({ view, form, kunci, editable, refusal }: PinSectionProps) {
  const t = useMessages(readingMessages).pins;
  const words = useMessages(proposalMessages);
  const language = useLanguage();
  return (
    <>
      {view.pins.length === 0 ? (
        <p className="muted small">{t.none}</p>
      ) : (
        <ol>
          {view.pins.map((pin, index) => (
            <li className="pin" key={pin.id}>
              <i>{index + 1}</i>
              <div>
                <b>{fieldLabel(pin.field, view.draft, language)}</b>
                <p className="muted">
                  {t.reason}: {words.revisionReason[pin.reasonCode as RevisionReason] ?? pin.reasonCode}
                </p>
                <p className="mt-1">{pin.note}</p>
              </div>
              {pin.sentAt ? (
                <span className="xs muted n">
                  {pin.answeredAt ? t.answered(formatDay(pin.answeredAt, language)) : t.sent(formatDay(pin.sentAt, language))}
                </span>
              ) : (
                editable && (
                  <ActionForm action={`/admin/verifikasi/${view.id}/lepas`} hidden={{ permintaan: pin.id }}>
                    <Button kind="quiet">{t.remove}</Button>
                  </ActionForm>
                )
              )}
            </li>
          ))}
        </ol>
      )}
      {editable && (
        <Form kunci={kunci} className="mt-4">
          <Hidden values={{ aksi: "sematkan" }} />
          <ErrorSummary form={form} />
          {refusal && (
            <Note tone="bad" role="alert" className="mb-3">
              {refusal}
            </Note>
          )}
          <Fields columns={2}>
            <SelectField
              {...form.field("reasonCode")}
              label={t.reason}
              options={revisionReasons.map((reason) => ({ value: reason, label: words.revisionReason[reason] }))}
            />
            <SelectField
              {...form.field("field")}
              label={t.pinnedOn}
              options={pinnableFields(view.draft).map((field) => ({ value: field, label: fieldLabel(field, view.draft, language) }))}
            />
            <TextArea {...form.field("note")} wide rows={2} label={t.note} hint={t.noteHint} maxLength={600} />
          </Fields>
          <Button kind="outline" icon="plus" className="mt-3">
            {t.pin}
          </Button>
        </Form>
      )}
    </>
  );
}
