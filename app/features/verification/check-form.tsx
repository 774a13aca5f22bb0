import { Button } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { DateField, Fields, SelectField, TextArea, TextField } from "~/components/field";
import { Form, Hidden } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { checkResults, deskCheckKinds } from "~/features/proposals/proposal";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { verificationMessages } from "./verification-messages";

type CheckFormProps = { form: FormState; kunci: string; today: string; refusal?: string | undefined };

/** Records one check; "cannot be checked" is as honest an answer as the others. */
export function CheckForm({ form, kunci, today, refusal }: CheckFormProps) {
  const t = useMessages(verificationMessages).check;
  const words = useMessages(proposalMessages);
  return (
    <Form kunci={kunci} className="mt-6" labelledBy="catat-pemeriksaan">
      <Hidden values={{ aksi: "periksa" }} />
      <h3 className="[font-size:var(--text-base)] mb-3" id="catat-pemeriksaan">
        {t.title}
      </h3>
      <ErrorSummary form={form} />
      {refusal && (
        <Note tone="bad" role="alert" className="mb-3">
          {refusal}
        </Note>
      )}
      <Fields columns={2}>
        <SelectField
          {...form.field("kind")}
          label={t.kind}
          options={deskCheckKinds.map((kind) => ({ value: kind, label: words.check[kind] }))}
        />
        <TextField {...form.field("roleLabel")} label={t.role} hint={t.roleHint} maxLength={80} />
        <RadioGroup
          {...form.field("result")}
          wide
          label={t.result}
          look="picks"
          options={checkResults.map((result) => ({ value: result, label: words.result[result] }))}
        />
        <TextArea {...form.field("finding")} wide rows={2} label={t.finding} hint={t.findingHint} maxLength={600} />
        <DateField {...form.field("checkedOn")} label={t.on} max={today} />
        <DateField {...form.field("validUntil")} label={t.until} optional />
      </Fields>
      <Button kind="outline" icon="plus" className="mt-3">
        {t.save}
      </Button>
    </Form>
  );
}
