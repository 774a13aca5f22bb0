import { fieldId } from "~/components/form-state";
import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { planMessages } from "../plan/plan-messages";
import { likelihoods } from "../proposal";
import type { DraftActivity, DraftRisk } from "../proposal-draft";
import { type StepState, errorOf, requestsFor, typedOr } from "./editor-fields";
import { Pinned, PinnedNotes } from "./pinned-notes";
import { planStepMessages } from "./plan-step-messages";
import { RowInput } from "./row-input";
import { RowSelect } from "./row-select";

/** When things are done, and what may get in the way. */
export function PlanStep({ state }: { state: StepState }) {
  const t = useMessages(planStepMessages);
  const { activities, risks } = state.draft;
  return (
    <>
      <PlanRows state={state} field="activities" texts={t.activities} add="tambah-kegiatan" empty={activities.length === 0}>
        <ul className="rabx ind dates">
          {activities.map((activity, index) => (
            <ActivityRow key={activity.id} state={state} activity={activity} n={index + 1} />
          ))}
        </ul>
      </PlanRows>
      <PlanRows state={state} field="risks" texts={t.risks} add="tambah-risiko" empty={risks.length === 0}>
        <ul className="rabx ind risks">
          {risks.map((risk, index) => (
            <RiskRow key={risk.id} state={state} risk={risk} n={index + 1} />
          ))}
        </ul>
      </PlanRows>
    </>
  );
}

type PlanRowsProps = {
  state: StepState;
  field: "activities" | "risks";
  texts: { title: string; lead: string; add: string; empty: string };
  add: string;
  empty: boolean;
  children: React.ReactNode;
};

function PlanRows({ state, field, texts, add, empty, children }: PlanRowsProps) {
  return (
    <Pinned state={state} field={field}>
      <h3 className="[font-size:var(--text-base)] [margin:1.25rem_0_.25rem]" id={field}>
        {texts.title}
      </h3>
      <p className="hint">{texts.lead}</p>
      {children}
      {empty && <p className="muted small [padding:.75rem_0]">{texts.empty}</p>}
      {errorOf(state, field) && <p className="err mt-2">{errorOf(state, field)}</p>}
      {state.editable && (
        <button className="btn btn-o mt-3" type="submit" name="aksi" value={add}>
          <Icon name="plus" />
          {texts.add}
        </button>
      )}
    </Pinned>
  );
}

function ActivityRow({ state, activity, n }: { state: StepState; activity: DraftActivity; n: number }) {
  const t = useMessages(planStepMessages).activities;
  const name = (field: string) => `activities.${activity.id}.${field}`;
  const label = activity.name || t.row(n);
  const input = { state, row: label, className: "lbl" };
  const month = (field: "from" | "to") => ({
    ...input,
    name: name(field),
    label: t[field],
    value: typedOr(state, name(field), activity[field] ?? ""),
    type: "month" as const,
    placeholder: "2026-11",
  });
  return (
    <li id={fieldId(`activities.${activity.id}`)}>
      <input type="hidden" name="activities" value={activity.id} />
      <RowInput {...input} className="lbl wide" name={name("name")} label={t.name} value={activity.name} maxLength={160} />
      <RowInput {...month("from")} />
      <RowInput {...month("to")} />
      <RowEnd state={state} field={`activities.${activity.id}`} row={activity.id} remove={t.remove(label)} />
    </li>
  );
}

function RiskRow({ state, risk, n }: { state: StepState; risk: DraftRisk; n: number }) {
  const t = useMessages(planStepMessages).risks;
  const words = useMessages(planMessages).risks;
  const name = (field: string) => `risks.${risk.id}.${field}`;
  const label = risk.risk || t.row(n);
  const input = { state, row: label, className: "lbl" };
  return (
    <li id={fieldId(`risks.${risk.id}`)}>
      <input type="hidden" name="risks" value={risk.id} />
      <RowInput {...input} name={name("risk")} label={t.risk} value={risk.risk} maxLength={200} />
      <RowSelect
        {...input}
        name={name("likelihood")}
        label={t.likelihood}
        value={risk.likelihood ?? ""}
        empty={t.choose}
        options={likelihoods.map((likelihood) => ({ value: likelihood, label: words.level[likelihood] }))}
      />
      <RowInput {...input} name={name("mitigation")} label={t.mitigation} value={risk.mitigation} maxLength={240} />
      <RowEnd state={state} field={`risks.${risk.id}`} row={risk.id} remove={t.remove(label)} />
    </li>
  );
}

/** The button that removes a row, and what the verifiers asked for about it. */
function RowEnd({ state, field, row, remove }: { state: StepState; field: string; row: string; remove: string }) {
  const requests = requestsFor(state, field);
  return (
    <>
      {state.editable && (
        <button className="icb" type="submit" name="aksi" value={`hapus-baris:${row}`} aria-label={remove} formNoValidate>
          <Icon name="trash" />
        </button>
      )}
      {requests.length > 0 && (
        <div className="[grid-column:1/-1]">
          <PinnedNotes requests={requests} />
        </div>
      )}
    </>
  );
}
