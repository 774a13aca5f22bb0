import { type Rupiah, formatRupiah, formatRupiahShort, formatShare } from "~/kernel/money";
import { classNames } from "./class-names";
import { useLanguage } from "./language";

type MoneyProps = { amount: Rupiah; className?: string | undefined };

/** An amount in full, "Rp 125.000.000": for tables, forms and documents. */
export function Money({ amount, className }: MoneyProps) {
  return <span className={classNames("n", className)}>{formatRupiah(amount, useLanguage())}</span>;
}

/** An amount rounded, "Rp 137,5 jt": for cards and charts. The full amount is its title. */
export function MoneyShort({ amount, className }: MoneyProps) {
  const language = useLanguage();
  return (
    <span className={classNames("n", className)} title={formatRupiah(amount, language)}>
      {formatRupiahShort(amount, language)}
    </span>
  );
}

/** A share, "74%", rounded down so that 100% means all of it. */
export function Share({ part, whole, className }: { part: Rupiah; whole: Rupiah; className?: string | undefined }) {
  return <span className={classNames("n", className)}>{formatShare(part, whole, useLanguage())}</span>;
}
