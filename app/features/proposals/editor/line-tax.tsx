import { useMessages } from "~/components/language";
import { regulations } from "#db/reference/regulations";
import { taxText } from "../plan/plan-messages";
import type { DraftLine } from "../proposal-draft";
import { rateOf, ratesOffered, taxModes } from "../tax";
import type { StepState } from "./editor-fields";
import { planStepMessages } from "./plan-step-messages";
import { RowSelect } from "./row-select";

/** Which tax is on a line, whether its price holds it already, and what that makes in rupiah. */
export function LineTaxFields({ state, line, label }: { state: StepState; line: DraftLine; label: string }) {
  const t = useMessages(planStepMessages).tax;
  const { language } = state;
  const rate = line.tax && rateOf(line.tax.code);
  const regulation = regulations.find(({ code }) => code === rate?.regulation);
  return (
    <details className="taxline small" open={line.tax !== null}>
      <summary>
        {t.label}
        <span className="sr"> {label}</span>
        {line.tax && <span className="muted">: {taxText(line, language)}</span>}
      </summary>
      <div>
        <RowSelect
          state={state}
          className="lbl"
          row={label}
          name={`lines.${line.id}.tax`}
          label={t.label}
          value={line.tax?.code ?? ""}
          empty={t.none}
          options={ratesOffered(line.tax?.code).map((one) => ({
            value: one.code,
            label: language === "id" ? one.nameId : one.nameEn,
            "data-rate": String(one.basisPoints),
            "data-base": one.base,
          }))}
        />
        <RowSelect
          state={state}
          className="lbl"
          row={label}
          name={`lines.${line.id}.taxMode`}
          label={t.mode}
          value={line.tax?.mode ?? "included"}
          options={taxModes.map((mode) => ({ value: mode, label: t[mode] }))}
        />
      </div>
      {regulation && <p className="muted mt-1">{t.basis(regulation.name)}</p>}
    </details>
  );
}
