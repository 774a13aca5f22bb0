import type { SubmissionResult } from "@conform-to/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { FileField } from "~/components/file-field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { formatDay } from "~/kernel/dates";
import { formatWhole } from "~/kernel/money";
import { CoverageBar } from "./coverage-bar";
import { needMessages, needWords } from "./need-messages";
import type { Question } from "./record-page.server";

type ExistingNeedProps = {
  formKey: string;
  question: Question;
  result: SubmissionResult<string[]> | null | undefined;
};

/** The village has an open record of the group: the old figure is replaced or added to by a decision, never silently (mockup 15b). */
export function ExistingNeed({ formKey, question: { existing, typed, people }, result }: ExistingNeedProps) {
  const t = useMessages(needMessages);
  const words = useMessages(needWords);
  const language = useLanguage();
  const form = useFormState(result, { texts: t.errors });
  const n = (value: number) => formatWhole(value, language);
  const choices = [
    { value: "replace", label: t.replace(n(people)), hint: t.replaceHint },
    { value: "add", label: t.add, hint: t.addHint(n(existing.people + people)) },
  ];
  return (
    <Form kunci={formKey} upload>
      <ErrorSummary form={form} />
      <div>
        <h2>{t.existing(existing.areaLabel)}</h2>
        <p className="small muted">
          {t.existingMeta(existing.group[language], words.people(n(existing.people)), formatDay(existing.countedAt, language))}
        </p>
      </div>
      {typed.map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={`${name}=${value}`} />
      ))}
      <Hidden values={{ seen: existing.counts }} />
      <fieldset>
        <legend className="sr">{t.instead}</legend>
        <div className="quick [grid-template-columns:1fr]">
          {choices.map(({ value, label, hint }, index) => (
            <label className="pick min-h-[60px]" key={value}>
              <input
                type="radio"
                name="instead"
                value={value}
                defaultChecked={(form.field("instead").defaultValue ?? (index === 0 ? value : "")) === value}
              />
              <span>
                {label}
                <br />
                <span className="xs muted">{hint}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextArea {...form.field("reason")} label={t.reason} rows={2} maxLength={300} required />
      {!existing.sensitive && (
        <FileField name="file" label={t.file} hint={t.fileAgain} error={form.error("file")} kinds={["image", "pdf"]} optional />
      )}
      <div>
        <p className="small mb-2">{existing.uncovered > 0 ? t.gap(n(existing.uncovered), n(existing.people)) : t.noGap}</p>
        <CoverageBar of={existing} />
      </div>
      <FormActions>
        <Button size="large">{t.update}</Button>
        <ButtonLink to="/ruang/petugas/kebutuhan">{t.cancel}</ButtonLink>
      </FormActions>
    </Form>
  );
}
