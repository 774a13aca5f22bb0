import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { leadMessages, leadRefusals } from "./lead-messages";

type EndLeadFormProps = { leadId: string; label: string; result: Parameters<typeof useFormState>[0] };

/** Takes back a question, ends a leadership or steps back, with the reason that the other side reads. */
export function EndLeadForm({ leadId, label, result }: EndLeadFormProps) {
  const t = useMessages(leadMessages);
  const form = useFormState(result, { texts: useMessages(leadRefusals) });
  return (
    <details className="mt-3" open={Boolean(result)}>
      <summary className="small">{label}</summary>
      <Form className="stack mt-3">
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "akhiri", leadId }} />
        <TextField {...form.field("note")} id={`note-${leadId}`} label={t.endNote} maxLength={600} required />
        <FormActions>
          <Button kind="danger-quiet">{label}</Button>
        </FormActions>
      </Form>
    </details>
  );
}
