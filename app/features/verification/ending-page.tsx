import { SelectField } from "~/components/field";
import type { FormState } from "~/components/form-state";
import { useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { ReasonPage } from "~/components/reason-page";
import { verificationMessages } from "./verification-messages";

type EndingPageProps = {
  /** Texts of the question: what will happen, and the button that does it. */
  texts: { title: string; lead: string; reason: string; note: string; noteHint?: string; button: string };
  back: string;
  subject: string;
  reasons: readonly { value: string; label: string }[];
  form: FormState;
  refusal?: string | undefined;
};

/** A question before a proposal or a program ends: a reason from the list, and a sentence that the other side can act on. */
export function EndingPage({ texts, back, subject, reasons, form, refusal }: EndingPageProps) {
  const t = useMessages(verificationMessages);
  return (
    <ReasonPage
      texts={{ title: texts.title, lead: texts.lead, reason: texts.note, hint: texts.noteHint, button: texts.button, back: t.reject.back }}
      crumbs={[
        { href: "/admin/verifikasi", label: t.queue.crumb },
        { href: back, label: subject },
      ]}
      back={back}
      form={form}
      field="note"
      most={1000}
    >
      {refusal && (
        <Note tone="bad" role="alert">
          {refusal}
        </Note>
      )}
      <SelectField {...form.field("reasonCode")} label={texts.reason} options={reasons} />
    </ReasonPage>
  );
}
