import { fieldId } from "~/components/form-state";
import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { formatRupiah, formatWhole } from "~/kernel/money";
import { importMessages } from "../import/import-messages";
import type { PriceHint } from "../price-hints.server";
import { type DraftLine, amountOfLine, budgetTotal, formatDecimal } from "../proposal-draft";
import { type StepState, errorOf, requestsFor, typedOr } from "./editor-fields";
import { Pinned, PinnedNotes } from "./pinned-notes";
import { LineMembers } from "./line-members";
import { LineTaxFields } from "./line-tax";
import { OwnContributions } from "./own-contributions";
import { planStepMessages } from "./plan-step-messages";
import { PriceNote } from "./price-note";
import { RowInput } from "./row-input";
import { stepMessages } from "./step-messages";

type BudgetStepProps = { state: StepState; hints: readonly PriceHint[]; importAddress?: string };

export function BudgetStep({ state, hints, importAddress }: BudgetStepProps) {
  const t = useMessages(stepMessages).budget;
  const taxes = useMessages(planStepMessages).tax;
  const { lines } = state.draft;
  const groups = groupsOf(lines);
  return (
    <>
      <Pinned state={state} field="lines">
        <div className="rabx" id="lines" data-budget="">
          <div className="hd" aria-hidden="true">
            <span>{t.description}</span>
            <span>{t.volume}</span>
            <span>{t.unit}</span>
            <span>{t.price}</span>
            <span>{t.amount}</span>
            <span />
          </div>
          <ul>
            {groups.map((group) => (
              <BudgetGroup key={group.key} state={state} group={group} hints={hints} />
            ))}
          </ul>
          {state.editable && importAddress && (
            <p className="small mt-2">
              <a href={importAddress}>{importMessages[state.language].link}</a>
            </p>
          )}
          {lines.length === 0 && <p className="muted small [padding:1rem_0]">{t.empty}</p>}
          {errorOf(state, "lines") && <p className="err">{errorOf(state, "lines")}</p>}
        </div>
        <div className="hh mt-4">
          {state.editable ? (
            <>
              <input type="hidden" name="kelompokBaru" value={t.groupName(groups.length)} />
              <button className="btn btn-o" type="submit" name="aksi" value="tambah-kelompok">
                <Icon name="plus" />
                {t.addGroup}
              </button>
            </>
          ) : (
            <span />
          )}
          <p>
            <b className="mr-3">{t.total}</b>
            <b className="n [border-bottom:3px_double_var(--ink)] [font-size:var(--text-lg)]" data-budget-total="">
              {formatRupiah(budgetTotal(lines), state.language)}
            </b>
          </p>
        </div>
        <p className="hint">{taxes.rule}</p>
      </Pinned>
      <OwnContributions state={state} />
    </>
  );
}

type Group = { key: string; name: string; rows: { line: DraftLine; n: number }[] };

/** The lines by their groups, in the order of the budget. */
function groupsOf(lines: readonly DraftLine[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [index, line] of lines.entries()) {
    const group = groups.get(line.section) ?? { key: `g${groups.size}`, name: line.section, rows: [] };
    group.rows.push({ line, n: index + 1 });
    groups.set(line.section, group);
  }
  return [...groups.values()];
}

function BudgetGroup({ state, group, hints }: { state: StepState; group: Group; hints: readonly PriceHint[] }) {
  const t = useMessages(stepMessages).budget;
  return (
    <>
      <li className="grp">
        <label className="min-w-0 flex-1">
          <span className="sr">{t.section}</span>
          <input
            className="in"
            name={`groups.${group.key}.name`}
            defaultValue={group.name}
            placeholder={t.section}
            maxLength={80}
            disabled={!state.editable}
            autoComplete="off"
          />
        </label>
        <span className="n self-center">{formatRupiah(budgetTotal(group.rows.map((row) => row.line)), state.language)}</span>
      </li>
      {group.rows.map(({ line, n }) => (
        <BudgetRow key={line.id} state={state} line={line} n={n} group={group.key} hint={hints.find((one) => one.lineId === line.id)} />
      ))}
      {state.editable && (
        <li className="add">
          <button className="btn btn-q" type="submit" name="aksi" value={`tambah-baris:${group.key}`}>
            <Icon name="plus" />
            {t.addTo(group.name)}
          </button>
        </li>
      )}
    </>
  );
}

type BudgetRowProps = { state: StepState; line: DraftLine; n: number; group: string; hint: PriceHint | undefined };

function BudgetRow({ state, line, n, group, hint }: BudgetRowProps) {
  const t = useMessages(stepMessages).budget;
  const name = (field: string) => `lines.${line.id}.${field}`;
  const amount = amountOfLine(line);
  const label = line.description || t.line(n);
  const requests = requestsFor(state, `lines.${line.id}`);
  const input = { state, row: label };
  return (
    <li id={fieldId(`lines.${line.id}`)} data-budget-row="">
      <input type="hidden" name="lines" value={line.id} />
      <input type="hidden" name={name("group")} value={group} />
      <RowInput {...input} className="f1" name={name("description")} label={t.description} value={line.description} maxLength={160} />
      <RowInput
        {...input}
        className="f2"
        name={name("volume")}
        label={t.volume}
        value={typedOr(state, name("volume"), line.volume === null ? "" : formatDecimal(line.volume))}
        numeric
      />
      <RowInput {...input} className="f3" name={name("unit")} label={t.unit} value={line.unit} maxLength={40} />
      <RowInput
        {...input}
        className="f4"
        name={name("unitPrice")}
        label={t.priceRp}
        value={typedOr(state, name("unitPrice"), line.unitPrice === null ? "" : formatWhole(line.unitPrice))}
        numeric
      />
      <span className="jm" data-budget-amount="">
        {amount === undefined ? "–" : formatWhole(amount, state.language)}
      </span>
      {state.editable && (
        <button className="icb" type="submit" name="aksi" value={`hapus-baris:${line.id}`} aria-label={t.remove(label)} formNoValidate>
          <Icon name="trash" />
        </button>
      )}
      <LineTaxFields state={state} line={line} label={label} />
      {hint && <PriceNote hint={hint} price={line.unitPrice} />}
      <LineMembers state={state} line={line} label={label} />
      {requests.length > 0 && (
        <div className="[grid-column:1/-1]">
          <PinnedNotes requests={requests} />
        </div>
      )}
    </li>
  );
}
