import { StatusBadge } from "~/components/badge";
import { DayText } from "~/components/day-text";
import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Note, Reasons } from "~/components/note";
import { ReferenceBox } from "~/components/reference-box";
import { Table } from "~/components/table";
import { TerminList } from "~/components/timeline";
import type { EscrowAccount } from "~/features/pledges/escrow-account.server";
import { pledgeMessages } from "~/features/pledges/pledge-messages";
import type { PledgePayment } from "~/features/pledges/pledge-queries.server";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatRupiahShort, sum } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { biFastLimit, isOpen, leftOf } from "./payment";
import { paymentMessages } from "./payment-messages";
import type { Arrival } from "./payment-page-queries.server";

/** "0071 2600 0014": an account number as people read it out. */
export function spellAccount(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, "$1\u00a0");
}

/** Exactly what to transfer where, for one payment: reference, account, amount to the rupiah. */
export function HowToTransfer({ payment, account }: { payment: PledgePayment; account: EscrowAccount | undefined }) {
  const t = useMessages(pledgeMessages).howToPay;
  const language = useLanguage();
  if (!account || !payment.reference) return <Note tone="warn">{t.noAccount}</Note>;
  const left = leftOf(payment);
  return (
    <>
      <ReferenceBox
        items={[
          { label: t.writeReference, value: spellReference(payment.reference), copy: payment.reference },
          {
            label: t.account,
            value: spellAccount(account.number),
            note: t.holder(account.bankName, account.holderName),
            copy: account.number,
          },
          { label: t.exactly, value: <Money amount={left} />, copy: String(left) },
        ]}
        note={t.checkLetter}
      />
      <Reasons
        className="mt-3.5"
        items={[
          { tone: "y", text: t.several },
          { tone: "y", text: t.biFast(formatRupiahShort(biFastLimit, language)) },
          { tone: "m", text: t.never },
        ]}
      />
    </>
  );
}

/** Every instalment of a pledge with its state, its reference and its day. */
export function PaymentList({ payments }: { payments: readonly PledgePayment[] }) {
  const shared = useMessages(pledgeMessages);
  const language = useLanguage();
  const t = useMessages(paymentMessages);
  return (
    <TerminList
      items={payments.map((payment) => ({
        key: payment.id,
        level: payment.status === "received" ? 2 : payment.status === "planned" || payment.status === "cancelled" ? 0 : 1,
        title: (
          <>
            {shared.instalment(payment.n, payments.length)} <PaymentBadge payment={payment} />
          </>
        ),
        amount: payment.amount,
        todo: payment.status !== "received",
        text: (
          <>
            {t.due(formatDay(payment.dueOn, language))}
            {payment.status === "partly_received" &&
              ` ${t.partly(formatRupiah(payment.received, language), formatRupiah(leftOf(payment), language))}`}
            {payment.reference && (
              <>
                {" "}
                {t.reference} <b className="n">{spellReference(payment.reference)}</b>
              </>
            )}
          </>
        ),
      }))}
    />
  );
}

export function PaymentBadge({ payment }: { payment: PledgePayment }) {
  const t = useMessages(pledgeMessages).payment;
  if (payment.overdue) return <StatusBadge tone="bad">{t.overdue}</StatusBadge>;
  const tone = payment.status === "received" ? "ok" : isOpen(payment.status) ? "warn" : undefined;
  return (
    <StatusBadge tone={tone} icon={tone === "warn" ? "clock" : undefined}>
      {t[payment.status]}
    </StatusBadge>
  );
}

/** What the bank shows of a pledge's money, word for word. */
export function ArrivalTable({ arrivals, of }: { arrivals: readonly Arrival[]; of: number }) {
  const t = useMessages(paymentMessages);
  const shared = useMessages(pledgeMessages);
  if (arrivals.length === 0) return <p className="muted">{t.nothingYet}</p>;
  return (
    <Table
      label={t.seenAtBank}
      columns={[
        {
          head: t.bookedAndText,
          cell: (row) => (
            <>
              <b className="n">
                <DayText value={row.arrivedOn} />
              </b>
              <small className={row.description === null ? undefined : "mono wrap-anywhere"}>{row.description ?? t.byCard}</small>
            </>
          ),
        },
        { head: t.for, cell: (row) => shared.instalment(row.n, of) },
        { head: t.amount, align: "right", cell: (row) => <Money amount={row.amount} /> },
        { head: t.state, align: "right", hideOnPhone: true, cell: () => <StatusBadge tone="ok">{shared.payment.received}</StatusBadge> },
      ]}
      rows={arrivals}
      rowKey={(row) => row.id}
      foot={[t.confirmed, "", <Money amount={sum(arrivals.map((row) => row.amount))} key="sum" />, ""]}
    />
  );
}

export function SecretPageLine({ children }: { children: string }) {
  return (
    <p className="small muted row gap-2 flex-nowrap">
      <Icon name="link" />
      <span>{children}</span>
    </p>
  );
}
