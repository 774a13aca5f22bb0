import { CheckboxGroup, RadioGroup } from "~/components/choice-field";
import { Fields, SelectField, TextArea, TextField } from "~/components/field";
import { useMessages } from "~/components/language";
import { pillars } from "../proposal";
import { textLimits } from "../proposal-completeness";
import { proposalMessages } from "../proposal-messages";
import type { Named } from "../program-view";
import { type StepState, errorOf } from "./editor-fields";
import { Pinned } from "./pinned-notes";
import { stepMessages } from "./step-messages";

export function StoryStep({ state, goals }: { state: StepState; goals: readonly (Named & { number: number })[] }) {
  const t = useMessages(stepMessages).story;
  const words = useMessages(proposalMessages);
  const { draft } = state;
  const disabled = !state.editable;
  const named = goals.map((goal) => ({
    value: String(goal.number),
    label: `${goal.number}. ${state.language === "id" ? goal.nameId : goal.nameEn}`,
  }));
  const [primary, ...others] = draft.goals;
  return (
    <Fields>
      <Pinned state={state} field="title">
        <TextField
          name="title"
          label={t.title}
          hint={t.titleHint}
          maxLength={textLimits.title}
          defaultValue={draft.title}
          error={errorOf(state, "title")}
          disabled={disabled}
        />
      </Pinned>
      <Pinned state={state} field="summary">
        <TextArea
          name="summary"
          label={t.summary}
          hint={t.summaryHint}
          rows={2}
          maxLength={textLimits.summary}
          defaultValue={draft.summary}
          error={errorOf(state, "summary")}
          disabled={disabled}
        />
      </Pinned>
      <Pinned state={state} field="story">
        <TextArea
          name="story"
          label={t.story}
          hint={t.storyHint}
          rows={9}
          defaultValue={draft.story}
          error={errorOf(state, "story")}
          disabled={disabled}
        />
      </Pinned>
      <Pinned state={state} field="pillar">
        <RadioGroup
          name="pillar"
          label={t.pillar}
          look="picks"
          className="[&_.tri]:grid-cols-2"
          options={pillars.map((pillar) => ({ value: pillar, label: words.pillar[pillar] }))}
          defaultValue={draft.pillar ?? undefined}
          error={errorOf(state, "pillar")}
          disabled={disabled}
        />
      </Pinned>
      <Pinned state={state} field="goals">
        <SelectField
          id="goals"
          name="primaryGoal"
          label={t.primaryGoal}
          empty={t.choose}
          options={named}
          defaultValue={primary === undefined ? "" : String(primary)}
          error={errorOf(state, "goals")}
          disabled={disabled}
        />
      </Pinned>
      <details open={others.length > 0}>
        <summary className="btn btn-q">{t.goals}</summary>
        <CheckboxGroup
          id="otherGoals"
          name="goals"
          label={<span className="sr">{t.goals}</span>}
          options={named}
          defaultValue={others.map(String)}
          disabled={disabled}
        />
      </details>
    </Fields>
  );
}
