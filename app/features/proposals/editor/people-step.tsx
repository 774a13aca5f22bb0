import { Checkbox, CheckboxGroup } from "~/components/choice-field";
import { Fields, NumberField, TextField } from "~/components/field";
import { useMessages } from "~/components/language";
import type { OfferedNeed } from "~/features/needs/offered-needs.server";
import { formatDecimal } from "../proposal-draft";
import type { Named } from "../program-view";
import { AnsweredNeedsField } from "./answered-needs-field";
import { type StepState, errorOf, typedOr } from "./editor-fields";
import { Pinned } from "./pinned-notes";
import { stepMessages } from "./step-messages";

type PeopleStepProps = {
  state: StepState;
  needs: readonly (Named & { code: string; sensitive: boolean })[];
  element: string;
  offered: readonly OfferedNeed[];
  /** Where a verified leader is named; the tick alone is the proposer's word. */
  leaderPage: string;
};

export function PeopleStep({ state, needs, element, offered, leaderPage }: PeopleStepProps) {
  const t = useMessages(stepMessages).people;
  const { draft } = state;
  const disabled = !state.editable;
  const count = (field: "beneficiaries" | "women" | "children" | "elderly" | "disabled") => ({
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
      </Fields>
      <h3 className="[font-size:var(--text-base)] [margin:1.5rem_0_.5rem]">{t.breakdown}</h3>
      <Fields columns={2}>
        <NumberField {...count("women")} label={t.women} optional />
        <NumberField {...count("children")} label={t.children} optional />
        <NumberField {...count("elderly")} label={t.elderly} optional />
        <NumberField {...count("disabled")} label={t.disabled} optional />
      </Fields>
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
      <AnsweredNeedsField state={state} offered={offered} />
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
    </>
  );
}
