import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { SelectField, TextArea } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { verificationMessages } from "./verification-messages";

type ReasonPageProps = {
  /** Texts of the question: what will happen, and the button that does it. */
  texts: { title: string; lead: string; reason: string; note: string; noteHint?: string; button: string };
  back: string;
  subject: string;
  reasons: readonly { value: string; label: string }[];
  form: FormState;
  refusal?: string | undefined;
};

/** A question before an ending: a reason from the list, and a sentence that the other side can act on. */
export function ReasonPage({ texts, back, subject, reasons, form, refusal }: ReasonPageProps) {
  const t = useMessages(verificationMessages);
  return (
    <Page narrow>
      <PageHead
        crumbs={[
          { href: "/admin/verifikasi", label: t.queue.crumb },
          { href: back, label: subject },
        ]}
        title={texts.title}
        lead={texts.lead}
      />
      <Form className="box stack [--gap:1.125rem]">
        <ErrorSummary form={form} />
        {refusal && (
          <Note tone="bad" role="alert">
            {refusal}
          </Note>
        )}
        <SelectField {...form.field("reasonCode")} label={texts.reason} options={reasons} />
        <TextArea {...form.field("note")} rows={4} label={texts.note} hint={texts.noteHint} maxLength={1000} />
        <FormActions>
          <ButtonLink kind="outline" to={back}>
            {t.reject.back}
          </ButtonLink>
          <Button kind="danger">{texts.button}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
