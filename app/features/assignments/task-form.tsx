import type { SubmissionResult } from "@conform-to/react";
import { Button } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { FieldError, TextArea, TextField } from "~/components/field";
import { FileField } from "~/components/file-field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Panel } from "~/components/panel";
import { checkResults } from "~/features/proposals/proposal";
import { formatDay } from "~/kernel/dates";
import type { Answer } from "./assignment";
import { assignmentErrors, assignmentMessages } from "./assignment-messages";
import type { Task } from "./assignment-queries.server";

type TaskFormProps = {
  task: Task;
  kunci: string;
  holdsUntil: string;
  answer: { result?: SubmissionResult<string[]> | null; answers?: readonly Answer[] } | undefined;
};

/** The questions with three answers each, what was found, and the two buttons: keep it, or sign it. */
export function TaskForm({ task, kunci, holdsUntil, answer }: TaskFormProps) {
  const t = useMessages(assignmentMessages);
  const language = useLanguage();
  const form = useFormState(answer?.result, {
    defaults: { finding: task.finding, statement: task.statement },
    texts: useMessages(assignmentErrors),
  });
  const answers = answer?.answers ?? task.answers;
  return (
    <Panel>
      <Form kunci={kunci} upload>
        <ErrorSummary form={form} />
        <fieldset id="answers" tabIndex={-1}>
          <legend className="[font-size:var(--text-lg)] [font-weight:var(--font-weight-bold)]">{t.page.checklist}</legend>
          <p className="hint mb-4">{t.page.checklistHint}</p>
          <FieldError id="answers-galat" text={form.error("answers")} />
          <ol className="stack [--gap:1.25rem]">
            {task.items.map((item, index) => {
              const given = answers.find((one) => one.item === item.code);
              const name = language === "id" ? item.questionId : item.questionEn;
              return (
                <li key={item.code} className="stack [--gap:0.5rem]">
                  <RadioGroup
                    name={`jawaban-${item.code}`}
                    label={`${index + 1}. ${name}`}
                    look="picks"
                    defaultValue={given?.answer}
                    options={checkResults.map((result) => ({ value: result, label: t.answers[result] }))}
                  />
                  <TextField
                    name={`catatan-${item.code}`}
                    label={`${t.page.note} ${index + 1}`}
                    hint={t.page.noteHint}
                    defaultValue={given?.note}
                    error={form.error(`catatan-${item.code}`)}
                    maxLength={600}
                  />
                </li>
              );
            })}
          </ol>
        </fieldset>
        {task.kind === "endorsement" && <Endorsement task={task} form={form} />}
        <FileField
          {...form.field("files")}
          label={t.page.files}
          hint={t.page.filesHint}
          kinds={["image", "pdf"]}
          current={task.files.map((file) => ({ name: file.name, href: `/berkas/${file.id}` }))}
          multiple
          optional
        />
        <TextArea {...form.field("finding")} label={t.page.finding} hint={t.page.findingHint} rows={3} maxLength={600} />
        <RadioGroup
          {...form.field("result")}
          label={t.page.result}
          options={checkResults.map((result) => ({ value: result, label: t.results[result] }))}
          hint={t.page.concludeHint(formatDay(holdsUntil, language))}
        />
        <FormActions>
          <Button name="aksi" value="sahkan" size="large">
            {t.page.conclude}
          </Button>
          <Button name="aksi" value="simpan" kind="outline">
            {t.page.save}
          </Button>
        </FormActions>
        <p className="hint">{t.page.concludeText}</p>
      </Form>
    </Panel>
  );
}

function Endorsement({ task, form }: { task: Task; form: ReturnType<typeof useFormState> }) {
  const t = useMessages(assignmentMessages).page;
  return (
    <>
      <TextArea {...form.field("statement")} label={t.statement} hint={t.statementHint} rows={4} maxLength={400} required />
      <label className="opt">
        <input type="checkbox" name="confirmsArrival" value="ya" defaultChecked={task.confirmsArrival} />
        <span>{t.confirms}</span>
      </label>
    </>
  );
}
