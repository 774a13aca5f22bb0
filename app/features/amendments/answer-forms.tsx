import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { Form } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useLanguage, useMessages } from "~/components/language";
import { type Rupiah, formatRupiah } from "~/kernel/money";
import { amendmentDeskMessages } from "./desk-messages";

type AnswerFormsProps = {
  kunci: string;
  form: FormState;
  /** Which of the two forms was sent. */
  answer: "accepted" | "refused" | undefined;
  commitment: Rupiah;
};

/** A company's answer: yes with a note, or no with a reason. */
export function AnswerForms({ kunci, form, answer, commitment }: AnswerFormsProps) {
  const t = useMessages(amendmentDeskMessages);
  const language = useLanguage();
  return (
    <>
      <Form kunci={kunci}>
        {answer === "accepted" && <ErrorSummary form={form} />}
        <TextArea
          {...(answer === "accepted" ? form.field("note") : {})}
          name="note"
          id="catatan-terima"
          label={t.note}
          hint={t.noteHint}
          rows={2}
          maxLength={500}
          optional
        />
        <Button size="large" block name="putusan" value="terima">
          {t.accept}
        </Button>
      </Form>
      <details className="mt-3" open={answer === "refused"}>
        <summary className="btn btn-do btn-b">{t.disagree}</summary>
        <Form kunci={kunci} className="stack [--gap:1.125rem] mt-3">
          {answer === "refused" && <ErrorSummary form={form} />}
          <TextArea
            {...(answer === "refused" ? form.field("note") : {})}
            name="note"
            id="note"
            label={t.refuseReason}
            hint={t.noteHint}
            rows={3}
            maxLength={500}
            required
          />
          <Button kind="danger-quiet" block name="putusan" value="tolak">
            {t.refuseAnswer}
          </Button>
        </Form>
      </details>
      <p className="hint">{t.commitment(formatRupiah(commitment, language))}</p>
    </>
  );
}
