import { Button } from "~/components/button";
import { ActionForm } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Note, Reasons } from "~/components/note";
import { Box } from "~/components/panel";
import type { PledgePayment } from "~/features/pledges/pledge-queries.server";
import { formatRupiah } from "~/kernel/money";
import { fitsCard, largestCardPayment, smallestCardPayment } from "./card";
import { cardMessages } from "./card-messages";
import type { CardOffer } from "./card-offer.server";
import { leftOf } from "./payment";

/** What came of the card page that one has just left. */
export function CardOutcome({ offer, reload }: { offer: CardOffer | null; reload: string }) {
  const t = useMessages(cardMessages);
  if (!offer?.came) return null;
  if (offer.came === "done") return <Note tone="ok">{t.done}</Note>;
  if (offer.came === "cancelled") return <Note tone="info">{t.cancelled}</Note>;
  return (
    <Note tone="info" actions={<a href={reload}>{t.reload}</a>}>
      {t.pending}
    </Note>
  );
}

type PayByCardProps = { offer: CardOffer | null; payment: PledgePayment; of: number; action: string };

/** The other way to pay an instalment, with its price said before it is taken. */
export function PayByCard({ offer, payment, of, action }: PayByCardProps) {
  const t = useMessages(cardMessages);
  const language = useLanguage();
  if (!offer) return null;
  const left = leftOf(payment);
  const amount = formatRupiah(left, language);
  const open = offer.openPaymentIds.includes(payment.id) && offer.came !== "pending";
  return (
    <Box title={t.title(payment.n, of)} className="mt-5">
      {fitsCard(left) ? (
        <>
          <Reasons
            items={[
              { tone: "y", text: t.whole(amount) },
              { tone: "y", text: t.where },
              { tone: "m", text: t.when },
            ]}
          />
          {offer.standIn && <p className="small muted mt-3">{t.standIn}</p>}
          {open && <p className="small mt-3">{t.open}</p>}
          <ActionForm action={action} hidden={{ tahap: payment.id }} className="row mt-4">
            <Button kind="outline" icon="card">
              {t.button(amount)}
            </Button>
          </ActionForm>
        </>
      ) : (
        <p className="muted">
          {left < smallestCardPayment
            ? t.tooSmall(formatRupiah(smallestCardPayment, language))
            : t.tooLarge(formatRupiah(largestCardPayment, language))}
        </p>
      )}
    </Box>
  );
}
