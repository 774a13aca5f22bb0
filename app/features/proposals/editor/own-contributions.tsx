import { fieldId } from "~/components/form-state";
import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { formatRupiah, formatWhole } from "~/kernel/money";
import { planMessages } from "../plan/plan-messages";
import { contributionKinds } from "../proposal";
import { type DraftContribution, amountOfLine, budgetTotal, formatDecimal } from "../proposal-draft";
import { type StepState, requestsFor, typedOr } from "./editor-fields";
import { Pinned, PinnedNotes } from "./pinned-notes";
import { planStepMessages } from "./plan-step-messages";
import { RowInput } from "./row-input";
import { RowSelect } from "./row-select";

/** What the community brings itself, under the budget and with a sum of its own. */
export function OwnContributions({ state }: { state: StepState }) {
  const t = useMessages(planStepMessages).own;
  const words = useMessages(planMessages).own;
  const { contributions } = state.draft;
  return (
    <Pinned state={state} field="contributions">
      <input type="hidden" name="contributionsAsked" value="ya" />
      <h3 className="[font-size:var(--text-base)] [margin:1.75rem_0_.25rem]" id="contributions">
        {words.title}
      </h3>
      <p className="hint">{t.lead}</p>
      <ul className="rabx ind swadaya">
        {contributions.map((row, index) => (
          <ContributionRow key={row.id} state={state} row={row} n={index + 1} />
        ))}
      </ul>
      <div className="hh mt-3">
        {state.editable ? (
          <button className="btn btn-o" type="submit" name="aksi" value="tambah-swadaya">
            <Icon name="plus" />
            {t.add}
          </button>
        ) : (
          <span />
        )}
        {contributions.length > 0 && (
          <p>
            <span className="mr-3">{words.total}</span>
            <b className="n">{formatRupiah(budgetTotal(contributions), state.language)}</b>
          </p>
        )}
      </div>
    </Pinned>
  );
}

function ContributionRow({ state, row, n }: { state: StepState; row: DraftContribution; n: number }) {
  const t = useMessages(planStepMessages).own;
  const words = useMessages(planMessages).own;
  const name = (field: string) => `contributions.${row.id}.${field}`;
  const label = row.description || t.row(n);
  const input = { state, row: label, className: "lbl" };
  const amount = amountOfLine(row);
  const requests = requestsFor(state, `contributions.${row.id}`);
  return (
    <li id={fieldId(`contributions.${row.id}`)}>
      <input type="hidden" name="contributions" value={row.id} />
      <RowSelect
        {...input}
        className="lbl kind"
        name={name("kind")}
        label={t.kind}
        value={row.kind}
        options={contributionKinds.map((kind) => ({ value: kind, label: words.kind[kind] }))}
      />
      <RowInput {...input} className="lbl wide" name={name("description")} label={t.description} value={row.description} maxLength={160} />
      <RowInput
        {...input}
        name={name("volume")}
        label={t.volume}
        value={typedOr(state, name("volume"), row.volume === null ? "" : formatDecimal(row.volume))}
        numeric
      />
      <RowInput {...input} className="lbl unit" name={name("unit")} label={t.unit} value={row.unit} maxLength={40} />
      <RowInput
        {...input}
        name={name("unitPrice")}
        label={t.price}
        value={typedOr(state, name("unitPrice"), row.unitPrice === null ? "" : formatWhole(row.unitPrice))}
        numeric
      />
      <span className="jm self-end">{amount === undefined ? "–" : formatWhole(amount, state.language)}</span>
      {state.editable && (
        <button className="icb" type="submit" name="aksi" value={`hapus-baris:${row.id}`} aria-label={t.remove(label)} formNoValidate>
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
