import { Button } from "~/components/button";
import { DateField, Fields, SelectField } from "~/components/field";
import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { RupiahField } from "~/components/money-field";
import { mostInstalments } from "./pledge";
import { everyMonthsChoices, type PledgeDraft } from "./pledge-draft";
import { pledgeFormMessages } from "./pledge-form-messages";

/** The sentence that stands beside a field, if something is wrong with it. */
export type ErrorOf = (field: string) => string | undefined;

/** In how many instalments, when, and by which way: with more than one, each can be changed by hand. */
export function HowToPay({ draft, errorOf }: { draft: PledgeDraft; errorOf: ErrorOf }) {
  const t = useMessages(pledgeFormMessages);
  const counts = Array.from({ length: mostInstalments }, (_, index) => index + 1);
  return (
    <>
      <Fields columns={3}>
        <SelectField
          name="tahap"
          label={t.count}
          empty={false}
          defaultValue={draft.typed.count}
          error={errorOf("tahap")}
          options={counts.map((n) => ({ value: String(n), label: t.countOption(n) }))}
        />
        <DateField name="mulai" label={t.firstDue} defaultValue={draft.typed.firstDueOn} error={errorOf("mulai")} />
        <SelectField
          name="jarak"
          label={t.every}
          empty={false}
          defaultValue={draft.typed.everyMonths}
          options={everyMonthsChoices.map((months) => ({ value: String(months), label: t.everyOption(months) }))}
        />
      </Fields>
      {draft.rows.length > 1 && <InstalmentRows draft={draft} errorOf={errorOf} />}
      <div className="row">
        <Button kind="outline" name="maksud" value="hitung">
          {t.recalculate}
        </Button>
        {draft.rows.length > 1 && (
          <Button kind="quiet" name="maksud" value="bagi">
            {t.even}
          </Button>
        )}
      </div>
      <div className="pick place-items-start [padding:.875rem_1rem] text-left">
        <span className="row gap-2.5 [font-weight:680]">
          <Icon name="bank" />
          {t.transfer}
        </span>
        <span className="small muted [font-weight:420]">{t.transferText}</span>
      </div>
      <p className="small muted">{t.noTransferYet}</p>
    </>
  );
}

function InstalmentRows({ draft, errorOf }: { draft: PledgeDraft; errorOf: ErrorOf }) {
  const t = useMessages(pledgeFormMessages);
  const difference = (draft.amount ?? 0n) - draft.planned;
  return (
    <div className="stack [--gap:.75rem]">
      {draft.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an instalment is its place in the plan
        <Fields columns={2} key={index}>
          <RupiahField
            name="nominal"
            id={`nominal-${index + 1}`}
            label={t.rowAmount(index + 1)}
            defaultValue={row.amount}
            error={errorOf(`nominal-${index + 1}`)}
            size="small"
          />
          <DateField
            name="tempo"
            id={`tempo-${index + 1}`}
            label={t.rowDue(index + 1)}
            defaultValue={row.dueOn}
            error={errorOf(`tempo-${index + 1}`)}
          />
        </Fields>
      ))}
      <div className="row justify-between pt-3.5 [border-top:1px_solid_var(--line)]">
        <span>{t.planned}</span>
        <b className="n">
          <Money amount={draft.planned} />
        </b>
      </div>
      {difference !== 0n && (
        <div className="row justify-between">
          <span>{t.difference}</span>
          <b className="n text-bad">
            <Money amount={difference} />
          </b>
        </div>
      )}
    </div>
  );
}
