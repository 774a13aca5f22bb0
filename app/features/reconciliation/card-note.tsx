import { useLanguage, useMessages } from "~/components/language";
import { formatRupiah } from "~/kernel/money";
import { cardDeskMessages } from "./card-messages";
import type { Proof } from "./proof-queries.server";

/** Under the difference: that bank and books are even, and what stands in card clearing, which no bank holds. */
export function CardNote({ proof, even }: { proof: Proof; even: string }) {
  const t = useMessages(cardDeskMessages);
  const language = useLanguage();
  const { cardClearing, cardDifference, cardNotices } = proof;
  const clearing =
    cardDifference !== 0n
      ? t.uneven(formatRupiah(cardDifference, language))
      : cardClearing > 0n
        ? t.even(formatRupiah(cardClearing, language))
        : undefined;
  return (
    <>
      {proof.difference === 0n && !clearing && even}
      {clearing && <a href="/admin/rekonsiliasi/kartu">{clearing}</a>}
      {cardNotices > 0 && (
        <a href="/admin/rekonsiliasi/kartu#perlu-orang" className="block text-bad">
          {t.notices(cardNotices)}
        </a>
      )}
    </>
  );
}
