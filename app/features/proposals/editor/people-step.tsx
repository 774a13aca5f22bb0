import { Checkbox, CheckboxGroup } from "~/components/choice-field";
import { Fields, NumberField, TextField } from "~/components/field";
import { useMessages } from "~/components/language";
import type { OfferedNeed } from "~/features/needs/offered-needs.server";
import { formatDecimal } from "../proposal-draft";
import type { Named } from "../program-view";
import { AnsweredNeedsField } from "./answered-needs-field";
import { type StepState, errorOf, typedOr } from "./editor-fields";
import { NeedPeopleFields, PeopleParts } from "./people-parts";
import { Pinned } from "./pinned-notes";
import { planStepMessages } from "./plan-step-messages";
import { stepMessages } from "./step-messages";

type PeopleStepProps = {
  state: StepState;
  needs: readonly (Named & { code: string; sensitive: boolean })[];
  element: string;
  offered: readonly OfferedNeed[];
  /** Where a verified leader is named; the tick alone is the proposer's word. Without it only what an amendment may change is shown. */
  leaderPage?: string;
};

export function PeopleStep({ state, needs, element, offered, leaderPage }: PeopleStepProps) {
  const t = useMessages(stepMessages).people;
  const { draft } = state;
  const disabled = !state.editable;
  const more = useMessages(planStepMessages).people;
  const count = (field: "beneficiaries" | "people" | "indirect") => ({
    name: field,
    defaultValue: typedOr(state, field, draft[field] === null ? "" : formatDecimal(String(draft[field]))),
    error: errorOf(state, field),
    disabled,
  });
  return (
    <>
      <Fields columns={2}>
        <Pinned state={state} field="beneficiaries">
          <NumberField {...count("beneficiaries")} label={t.total} />
        </Pinned>
        <TextField
          name="beneficiaryUnit"
          label={t.unit}
          hint={t.unitHint}
          defaultValue={draft.beneficiaryUnit}
          maxLength={40}
          error={errorOf(state, "beneficiaryUnit")}
          disabled={disabled}
        />
        <NumberField {...count("people")} label={more.number} hint={more.numberHint} optional />
        <Pinned state={state} field="indirect">
          <NumberField {...count("indirect")} label={more.indirect} hint={more.indirectHint} optional />
        </Pinned>
      </Fields>
      <PeopleParts state={state} />
      <div className="mt-6">
        <Pinned state={state} field="needs">
          <CheckboxGroup
            name="needs"
            label={t.needs}
            hint={t.needsHint}
            className="sm:[&>div]:columns-2"
            options={needs.map((need) => ({
              value: need.code,
              label: state.language === "id" ? need.nameId : need.nameEn,
              hint: need.sensitive ? t.sensitive : undefined,
            }))}
            defaultValue={[...draft.needs]}
            error={errorOf(state, "needs")}
            disabled={disabled}
          />
        </Pinned>
      </div>
      <NeedPeopleFields state={state} needs={needs} />
      <AnsweredNeedsField state={state} offered={offered} />
      {leaderPage && <Marks state={state} element={element} leaderPage={leaderPage} />}
    </>
  );
}

/** What a program is found by. */
type MarksProps = Pick<PeopleStepProps, "state" | "element"> & { leaderPage: string };

function Marks({ state: { draft, editable }, element, leaderPage }: MarksProps) {
  const t = useMessages(stepMessages).people;
  const disabled = !editable;
  return (
    <div className="mt-4">
      <Checkbox name="ledByWoman" value="ya" label={t.ledByWoman} defaultChecked={draft.ledByWoman} disabled={disabled} />
      <p className="hint">
        {t.ledByWomanHint} <a href={leaderPage}>{t.nameLeader}</a>
      </p>
      {element === "disaster_cadet" && (
        <>
          <input type="hidden" name="urgentAsked" value="ya" />
          <Checkbox name="urgent" value="ya" label={t.urgent} defaultChecked={draft.urgent} disabled={disabled} />
        </>
      )}
    </div>
  );
}
