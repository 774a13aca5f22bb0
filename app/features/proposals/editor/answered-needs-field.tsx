import { Fields, NumberField } from "~/components/field";
import { useLanguage, useMessages } from "~/components/language";
import { needWords } from "~/features/needs/need-messages";
import type { OfferedNeed } from "~/features/needs/offered-needs.server";
import { formatWhole } from "~/kernel/money";
import { formatDecimal } from "../proposal-draft";
import { type StepState, errorOf, typedOr } from "./editor-fields";
import { Pinned } from "./pinned-notes";
import { stepMessages } from "./step-messages";

/** Needs on the map of the same groups and district, each with how many of its people the program reaches; an empty field names nothing. */
export function AnsweredNeedsField({ state, offered }: { state: StepState; offered: readonly OfferedNeed[] }) {
  const t = useMessages(stepMessages).people;
  const words = useMessages(needWords);
  const language = useLanguage();
  const figure = (value: number | null) => (value === null ? words.below : formatWhole(value, language));
  return (
    <fieldset className="mt-6" id="answers" tabIndex={-1}>
      <legend className="lab">{t.answers}</legend>
      <p className="hint mb-3">{offered.length > 0 ? t.answersHint : t.answersNone}</p>
      <input type="hidden" name="answersAsked" value="ya" />
      <Pinned state={state} field="answers">
        {errorOf(state, "answers") && <p className="err">{errorOf(state, "answers")}</p>}
        <Fields columns={2}>
          {offered.map((need) => {
            const field = `answers.${need.id}.people`;
            const people = state.draft.answers.find((answer) => answer.needId === need.id)?.people;
            return (
              <div key={need.id}>
                <input type="hidden" name="answers" value={need.id} />
                <NumberField
                  name={field}
                  label={`${need.group[language]}, ${need.areaLabel.split(",")[0] ?? ""}`}
                  hint={need.closed ? t.answersClosed : t.answersFigures(figure(need.people), figure(need.uncovered))}
                  defaultValue={typedOr(state, field, people === undefined ? "" : formatDecimal(String(people)))}
                  error={errorOf(state, field)}
                  maxLength={20}
                  optional
                  disabled={!state.editable}
                />
              </div>
            );
          })}
        </Fields>
      </Pinned>
    </fieldset>
  );
}
