import { EquationBar } from "~/components/proof-bar";
import { fieldId } from "~/components/form-state";
import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { formatWhole, subtract } from "~/kernel/money";
import { type DraftTranche, budgetTotal, tranchesTotal } from "../proposal-draft";
import { type StepState, errorOf, requestsFor, typedOr } from "./editor-fields";
import { Pinned, PinnedNotes } from "./pinned-notes";
import { RowInput } from "./row-input";
import { stepMessages } from "./step-messages";

export function TranchesStep({ state }: { state: StepState }) {
  const t = useMessages(stepMessages).tranches;
  const { tranches, lines } = state.draft;
  const [budget, planned] = [budgetTotal(lines), tranchesTotal(tranches)];
  return (
    <Pinned state={state} field="tranches">
      <ul className="trx" id="tranches">
        {tranches.map((tranche, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a termin is its number
          <TrancheRow key={index} state={state} tranche={tranche} n={index + 1} />
        ))}
      </ul>
      {tranches.length === 0 && <p className="muted small [padding:1rem_0]">{t.empty}</p>}
      {errorOf(state, "tranches") && <p className="err mt-2">{errorOf(state, "tranches")}</p>}
      {state.editable && (
        <button className="btn btn-o mt-3" type="submit" name="aksi" value="tambah-baris">
          <Icon name="plus" />
          {t.add}
        </button>
      )}
      <div className="mt-4" data-tranche-sum={budget.toString()}>
        <EquationBar
          terms={[
            { label: t.budget, amount: budget },
            { label: t.sum, amount: planned },
          ]}
          result={{ label: t.difference, amount: subtract(budget, planned) }}
          ok={budget === planned && budget > 0n}
        />
      </div>
      <p className="hint">{t.warning}</p>
    </Pinned>
  );
}

function TrancheRow({ state, tranche, n }: { state: StepState; tranche: DraftTranche; n: number }) {
  const t = useMessages(stepMessages).tranches;
  const name = (field: string) => `tranches.${n}.${field}`;
  const fixed = state.fixed?.includes(`tranches.${n}`) ?? false;
  const input = { state, row: t.tranche(n), readOnly: fixed };
  const amount = typedOr(state, name("amount"), tranche.amount === null ? "" : formatWhole(tranche.amount));
  const requests = requestsFor(state, `tranches.${n}`);
  return (
    <li id={fieldId(`tranches.${n}`)}>
      <input type="hidden" name="tranches" value={n} />
      <b>
        {t.tranche(n)}
        {fixed && <small className="block muted">{t.fixed}</small>}
      </b>
      <div className="grid gap-2">
        {requests.length > 0 && <PinnedNotes requests={requests} />}
        <RowInput {...input} className="lbl" name={name("title")} label={t.work(n)} value={tranche.title} maxLength={120} />
        <RowInput {...input} className="lbl" name={name("condition")} label={t.condition} value={tranche.condition} maxLength={160} />
      </div>
      <div className="grid gap-2">
        <RowInput {...input} className="lbl" name={name("amount")} label={t.amount(n)} value={amount} numeric />
        <RowInput
          {...input}
          className="lbl"
          name={name("plannedOn")}
          label={t.planned}
          value={typedOr(state, name("plannedOn"), tranche.plannedOn ?? "")}
          type="date"
        />
      </div>
      {state.editable && !fixed && (
        <button className="icb" type="submit" name="aksi" value={`hapus-baris:${n}`} aria-label={t.remove(n)} formNoValidate>
          <Icon name="trash" />
        </button>
      )}
    </li>
  );
}
