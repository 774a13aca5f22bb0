import { SelectField } from "~/components/field";
import { fieldId } from "~/components/form-state";
import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { indicatorKinds } from "#db/reference/indicator-kinds";
import { kindOf } from "../indicator-kinds";
import { pillars } from "../proposal";
import { proposalMessages } from "../proposal-messages";
import { type DraftIndicator, formatDecimal } from "../proposal-draft";
import { type StepState, errorOf, requestsFor, typedOr } from "./editor-fields";
import { Pinned, PinnedNotes } from "./pinned-notes";
import { planStepMessages } from "./plan-step-messages";
import { RowInput } from "./row-input";
import { stepMessages } from "./step-messages";

export function IndicatorsStep({ state }: { state: StepState }) {
  const t = useMessages(stepMessages).indicators;
  const { indicators } = state.draft;
  return (
    <Pinned state={state} field="indicators">
      <ul className="rabx ind" id="indicators">
        {indicators.map((indicator, index) => (
          <IndicatorRow key={indicator.id} state={state} indicator={indicator} n={index + 1} />
        ))}
      </ul>
      {indicators.length === 0 && <p className="muted small [padding:1rem_0]">{t.empty}</p>}
      {errorOf(state, "indicators") && <p className="err mt-2">{errorOf(state, "indicators")}</p>}
      {state.editable && (
        <>
          <button className="btn btn-o mt-3" type="submit" name="aksi" value="tambah-baris">
            <Icon name="plus" />
            {t.add}
          </button>
          <Catalogue state={state} />
        </>
      )}
    </Pinned>
  );
}

/** What many programs report, by pillar and with those of the proposal's own pillar first. */
function Catalogue({ state }: { state: StepState }) {
  const t = useMessages(planStepMessages).indicators;
  const words = useMessages(proposalMessages);
  const first = state.draft.pillar;
  const order = first ? [first, ...pillars.filter((pillar) => pillar !== first)] : pillars;
  const options = order.flatMap((pillar) =>
    indicatorKinds
      .filter((kind) => kind.pillar === pillar)
      .map((kind) => ({
        value: kind.code,
        label: `${words.pillar[pillar]}: ${state.language === "id" ? kind.nameId : kind.nameEn} (${state.language === "id" ? kind.unit : kind.unitEn})`,
      })),
  );
  return (
    <div className="mt-5">
      <SelectField name="katalog" label={t.catalogue} hint={t.catalogueHint} empty={t.choose} options={options} />
      <button className="btn btn-o mt-3" type="submit" name="aksi" value="tambah-katalog">
        <Icon name="plus" />
        {t.add}
      </button>
    </div>
  );
}

function IndicatorRow({ state, indicator, n }: { state: StepState; indicator: DraftIndicator; n: number }) {
  const t = useMessages(stepMessages).indicators;
  const { known } = useMessages(planStepMessages).indicators;
  const name = (field: string) => `indicators.${indicator.id}.${field}`;
  const label = indicator.name || `${t.name} ${n}`;
  const input = { state, row: label, className: "lbl" };
  const number = (field: "baseline" | "target") => {
    const stored = indicator[field];
    return typedOr(state, name(field), stored === null ? "" : formatDecimal(stored));
  };
  const requests = requestsFor(state, `indicators.${indicator.id}`);
  const kind = kindOf(indicator.code);
  return (
    <li id={fieldId(`indicators.${indicator.id}`)}>
      <input type="hidden" name="indicators" value={indicator.id} />
      <RowInput {...input} name={name("name")} label={t.name} value={indicator.name} maxLength={160} />
      {kind ? (
        <>
          <input type="hidden" name={name("code")} value={kind.code} />
          <label className="lbl">
            <i>
              {t.unit} <span className="sr">{label}</span>
            </i>
            <input className="in" defaultValue={indicator.unit} readOnly disabled={!state.editable} />
          </label>
        </>
      ) : (
        <RowInput {...input} name={name("unit")} label={t.unit} value={indicator.unit} maxLength={40} />
      )}
      <RowInput {...input} name={name("baseline")} label={t.baseline} value={number("baseline")} numeric />
      <RowInput {...input} name={name("target")} label={t.target} value={number("target")} numeric />
      {state.editable && (
        <button className="icb" type="submit" name="aksi" value={`hapus-baris:${indicator.id}`} aria-label={t.remove(label)} formNoValidate>
          <Icon name="trash" />
        </button>
      )}
      {kind && (
        <p className="small muted [grid-column:1/-1]">
          {known}: {state.language === "id" ? kind.definitionId : kind.definitionEn}
        </p>
      )}
      {requests.length > 0 && (
        <div className="[grid-column:1/-1]">
          <PinnedNotes requests={requests} />
        </div>
      )}
    </li>
  );
}
