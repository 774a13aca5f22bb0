import { Badge, Count } from "~/components/badge";
import { Button } from "~/components/button";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { ActionForm, Form, FormActions } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { Table } from "~/components/table";
import { cardProblems } from "~/features/payments/card";
import { formatRupiah } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { cardDeskMessages } from "./card-messages";
import type { ClearingRow, eventsForPerson, latestPayouts } from "./payout-queries.server";
import { reconciliationMessages } from "./reconciliation-messages";

type Notice = Awaited<ReturnType<typeof eventsForPerson>>[number];
type PayoutRow = Awaited<ReturnType<typeof latestPayouts>>[number];

export type CardDesk = { notices: Notice[]; clearing: ClearingRow[]; payouts: PayoutRow[]; standIn: boolean; mayDecide: boolean };

/** Everything between a card and the bank: what needs a person, what waits at Stripe, and its payouts. */
export function CardDeskPage({ desk, form, failedId }: { desk: CardDesk; form: FormState; failedId: string | undefined }) {
  const t = useMessages(cardDeskMessages);
  const { title } = useMessages(reconciliationMessages);
  return (
    <Page>
      <PageHead
        size="small"
        crumbs={[{ href: "/admin/rekonsiliasi", label: title }]}
        title={t.title}
        lead={t.lead}
        actions={
          desk.mayDecide && (
            <ActionForm action="/admin/rekonsiliasi/kartu/muat">
              <Button kind="outline">{t.load}</Button>
            </ActionForm>
          )
        }
      />
      <div className="stack [--gap:1.25rem]">
        {desk.standIn && <Note tone="warn">{t.standIn}</Note>}
        <Box
          title={
            <>
              {t.personTitle} <Count value={desk.notices.length} />
            </>
          }
          id="perlu-orang"
        >
          {desk.notices.length === 0 && <p className="muted">{t.personNone}</p>}
          <div className="stack [--gap:1.25rem]">
            {desk.notices.map((notice) => (
              <NoticeItem notice={notice} form={notice.id === failedId ? form : undefined} mayDecide={desk.mayDecide} key={notice.id} />
            ))}
          </div>
        </Box>
        <Clearing rows={desk.clearing} />
        <Payouts rows={desk.payouts} />
      </div>
    </Page>
  );
}

function NoticeItem({ notice, form, mayDecide }: { notice: Notice; form: FormState | undefined; mayDecide: boolean }) {
  const t = useMessages(cardDeskMessages);
  const problem = cardProblems.find((code) => code === notice.problem);
  return (
    <article>
      <p>
        <b>{problem ? t.problems[problem] : notice.problem}</b>
      </p>
      <p className="small muted wrap-anywhere">
        <DayText value={notice.happenedAt} form="instant" /> · <span className="mono">{notice.type}</span> ·{" "}
        <span className="mono">{notice.stripeId}</span>
      </p>
      {mayDecide && (
        <Form kunci={notice.formKey} className="stack mt-3 [--gap:.75rem]">
          {form && <ErrorSummary form={form} />}
          <input type="hidden" name="kabar" value={notice.id} />
          <TextArea
            {...(form ? form.field("catatan") : { name: "catatan" })}
            id={`catatan-${notice.id}`}
            label={t.note}
            hint={t.noteHint}
            rows={2}
            maxLength={500}
          />
          <FormActions>
            <Button kind="outline">{t.settle}</Button>
          </FormActions>
        </Form>
      )}
    </article>
  );
}

function Clearing({ rows }: { rows: readonly ClearingRow[] }) {
  const t = useMessages(cardDeskMessages);
  const language = useLanguage();
  return (
    <Box title={t.clearing}>
      {rows.length === 0 ? (
        <p className="muted">{t.clearingNone}</p>
      ) : (
        <Table
          label={t.clearing}
          rows={rows}
          rowKey={(row) => row.cardPaymentId}
          columns={[
            {
              head: t.who,
              cell: (row) => (
                <>
                  {row.company}
                  <small className="n">{spellReference(row.reference)}</small>
                </>
              ),
            },
            {
              head: t.program,
              label: t.program,
              cell: (row) => (
                <a href={`/program/${row.programSlug}`}>
                  <ProgramName title={row.program} urgent={row.urgent} />
                </a>
              ),
            },
            { head: t.paid, label: t.paid, cell: (row) => <DayText value={row.paidOn} /> },
            {
              head: t.payout,
              label: t.payout,
              cell: (row) => (row.payout ? <span className="mono">…{row.payout.slice(-4)}</span> : t.notYet),
            },
            {
              head: t.fee,
              label: t.fee,
              align: "right",
              cell: (row) => (row.feeMinor === null ? "–" : formatRupiah(row.feeMinor / 100n, language)),
            },
            { head: t.amount, label: t.amount, align: "right", cell: (row) => <Money amount={row.amount} /> },
          ]}
        />
      )}
    </Box>
  );
}

function Payouts({ rows }: { rows: readonly PayoutRow[] }) {
  const t = useMessages(cardDeskMessages);
  if (rows.length === 0)
    return (
      <Box title={t.payouts}>
        <p className="muted">{t.payoutsNone}</p>
      </Box>
    );
  return (
    <Box title={t.payouts}>
      <Table
        label={t.payouts}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { head: t.payout, cell: (row) => <span className="mono wrap-anywhere">{row.stripeId}</span> },
          { head: t.arrives, label: t.arrives, cell: (row) => <DayText value={row.arrivesOn} /> },
          { head: t.state, label: t.state, cell: (row) => <PayoutState row={row} /> },
          {
            head: t.amount,
            label: t.amount,
            align: "right",
            cell: (row) =>
              row.currency === "idr" ? <Money amount={row.amountMinor / 100n} /> : `${row.currency.toUpperCase()} ${row.amountMinor}`,
          },
        ]}
      />
    </Box>
  );
}

function PayoutState({ row }: { row: PayoutRow }) {
  const t = useMessages(cardDeskMessages);
  if (row.lineId) return <a href={`/admin/rekonsiliasi/baris/${row.lineId}`}>{t.found}</a>;
  if (row.status === "failed" || row.status === "canceled") return <Badge tone="bad">{t.failed}</Badge>;
  return <Badge tone="warn">{t.waiting}</Badge>;
}
