import { data, type HeadersFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page } from "~/components/page";
import { Box } from "~/components/panel";
import { EmergencyMark } from "~/components/program-name";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { atOneMoment, type CardOffer, cardOfferFor } from "~/features/payments/card-offer.server";
import { CardOutcome, PayByCard } from "~/features/payments/card-parts";
import { isOpen } from "~/features/payments/payment";
import { paymentMessages } from "~/features/payments/payment-messages";
import { findPaymentPage, type PaymentPage } from "~/features/payments/payment-page-queries.server";
import { ArrivalTable, HowToTransfer, PaymentList, SecretPageLine } from "~/features/payments/payment-parts";
import { type EscrowAccount, findEscrowAccount } from "~/features/pledges/escrow-account.server";
import { isCommitted } from "~/features/pledges/pledge";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatRupiahShort, sum } from "~/kernel/money";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.metaTitle ?? ""} · Sinergi` },
  { name: "robots", content: "noindex, nofollow" },
  { name: "referrer", content: "same-origin" },
];

const secret = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "same-origin" };
export const headers: HeadersFunction = () => secret;

export const loader = guardedLoader(anyone, async (c) => {
  const { page, offer } = await atOneMoment(c.db, async (trx) => {
    const found = await findPaymentPage(trx, c.params.token ?? "");
    return { page: found, offer: found ? await cardOfferFor(trx, found, c.url) : null };
  });
  const { metaTitle } = paymentMessages[c.language].page;
  const path = c.url.pathname;
  if (!page) return data({ metaTitle, path, page: null, account: undefined, offer: null }, { status: 410, headers: secret });
  return data({ metaTitle, path, page, account: await findEscrowAccount(c.db), offer }, { headers: secret });
});

export default function PaymentStatus() {
  const { page, ...rest } = useLoaderData<typeof loader>();
  return <Page narrow>{page ? <Status page={page} {...rest} /> : <Expired />}</Page>;
}

type StatusProps = { page: PaymentPage; account: EscrowAccount | undefined; offer: CardOffer | null; path: string };

function Status({ page, account, offer, path }: StatusProps) {
  const t = useMessages(paymentMessages);
  const language = useLanguage();
  const next = page.payments.find((payment) => isOpen(payment.status));
  return (
    <>
      <SecretPageLine>{t.page.secret(page.company, formatDay(page.validUntil, language))}</SecretPageLine>
      <CardOutcome offer={offer} reload={`${path}?kartu=selesai`} />
      <h1 className="mt-2">
        <Finding page={page} />
      </h1>
      <p className="lead [margin:.625rem_0_1.5rem]">
        {t.page.lead(page.program, page.community)} <EmergencyMark urgent={page.urgent} />
      </p>
      {!isCommitted(page.status) && (
        <Note tone="warn" className="mb-5">
          {t.page.endedText}
        </Note>
      )}
      {next && isCommitted(page.status) && (
        <>
          <Box title={t.howToPayLeft(next.n, page.payments.length)}>
            <HowToTransfer payment={next} account={account} />
          </Box>
          <PayByCard offer={offer} payment={next} of={page.payments.length} action={`${path}/kartu`} />
        </>
      )}
      <Box title={t.stages} className="mt-5">
        <PaymentList payments={page.payments} />
      </Box>
      <Box title={t.seenAtBank} className="mt-5">
        <ArrivalTable arrivals={page.arrivals} of={page.payments.length} />
      </Box>
      <p className="small muted mt-5">{t.page.leak}</p>
    </>
  );
}

/** The fact first: what has arrived of what was promised. */
function Finding({ page }: { page: PaymentPage }) {
  const t = useMessages(paymentMessages).page;
  const language = useLanguage();
  const amount = sum(page.payments.filter((payment) => payment.status !== "cancelled").map((payment) => payment.amount));
  const received = sum(page.payments.map((payment) => payment.received));
  if (!isCommitted(page.status)) return <>{t.ended}</>;
  if (received === 0n) return <>{t.nothing(formatRupiah(amount, language))}</>;
  if (received === amount) return <>{t.allReceived(formatRupiah(amount, language))}</>;
  return <>{t.received(formatRupiahShort(received, language), formatRupiahShort(amount, language))}</>;
}

function Expired() {
  const t = useMessages(paymentMessages).page;
  return (
    <>
      <h1>{t.expiredTitle}</h1>
      <p className="lead [margin:.625rem_0_1.5rem]">{t.expiredText}</p>
      <p>{t.expiredNext}</p>
      <p className="row mt-5">
        <ButtonLink kind="action" to="/masuk?kembali=/ruang/perusahaan/komitmen">
          {t.signIn}
        </ButtonLink>
        <ButtonLink to="/">{t.home}</ButtonLink>
      </p>
    </>
  );
}
