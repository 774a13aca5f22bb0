import type { SubmissionResult } from "@conform-to/react";
import { Button } from "~/components/button";
import { CheckboxGroup, RadioGroup } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { DateField, Fields, FieldError, TextArea, TextField } from "~/components/field";
import { FileField } from "~/components/file-field";
import { Form, FormActions } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useFormState, useMessages } from "~/components/language";
import { RupiahField } from "~/components/money-field";
import { Box } from "~/components/panel";
import { countFields, disasterKinds } from "./appeal";
import { appealErrors, appealFormMessages } from "./appeal-form-messages";
import { appealMessages } from "./appeal-messages";
import { lineRows, type TypedLine } from "./appeal.schema";

type AppealFormProps = {
  kunci: string;
  today: string;
  villages: readonly { code: string; name: string; kindName: string }[];
  answer: { result?: SubmissionResult<string[]> | null; lines?: readonly TypedLine[] } | undefined;
};

/** The whole appeal on one page, in the order in which it is asked by radio. */
export function AppealForm({ kunci, today, villages, answer }: AppealFormProps) {
  const t = useMessages(appealMessages);
  const words = useMessages(appealFormMessages);
  const form = useFormState(answer?.result, { defaults: { beganOn: today }, texts: useMessages(appealErrors) });
  return (
    <Form kunci={kunci} upload>
      <ErrorSummary form={form} />
      <Box title={words.disaster}>
        <div className="stack [--gap:1.125rem]">
          <RadioGroup
            {...form.field("disaster")}
            label={words.what}
            options={disasterKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          />
          <TextField {...form.field("title")} label={words.headline} hint={words.headlineHint} maxLength={120} required />
          <TextArea {...form.field("situation")} label={words.situation} hint={words.situationHint} rows={5} maxLength={2000} required />
          <DateField {...form.field("beganOn")} label={words.began} max={today} required />
          <CheckboxGroup
            {...form.field("villages")}
            label={words.villages}
            defaultValue={form.list("villages")}
            options={villages.map((village) => ({ value: village.code, label: village.name }))}
          />
        </div>
      </Box>
      <Box title={words.people}>
        <CountFields form={form} />
      </Box>
      <Box title={words.basis}>
        <div className="stack [--gap:1.125rem]">
          <RadioGroup
            {...form.field("statementKind")}
            label={words.statement}
            options={[
              { value: "there", label: words.there },
              { value: "later", label: words.later },
            ]}
          />
          <StatementFields form={form} />
        </div>
      </Box>
      <Box title={words.needs} id="lines">
        <p className="hint mb-3">{words.needsHint}</p>
        <FieldError id="lines-galat" text={form.error("lines")} />
        <Button kind="outline" name="aksi" value="hitung" formNoValidate>
          {words.compute}
        </Button>
        <LineFields form={form} lines={answer?.lines ?? []} />
      </Box>
      <FormActions>
        <Button size="large" name="aksi" value="serukan">
          {words.send}
        </Button>
      </FormActions>
      <p className="hint">{words.sendHint}</p>
    </Form>
  );
}

/** The numbers of people; also by themselves, to update them. */
export function CountFields({ form }: { form: FormState }) {
  const t = useMessages(appealMessages);
  const words = useMessages(appealFormMessages);
  return (
    <>
      <p className="hint mb-3">{words.peopleHint}</p>
      <Fields columns={2}>
        {countFields.map((field) => (
          <TextField {...form.field(field)} label={t.counts[field]} inputMode="numeric" maxLength={9} key={field} />
        ))}
      </Fields>
    </>
  );
}

export function StatementFields({ form }: { form: FormState }) {
  const t = useMessages(appealFormMessages);
  return (
    <Fields columns={2}>
      <TextField {...form.field("statementNumber")} label={t.number} maxLength={80} />
      <TextField {...form.field("statementIssuer")} label={t.issuer} maxLength={120} />
      <DateField {...form.field("statementFrom")} label={t.from} />
      <DateField {...form.field("statementUntil")} label={t.until} />
      <FileField {...form.field("statementFile")} label={t.file} kinds={["image", "pdf"]} wide optional />
    </Fields>
  );
}

/** The rows that are filled in, and two to write in. */
function rowsShown(lines: readonly TypedLine[]): number {
  const filled = lines.findLastIndex((line) => Object.values(line).some((value) => value !== "")) + 1;
  return Math.min(lineRows, Math.max(3, filled + 2));
}

function LineFields({ form, lines }: { form: FormState; lines: readonly TypedLine[] }) {
  const t = useMessages(appealFormMessages);
  return (
    <div className="stack [--gap:1.25rem] mt-4">
      {Array.from({ length: rowsShown(lines) }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their number
        <fieldset key={row}>
          <legend className="small muted mb-2">{t.row(row + 1)}</legend>
          <Fields columns={2}>
            <TextField
              name={`uraian-${row}`}
              label={t.description}
              defaultValue={lines[row]?.description}
              error={form.error(`uraian-${row}`)}
              maxLength={120}
            />
            <TextField
              name={`volume-${row}`}
              label={t.volume}
              defaultValue={lines[row]?.volume}
              error={form.error(`volume-${row}`)}
              inputMode="numeric"
              maxLength={9}
            />
            <TextField
              name={`satuan-${row}`}
              label={t.unit}
              defaultValue={lines[row]?.unit}
              error={form.error(`satuan-${row}`)}
              maxLength={30}
            />
            <RupiahField
              name={`harga-${row}`}
              label={t.price}
              defaultValue={lines[row]?.unitPrice}
              error={form.error(`harga-${row}`)}
              size="small"
            />
          </Fields>
        </fieldset>
      ))}
    </div>
  );
}
