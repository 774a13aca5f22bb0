import { Fragment, type ReactNode } from "react";
import { type Rupiah, sum } from "~/kernel/money";
import { classNames } from "./class-names";
import { commonMessages } from "./common-messages";
import { Icon } from "./icon";
import { useMessages } from "./language";
import { Money } from "./money";

type Part = { label: ReactNode; amount: Rupiah };
type ProofBarProps = {
  bank: Rupiah;
  /** What the ledger says, in parts that add up. */
  parts: readonly Part[];
  difference?: Rupiah;
  bankNote?: ReactNode;
  note?: ReactNode;
  action?: ReactNode;
  label?: string;
};

/** Bank against ledger. Balanced or not, it stands on top of the desk. */
export function ProofBar({
  bank,
  parts,
  difference = bank - sum(parts.map((part) => part.amount)),
  bankNote,
  note,
  action,
  label,
}: ProofBarProps) {
  const t = useMessages(commonMessages);
  const even = difference === 0n;
  return (
    <section className={classNames("proof", even ? "even" : "uneven")} aria-label={label ?? t.difference}>
      <div>
        <p className="xs muted">{t.bankBalance}</p>
        <p className="eq">
          <Money amount={bank} />
        </p>
        {bankNote && <p className="xs muted">{bankNote}</p>}
      </div>
      <div>
        <p className="xs muted">{t.bookBalance}</p>
        <div className="sum">
          {parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
            <Fragment key={index}>
              {index > 0 && <i>+</i>}
              <span>
                <span className="eq">
                  <Money amount={part.amount} />
                </span>
                <span className="xs muted block">{part.label}</span>
              </span>
            </Fragment>
          ))}
        </div>
      </div>
      <div className={even ? "[background:var(--ok-bg)]" : "[background:var(--bad-bg)]"}>
        <p className={classNames("xs", even ? "text-ok" : "text-bad")}>{t.difference}</p>
        <p className={classNames("eq flex gap-2 items-center", even ? "text-ok" : "text-bad")}>
          <Icon name={even ? "check" : "warn"} label={even ? t.balanced : undefined} />
          <Money amount={difference} />
        </p>
        {note && <p className="xs muted">{note}</p>}
        {action}
      </div>
    </section>
  );
}

type EquationProps = { terms: readonly Part[]; result: Part; ok: boolean; sign?: "−" | "+" };

/** A sum in plain sight: a − b = difference. A form stays locked while the difference is not zero. */
export function EquationBar({ terms, result, ok, sign = "−" }: EquationProps) {
  return (
    <div className={classNames("eqbar", ok ? "ok" : "bad")} role="status">
      {terms.map((term, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
        <Fragment key={index}>
          {index > 0 && <i>{sign}</i>}
          <span>
            <small>{term.label}</small>
            <Money amount={term.amount} />
          </span>
        </Fragment>
      ))}
      <i>=</i>
      <span className={ok ? "text-ok" : "text-bad"}>
        <small className="[color:inherit]">{result.label}</small>
        <Money amount={result.amount} />
      </span>
    </div>
  );
}
