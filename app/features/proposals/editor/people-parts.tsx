import { Fields, NumberField } from "~/components/field";
import { useMessages } from "~/components/language";
import { fieldMessages } from "../field-label";
import { ageGroups, sexes } from "../people";
import type { Named } from "../program-view";
import { formatDecimal } from "../proposal-draft";
import { type StepState, errorOf, typedOr } from "./editor-fields";
import { Pinned } from "./pinned-notes";
import { planStepMessages } from "./plan-step-messages";

/** Direct beneficiaries by sex, age and disability; all optional. */
export function PeopleParts({ state }: { state: StepState }) {
  const t = useMessages(planStepMessages).people;
  const labels = useMessages(fieldMessages).field;
  const part = (field: (typeof sexes)[number] | (typeof ageGroups)[number] | "disabled") => (
    <NumberField
      key={field}
      name={field}
      label={labels[field]}
      defaultValue={typedOr(state, field, state.draft[field] === null ? "" : formatDecimal(String(state.draft[field])))}
      error={errorOf(state, field)}
      disabled={!state.editable}
      optional
    />
  );
  return (
    <>
      <h3 className="[font-size:var(--text-base)] [margin:1.5rem_0_.25rem]">{t.breakdown}</h3>
      <p className="hint mb-3">{t.breakdownHint}</p>
      <Fields columns={3}>{[...sexes, "disabled" as const].map(part)}</Fields>
      <Fields columns={2} className="mt-4">
        {ageGroups.map(part)}
      </Fields>
    </>
  );
}

/** How many people belong to each need group that is chosen and saved. */
export function NeedPeopleFields({ state, needs }: { state: StepState; needs: readonly (Named & { code: string })[] }) {
  const t = useMessages(planStepMessages).people;
  const chosen = needs.filter((need) => state.draft.needs.includes(need.code));
  return (
    <fieldset className="mt-6" id="needPeople" tabIndex={-1}>
      <legend className="lab">{t.groups}</legend>
      <p className="hint mb-3">{chosen.length > 0 ? t.groupsHint : t.groupsNone}</p>
      <input type="hidden" name="needPeopleAsked" value="ya" />
      <Pinned state={state} field="needPeople">
        <Fields columns={2}>
          {chosen.map((need) => {
            const field = `needPeople.${need.code}.people`;
            const people = state.draft.needPeople.find(({ code }) => code === need.code)?.people;
            return (
              <div key={need.code}>
                <input type="hidden" name="needPeople" value={need.code} />
                <NumberField
                  name={field}
                  label={state.language === "id" ? need.nameId : need.nameEn}
                  defaultValue={typedOr(state, field, people === undefined ? "" : formatDecimal(String(people)))}
                  error={errorOf(state, field)}
                  disabled={!state.editable}
                  optional
                />
              </div>
            );
          })}
        </Fields>
      </Pinned>
    </fieldset>
  );
}
