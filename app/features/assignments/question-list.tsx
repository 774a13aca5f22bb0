import { RadioGroup } from "~/components/choice-field";
import { FieldError, TextField } from "~/components/field";
import { FileField } from "~/components/file-field";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { checkResults } from "~/features/proposals/proposal";
import type { Answer } from "./assignment";
import { assignmentMessages } from "./assignment-messages";
import type { Task } from "./assignment-queries.server";
import { PhotoList } from "./photo-list";
import { visitMessages } from "./visit-messages";
import { mostPhotos, takesPhotos } from "./visit-photo";

type QuestionListProps = {
  task: Task;
  answers: readonly Answer[];
  errorOf: (name: string) => string | undefined;
  /** Questions whose photo came with a form that was refused. */
  photoAgain: readonly string[];
};

/** The questions of a task with three answers each, a note and, on the spot, photos that prove it. */
export function QuestionList({ task, answers, errorOf, photoAgain }: QuestionListProps) {
  const t = useMessages(assignmentMessages);
  const visit = useMessages(visitMessages);
  const language = useLanguage();
  const photos = takesPhotos(task.kind);
  return (
    <fieldset id="answers" tabIndex={-1} data-steps="">
      <legend className="[font-size:var(--text-lg)] [font-weight:var(--font-weight-bold)]">{t.page.checklist}</legend>
      <div data-steps-intro="">
        <p className="hint mb-4">{t.page.checklistHint}</p>
        {photos && (
          <Note tone="warn" icon="lock" title={visit.faces} className="mb-4">
            {visit.facesText}
          </Note>
        )}
      </div>
      <FieldError id="answers-galat" text={errorOf("answers")} />
      <ol>
        {task.items.map((item, index) => {
          const given = answers.find((one) => one.item === item.code);
          const question = language === "id" ? item.questionId : item.questionEn;
          return (
            <li key={item.code} className="clm" data-step={index + 1} data-step-title={visit.steps.look}>
              <RadioGroup
                name={`jawaban-${item.code}`}
                label={`${index + 1}. ${question}`}
                look="picks"
                defaultValue={given?.answer ?? undefined}
                options={checkResults.map((result) => ({ value: result, label: t.answers[result] }))}
              />
              <TextField
                name={`catatan-${item.code}`}
                label={`${t.page.note} ${index + 1}`}
                hint={t.page.noteHint}
                defaultValue={given?.note}
                error={errorOf(`catatan-${item.code}`)}
                maxLength={600}
              />
              {photos && (
                <>
                  <PhotoList item={item.code} question={question} photos={task.photos.filter((photo) => photo.item === item.code)} />
                  <FileField
                    name={`foto-${item.code}`}
                    label={visit.take(index + 1)}
                    hint={visit.takeHint(mostPhotos)}
                    error={errorOf(`foto-${item.code}`) ?? (photoAgain.includes(item.code) ? visit.again : undefined)}
                    kinds={["image"]}
                    photo={{ of: item.code, to: `/ruang/petugas/tugas/${task.id}/foto` }}
                    multiple
                    optional
                  />
                </>
              )}
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
}
