import { useLanguage, useMessages } from "~/components/language";
import { type Rupiah, formatRupiah } from "~/kernel/money";
import type { PriceHint } from "../price-hints.server";
import { stepMessages } from "./step-messages";

/** What others pay, under a line of the budget. A price outside the band is only pointed out. */
export function PriceNote({ hint, price }: { hint: PriceHint; price: Rupiah | null }) {
  const t = useMessages(stepMessages).budget;
  const language = useLanguage();
  const money = (amount: Rupiah): string => formatRupiah(amount, language);
  const outside = price !== null && (price < hint.low || price > hint.high);
  return (
    <p className="small muted [grid-column:1/-1]">
      {t.priceHint(money(hint.median), money(hint.low), money(hint.high), hint.observations)}
      {outside && <b> {t.priceOutside}</b>}
    </p>
  );
}
