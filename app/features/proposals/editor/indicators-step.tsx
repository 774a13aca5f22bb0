import { fieldId } from "~/components/form-state";
import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { type DraftIndicator, formatDecimal } from "../proposal-draft";
import { type StepState, errorOf, requestsFor, typedOr } from "./editor-fields";
import { Pinned, PinnedNotes } from "./pinned-notes";
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
        <button className="btn btn-o mt-3" type="submit" name="aksi" value="tambah-baris">
          <Icon name="plus" />
          {t.add}
        </button>
      )}
    </Pinned>
  );
}

function IndicatorRow({ state, indicator, n }: { state: StepState; indicator: DraftIndicator; n: number }) {
  const t = useMessages(stepMessages).indicators;
  const name = (field: string) => `indicators.${indicator.id}.${field}`;
  const label = indicator.name || `${t.name} ${n}`;
  const input = { state, row: label, className: "lbl" };
  const number = (field: "baseline" | "target") => {
    const stored = indicator[field];
    return typedOr(state, name(field), stored === null ? "" : formatDecimal(stored));
  };
  const requests = requestsFor(state, `indicators.${indicator.id}`);
  return (
    <li id={fieldId(`indicators.${indicator.id}`)}>
      <input type="hidden" name="indicators" value={indicator.id} />
      <RowInput {...input} name={name("name")} label={t.name} value={indicator.name} maxLength={160} />
      <RowInput {...input} name={name("unit")} label={t.unit} value={indicator.unit} maxLength={40} />
      <RowInput {...input} name={name("baseline")} label={t.baseline} value={number("baseline")} numeric />
      <RowInput {...input} name={name("target")} label={t.target} value={number("target")} numeric />
      {state.editable && (
        <button className="icb" type="submit" name="aksi" value={`hapus-baris:${indicator.id}`} aria-label={t.remove(label)} formNoValidate>
          <Icon name="trash" />
        </button>
      )}
      {requests.length > 0 && (
        <div className="[grid-column:1/-1]">
          <PinnedNotes requests={requests} />
        </div>
      )}
    </li>
  );
}
