import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { formatRupiah } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { type Reason, tolerances } from "./matching/matching";
import { reasonMessages } from "./reason-messages";
import { reconciliationMessages } from "./reconciliation-messages";

/** Why a suggestion is made, and what speaks against it. */
export function Why({ reasons }: { reasons: readonly Reason[] }) {
  const words = useMessages(reasonMessages);
  const language = useLanguage();
  return (
    <ul className="why">
      {reasons.map((reason) => (
        <li className={reason.weight >= 0 ? "p" : "m"} key={reason.code}>
          <Icon name={reason.weight >= 0 ? "check" : "x"} />
          <span>{words[reason.code](readable(reason))}</span>
          <span className="w">{reason.weight > 0 ? `+${reason.weight}` : reason.weight < 0 ? `−${-reason.weight}` : ""}</span>
        </li>
      ))}
    </ul>
  );

  function readable({ values = {} }: Reason): { [name: string]: string | number } {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        name === "left" || name === "excess"
          ? formatRupiah(BigInt(value), language)
          : name === "reference"
            ? spellReference(String(value))
            : value,
      ]),
    );
  }
}

export function Score({ score }: { score: number }) {
  const t = useMessages(reconciliationMessages);
  return (
    <span className="score">
      <svg aria-hidden="true">
        <rect className={score >= tolerances.goodScore ? "fg" : "mid"} width={`${score}%`} height="10" />
        <rect className="bg" x=".5" y=".5" width="63" height="9" />
      </svg>
      <span className="n">{score}</span>
      <span className="muted [font-weight:420]">{t.outOf100}</span>
    </span>
  );
}
