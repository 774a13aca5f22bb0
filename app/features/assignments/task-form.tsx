import type { SubmissionResult } from "@conform-to/react";
import { Button } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { type Conflict, ConflictChoices } from "~/components/conflict-choices";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { FileField } from "~/components/file-field";
import { Form, FormActions, Hidden, SaveBar } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Panel } from "~/components/panel";
import { StepBar, StepNext } from "~/components/step-form";
import { checkResults } from "~/features/proposals/proposal";
import { formatDay, formatInstant } from "~/kernel/dates";
import type { Said } from "./assignment";
import { assignmentErrors, assignmentMessages } from "./assignment-messages";
import type { Task } from "./assignment-queries.server";
import { QuestionList } from "./question-list";
import { visitMessages } from "./visit-messages";
import { takesPhotos } from "./visit-photo";

type TaskFormProps = {
  task: Task;
  kunci: string;
  /** Tells this open page from the same task on another device. */
  page: string;
  holdsUntil: string;
  answer:
    | {
        result?: SubmissionResult<string[]> | null;
        said: Said;
        opened: { version: string; base: string };
        conflicts: readonly Conflict[];
        photoAgain: readonly string[];
      }
    | undefined;
};

/** The questions, what was found, and the two buttons: keep it, or sign it. It is kept while one types, on the phone without a signal. */
export function TaskForm({ task, kunci, page, holdsUntil, answer }: TaskFormProps) {
  const t = useMessages(assignmentMessages);
  const visit = useMessages(visitMessages);
  const language = useLanguage();
  const said = answer?.said ?? task;
  const form = useFormState(answer?.result, { defaults: said, texts: useMessages(assignmentErrors) });
  const kept = (name: "finding" | "statement") => ({ ...form.field(name), defaultValue: said[name] });
  const opened = answer?.opened ?? { version: String(task.version), base: task.base };
  const conflicts = answer?.conflicts ?? [];
  const questions = task.items.length;
  const here = `/ruang/petugas/tugas/${task.id}`;
  return (
    <Panel>
      <Form action={here} kunci={kunci} upload autosave={conflicts.length === 0 ? `${here}/simpan` : undefined}>
        <ErrorSummary form={form} />
        <ConflictChoices conflicts={conflicts} />
        <Hidden values={{ versi: opened.version, lembar: page, urutan: 0, dasar: opened.base }} />
        {/* What Enter presses: without it that would be the first button of a photo, which takes the photo away. */}
        <button type="submit" name="aksi" value="simpan" hidden />
        {conflicts.length === 0 && <StepBar words={visit.steps} />}
        <QuestionList task={task} answers={said.answers} errorOf={form.error} photoAgain={answer?.photoAgain ?? []} />
        <div className="stack [--gap:1.125rem]" data-step={questions + 1} data-step-title={visit.steps.words}>
          {task.kind === "endorsement" && <Endorsement confirms={said.confirmsArrival} field={kept("statement")} />}
          <FileField
            {...form.field("files")}
            label={takesPhotos(task.kind) ? t.page.papers : t.page.files}
            hint={t.page.filesHint}
            kinds={takesPhotos(task.kind) ? ["pdf"] : ["image", "pdf"]}
            current={task.files.map((file) => ({ name: file.name, href: `/berkas/${file.id}` }))}
            multiple
            optional
          />
          <TextArea {...kept("finding")} label={t.page.finding} hint={t.page.findingHint} rows={3} maxLength={600} />
        </div>
        <div data-step={questions + 2} data-step-title={visit.steps.conclusion}>
          <RadioGroup
            {...form.field("result")}
            defaultValue={said.result ?? undefined}
            label={t.page.result}
            options={checkResults.map((result) => ({ value: result, label: t.results[result] }))}
            hint={t.page.concludeHint(formatDay(holdsUntil, language))}
          />
        </div>
        <StepNext />
        <SaveBar text={task.savedAt ? visit.savedAt(formatInstant(task.savedAt, language)) : visit.notSaved} />
        <div data-step={questions + 2}>
          <FormActions>
            <Button name="aksi" value="sahkan" size="large" data-after-outbox="">
              {t.page.conclude}
            </Button>
            <Button name="aksi" value="simpan" kind="outline">
              {t.page.save}
            </Button>
          </FormActions>
          <p className="hint">{t.page.concludeText}</p>
        </div>
      </Form>
    </Panel>
  );
}

function Endorsement({ confirms, field }: { confirms: boolean; field: ReturnType<ReturnType<typeof useFormState>["field"]> }) {
  const t = useMessages(assignmentMessages).page;
  return (
    <>
      <TextArea {...field} label={t.statement} hint={t.statementHint} rows={4} maxLength={400} required />
      <label className="opt">
        <input type="checkbox" name="confirmsArrival" value="ya" defaultChecked={confirms} />
        <span>{t.confirms}</span>
      </label>
    </>
  );
}
