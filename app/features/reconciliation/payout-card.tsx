import { Button } from "~/components/button";
import { TextField } from "~/components/field";
import { Form, Hidden } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { formatRupiah, type Rupiah } from "~/kernel/money";
import { cardDeskMessages } from "./card-messages";
import type { PayoutOfLine } from "./payout-queries.server";
import { Score, Why } from "./why";
import type { Decision } from "./workbench-queries.server";

type PayoutCardProps = { one: Decision["payouts"][number]; line: { id: string; amount: Rupiah }; best: boolean; mayDecide: boolean };

/** An incoming line that may be a payout of Stripe, with what is in it. */
export function PayoutCard({ one, line, best, mayDecide }: PayoutCardProps) {
  const t = useMessages(cardDeskMessages);
  const language = useLanguage();
  const { payout } = one;
  return (
    <article className={best ? "sg best" : "sg"}>
      <div className="row justify-between">
        <h2 className="[font-size:var(--text-base)]">{t.payoutTitle(payout.stripeId.slice(-4).toUpperCase())}</h2>
        <Score score={one.score} />
      </div>
      <p className="small muted mt-1">
        {t.content(payout.payments, formatRupiah(payout.gross, language), formatRupiah(payout.gross - line.amount, language))}. {t.effect}
      </p>
      <Why reasons={one.reasons} />
      {mayDecide && (
        <Form action={`/admin/rekonsiliasi/baris/${line.id}/pencairan`} kunci={one.formKey} className="row mt-4">
          <Hidden values={{ pencairan: payout.payoutId }} />
          <Button kind={best ? "action" : "outline"} shortcut={best ? "↵" : undefined}>
            {t.match}
          </Button>
        </Form>
      )}
    </article>
  );
}

/** On the page of a line that was found to be a payout: which one, and the way back. */
export function LinePayout({ payout, lineId, mayDecide }: { payout: PayoutOfLine | null; lineId: string; mayDecide: boolean }) {
  const t = useMessages(cardDeskMessages);
  const language = useLanguage();
  if (!payout) return null;
  return (
    <Box title={t.payoutTitle(payout.stripeId.slice(-4).toUpperCase())}>
      <p>
        {t.matchedLine(formatRupiah(payout.matched ?? 0n, language))} <a href="/admin/rekonsiliasi/kartu">{t.title}</a>
      </p>
      {mayDecide && (
        <Form
          action={`/admin/rekonsiliasi/baris/${lineId}/lepas-pencairan`}
          kunci={payout.releaseKey}
          className="stack mt-4 [--gap:.75rem]"
        >
          <TextField name="alasan" label={t.reason} hint={t.releaseHint} maxLength={500} />
          <div>
            <Button kind="danger-quiet">{t.release}</Button>
          </div>
        </Form>
      )}
    </Box>
  );
}
