import { Button } from "~/components/button";
import { DayText } from "~/components/day-text";
import { TextField } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { directoryMessages } from "./directory-messages";
import type { DirectoryData } from "./directory-page.server";
import { organizationsRefusals } from "./organizations-messages";
import { DocumentBadge, documentState } from "./standing-badge";
import { standingMessages } from "./standing-messages";
import { DocumentFacts } from "./standing-page";
import type { DocumentKindView, StandingDocumentView } from "./standing-queries.server";

type Answer = { result?: Parameters<typeof useFormState>[0]; documentId?: string | null } | undefined;
type DocumentCheckProps = { kind: DocumentKindView; document: StandingDocumentView | undefined; data: DirectoryData; answer: Answer };

/** One rung of the ladder at the desk: what was uploaded, what was found, and the form to accept or refuse it. */
export function DocumentCheck({ kind, document, data, answer }: DocumentCheckProps) {
  const t = useMessages(directoryMessages);
  const optional = useMessages(standingMessages).optional;
  const language = useLanguage();
  const answered = document && answer?.documentId === document.id ? answer.result : undefined;
  return (
    <section className="[border-top:1px_solid_var(--line)] py-4 first:border-t-0 first:pt-0">
      <div className="hh">
        <h3 className="[font-size:var(--text-base)]">
          {language === "id" ? kind.nameId : kind.nameEn}
          {!kind.required && <span className="muted"> ({optional})</span>}
        </h3>
        <DocumentBadge state={documentState(document, data.today)} />
      </div>
      {document && (
        <div className="small mt-1">
          <DocumentFacts document={document} />
          {document.checkedAt && (
            <span className="block muted">
              {t.checkedAt} <DayText value={document.checkedAt} form="instant" />
            </span>
          )}
        </div>
      )}
      {document && data.mayCheck && (
        <details className="mt-2" open={document.status === "submitted" || answered !== undefined}>
          <summary className="small">{document.status === "submitted" ? t.documentsHint : t.again}</summary>
          <CheckForm documentId={document.id} result={answered} />
        </details>
      )}
    </section>
  );
}

function CheckForm({ documentId, result }: { documentId: string; result: Parameters<typeof useFormState>[0] }) {
  const t = useMessages(directoryMessages);
  const form = useFormState(result, { texts: useMessages(organizationsRefusals) });
  return (
    <Form className="mt-3">
      <Hidden values={{ aksi: "dokumen", documentId }} />
      <TextField {...form.field("note")} id={`note-${documentId}`} label={t.note} hint={t.noteHint} maxLength={600} />
      <FormActions>
        <Button name="decision" value="accept" icon="check">
          {t.accept}
        </Button>
        <Button name="decision" value="refuse" kind="danger-quiet">
          {t.refuse}
        </Button>
      </FormActions>
    </Form>
  );
}
