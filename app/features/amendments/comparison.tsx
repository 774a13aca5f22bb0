import { classNames } from "~/components/class-names";
import { Icon, type IconName } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { TableScroll } from "~/components/table";
import { formatDecimal } from "~/features/proposals/proposal-draft";
import { planMessages } from "~/features/proposals/plan/plan-messages";
import { rateOf } from "~/features/proposals/tax";
import { formatDay } from "~/kernel/dates";
import { formatMonths } from "~/kernel/months";
import { type Rupiah, formatRupiah, formatWhole, sum } from "~/kernel/money";
import { amendmentMessages } from "./amendment-messages";
import type { NeedNames } from "./amendment-queries.server";
import { type Change, type Detail, type Row, type SectionComparison, type Value, countChanges } from "./compare-versions";

type ComparisonProps = { sections: readonly SectionComparison[]; from: string; to: string; needs: NeedNames };

/** Two versions beside each other: what changed is said in words and signs, never by colour alone. */
export function Comparison({ sections, from, to, needs }: ComparisonProps) {
  const t = useMessages(amendmentMessages);
  const changed = sections.filter(({ rows }) => rows.some((row) => row.change !== "same"));
  const untouched = sections.filter((one) => !changed.includes(one) && one.rows.length > 0);
  const names = untouched.map(({ section }) => t.section[section].toLowerCase()).join(", ");
  if (changed.length === 0) return <p>{t.sameAll}</p>;
  return (
    <>
      {changed.map((one) => (
        <ChangedSection key={one.section} comparison={one} from={from} to={to} needs={needs} />
      ))}
      {untouched.length > 0 && <p className="hint">{t.untouched(names)}</p>}
    </>
  );
}

type ChangedSectionProps = { comparison: SectionComparison; from: string; to: string; needs: NeedNames };

function ChangedSection({ comparison, from, to, needs }: ChangedSectionProps) {
  const t = useMessages(amendmentMessages);
  const { rows, section, totals } = comparison;
  const counts = countChanges(rows);
  const amounts = totals !== undefined || section === "groups";
  const shown = rows.filter((row) => row.change !== "same");
  const rest = rows.filter((row) => row.change === "same");
  const kinds = (["changed", "added", "removed", "same"] as const).filter((kind) => counts[kind] > 0);
  const caption = kinds.map((kind) => `${counts[kind]} ${t.counted[kind]}`).join(", ");
  const label = (version: string) => (amounts ? t.amountOf(version) : version);
  return (
    <div className="mb-6">
      <h3 className="mb-2 [font-size:var(--text-base)]">{t.section[section]}</h3>
      <TableScroll label={`${t.comparison}: ${t.section[section]}`}>
        <table className="led stackable cmpv">
          <caption>{caption}.</caption>
          <thead>
            <tr>
              <th scope="col">{t.sign}</th>
              <th scope="col">{t.item}</th>
              <th scope="col" className={amounts ? "r" : undefined}>
                {label(from)}
              </th>
              <th scope="col" className={amounts ? "r" : undefined}>
                {label(to)}
              </th>
              {amounts && (
                <th scope="col" className="r">
                  {t.difference}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <ChangedRow key={row.key} row={row} from={from} to={to} amounts={amounts} needs={needs} />
            ))}
            {rest.length > 0 && amounts && <RestRow rows={rest} from={from} to={to} />}
          </tbody>
          {totals && <TotalRow totals={totals} from={from} to={to} />}
        </table>
      </TableScroll>
    </div>
  );
}

const signs: { readonly [C in Change]: { className: string; icon: IconName | undefined } } = {
  same: { className: "un", icon: undefined },
  changed: { className: "chg", icon: "pen" },
  added: { className: "add", icon: "plus" },
  removed: { className: "del", icon: "minus" },
};

function Sign({ change }: { change: Change }) {
  const t = useMessages(amendmentMessages);
  const { icon } = signs[change];
  return (
    <td className="sg0">
      {icon && <Icon name={icon} />}
      {t.change[change]}
    </td>
  );
}

type RowProps = { row: Row; from: string; to: string; amounts: boolean; needs: NeedNames };

function ChangedRow({ row, from, to, amounts, needs }: RowProps) {
  const t = useMessages(amendmentMessages);
  const write = useWriter(needs);
  const { name } = row;
  const title = "word" in name ? t.place[name.word] : "termin" in name ? t.termin(name.termin, name.written) : name.written;
  const cell = classNames(amounts && "r", !amounts && "[white-space:pre-line]");
  return (
    <tr className={signs[row.change].className}>
      <Sign change={row.change} />
      <td lang={"word" in name ? undefined : "id"}>
        {title}
        {row.details.map((detail) => (
          <DetailLine key={detail.word} detail={detail} needs={needs} />
        ))}
      </td>
      <td className={cell} data-l={from}>
        {row.before ? write(row.before, amounts) : <Nothing />}
      </td>
      <td className={cell} data-l={to}>
        {row.after ? write(row.after, amounts) : <Nothing />}
      </td>
      {amounts && (
        <td className="r" data-l={t.difference}>
          <Difference of={amountOf(row.after) - amountOf(row.before)} />
        </td>
      )}
    </tr>
  );
}

function Nothing() {
  const t = useMessages(amendmentMessages);
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr">{t.nothingThere}</span>
    </>
  );
}

/** Something else of a row that differs: what it was is struck through and called so. */
function DetailLine({ detail: { word, before, after }, needs }: { detail: Detail; needs: NeedNames }) {
  const t = useMessages(amendmentMessages);
  const write = useWriter(needs);
  return (
    <small>
      {t.place[word]}:{" "}
      {before && (
        <>
          {after && <span className="sr">{t.was} </span>}
          {after ? <del>{write(before, false)}</del> : write(before, false)}
        </>
      )}
      {before && after && (
        <>
          {" "}
          <span className="sr">{t.becomes} </span>
          <span aria-hidden="true">→ </span>
        </>
      )}
      {after && write(after, false)}
    </small>
  );
}

function RestRow({ rows, from, to }: { rows: readonly Row[]; from: string; to: string }) {
  const t = useMessages(amendmentMessages);
  const language = useLanguage();
  const total = formatWhole(sum(rows.map((row) => amountOf(row.after))), language);
  return (
    <tr className="un">
      <Sign change="same" />
      <td>{t.rest(rows.length)}</td>
      <td className="r" data-l={from}>
        {total}
      </td>
      <td className="r" data-l={to}>
        {total}
      </td>
      <td className="r" data-l={t.difference}>
        {t.unchanged}
      </td>
    </tr>
  );
}

function TotalRow({ totals, from, to }: { totals: { before: Rupiah; after: Rupiah }; from: string; to: string }) {
  const t = useMessages(amendmentMessages);
  const language = useLanguage();
  return (
    <tfoot>
      <tr>
        <td colSpan={2}>{t.total}</td>
        <td className="r" data-l={from}>
          <span>{formatWhole(totals.before, language)}</span>
        </td>
        <td className="r" data-l={to}>
          <span>{formatWhole(totals.after, language)}</span>
        </td>
        <td className="r" data-l={t.difference}>
          <Difference of={totals.after - totals.before} />
        </td>
      </tr>
    </tfoot>
  );
}

/** "+2.400.000", "−3.300.000", "0". */
function Difference({ of }: { of: Rupiah }) {
  const language = useLanguage();
  if (of === 0n) return <>0</>;
  return <>{`${of > 0n ? "+" : "\u2212"}${formatWhole(of > 0n ? of : -of, language)}`}</>;
}

function amountOf(value: Value | null): Rupiah {
  return value?.kind === "money" ? value.amount : 0n;
}

/** A value in the reader's language; in a column of amounts without the currency, which its head names. */
function useWriter(needs: NeedNames): (value: Value, inColumn: boolean) => string {
  const language = useLanguage();
  const t = useMessages(amendmentMessages);
  const plan = useMessages(planMessages);
  return (value, inColumn) => {
    switch (value.kind) {
      case "text":
        return value.text;
      case "count":
        return formatWhole(value.count, language);
      case "day":
        return formatDay(value.day, language);
      case "decimal":
        return `${formatDecimal(value.value, language)} ${value.unit}`;
      case "money":
        return inColumn ? formatWhole(value.amount, language) : formatRupiah(value.amount, language);
      case "product":
        return `${formatDecimal(value.volume, language)} ${value.unit} × ${formatRupiah(value.unitPrice, language)}`;
      case "few":
        return t.few;
      case "parts":
        return value.rewritten ? t.parts.rewritten : t.parts.kept;
      case "tax":
        return `${rateOf(value.tax.code)?.[language === "id" ? "nameId" : "nameEn"] ?? value.tax.code}, ${t.taxMode[value.tax.mode]}`;
      case "contribution":
        return plan.own.kind[value.of];
      case "months":
        return formatMonths(value.from, value.to, language);
      case "likelihood":
        return plan.risks.level[value.of];
      case "needs":
        return value.codes.map((code) => needs[code]?.[language] ?? code).join(", ");
    }
  };
}
