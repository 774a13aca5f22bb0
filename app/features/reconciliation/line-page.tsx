import { Badge, StatusBadge } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { TextField } from "~/components/field";
import { Form } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { Table } from "~/components/table";
import { Timeline } from "~/components/timeline";
import { formatDay } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { LineStrip } from "./allocate-form";
import { LinePayout } from "./payout-card";
import { LineDecision } from "./line-decision";
import type { AllocationView, LineView } from "./line-queries.server";
import { type IgnoreReason, ignoreReasons } from "./reconciliation";
import { reconciliationMessages } from "./reconciliation-messages";
import type { Decision } from "./workbench-queries.server";

/** One bank line: what it is, what of it belongs where, what may be done, and what was done. */
export function LinePage({ line, decision, mayDecide }: { line: LineView; decision: Decision | null; mayDecide: boolean }) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  const tone = { imported: "warn", matched: "warn", posted: "ok", ignored: "info", reversed: "bad" } as const;
  return (
    <Page wide>
      <PageHead
        size="small"
        crumbs={[{ href: `/admin/rekonsiliasi?baris=${line.id}`, label: t.title }]}
        title={t.line(formatDay(line.bookedOn, language), line.sequenceOfDay)}
        actions={<StatusBadge tone={tone[line.status]}>{t.statuses[line.status]}</StatusBadge>}
      />
      <div className="stack [--gap:.875rem]">
        <LineStrip line={line} />
        {line.direction === "in" && !line.returned && <Allocations line={line} mayDecide={mayDecide} />}
        <LinePayout payout={line.payout} lineId={line.id} mayDecide={mayDecide} />
        {line.disbursement && <Transfer line={line} transfer={line.disbursement} way="left" mayDecide={mayDecide} />}
        {line.returned && <Transfer line={line} transfer={line.returned} way="returned" mayDecide={mayDecide} />}
        {line.ignoredReason && <Ignored line={line} mayDecide={mayDecide} />}
        {decision && <LineDecision decision={decision} mayDecide={mayDecide} />}
        <div className="grid g11 gap-3.5 items-start">
          <Origin line={line} />
          <History line={line} />
        </div>
      </div>
    </Page>
  );
}

function Allocations({ line, mayDecide }: { line: LineView; mayDecide: boolean }) {
  const t = useMessages(reconciliationMessages);
  return (
    <Box title={t.allocations}>
      <Table<AllocationView>
        label={t.allocations}
        rows={line.allocations}
        rowKey={(row) => row.id}
        empty={<p className="muted small">{t.noAllocations}</p>}
        columns={[
          {
            head: t.columns.pledge,
            cell: (row) => (
              <>
                <b className="n">{spellReference(row.reference)}</b>
                <small>{row.company}</small>
              </>
            ),
          },
          {
            head: t.columns.program,
            cell: (row) => (
              <a href={`/program/${row.programSlug}`}>
                <ProgramName title={row.program} urgent={row.urgent} />
              </a>
            ),
          },
          { head: t.columns.how, cell: (row) => <How row={row} /> },
          {
            head: t.columns.amount,
            align: "right",
            cell: (row) => <Money amount={row.amount} className={row.reversedAt ? "line-through" : undefined} />,
          },
          {
            head: "",
            align: "right",
            cell: (row) =>
              !row.reversedAt && mayDecide ? (
                <ButtonLink kind="quiet" to={`/admin/rekonsiliasi/alokasi/${row.id}/balik`}>
                  {t.reverse}
                </ButtonLink>
              ) : null,
          },
        ]}
      />
    </Box>
  );
}

function How({ row }: { row: AllocationView }) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  return (
    <>
      {row.automatic ? t.bySystem : (row.madeBy ?? t.byHand)} {row.score > 0 && <Badge icon={false}>{t.score(row.score)}</Badge>}
      <small>
        <DayText value={row.madeAt} form="instant" />
        {row.reversedAt &&
          `, ${t.reversedOn(formatDay(row.reversedAt, language))}${row.reversedBy ? ` (${row.reversedBy})` : ""}: ${row.reversalReason ?? ""}`}
      </small>
    </>
  );
}

type TransferProps = { line: LineView; transfer: NonNullable<LineView["disbursement"]>; way: "left" | "returned"; mayDecide: boolean };

/** The transfer of ours that the line is: how it left, or how it came back. */
function Transfer({ line, transfer, way, mayDecide }: TransferProps) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  const back = way === "returned";
  return (
    <Box title={back ? t.returnTitle(transfer.community) : t.disbursementTitle(transfer.community)}>
      <p>
        <a href={`/admin/penyaluran/${transfer.id}`} className="n">
          {spellReference(transfer.reference)}
        </a>{" "}
        {transfer.program}, {formatRupiah(transfer.amount, language)}
        {transfer.executedOn && `, ${t.executed(formatDay(transfer.executedOn, language))}`}
      </p>
      {mayDecide && (
        <Form
          action={`/admin/rekonsiliasi/baris/${line.id}/${back ? "bukan-retur" : "lepas"}`}
          kunci={line.releaseKey}
          className="stack mt-4 [--gap:.75rem]"
        >
          <TextField name="alasan" label={t.reason} hint={back ? t.releaseReturnHint : t.releaseHint} maxLength={500} />
          <div>
            <Button kind="danger-quiet">{back ? t.releaseReturn : t.release}</Button>
          </div>
        </Form>
      )}
    </Box>
  );
}

function Ignored({ line, mayDecide }: { line: LineView; mayDecide: boolean }) {
  const t = useMessages(reconciliationMessages);
  return (
    <Box title={t.statuses.ignored}>
      <p>
        <b>{reasonText(line.ignoredReason, t.ignoreReason)}</b>, <Money amount={line.left} />
      </p>
      {line.ignoredNote && <p className="muted">{line.ignoredNote}</p>}
      {mayDecide && (
        <Form action={`/admin/rekonsiliasi/baris/${line.id}/pulihkan`} kunci={line.restoreKey} className="row mt-4">
          <Button kind="outline">{t.restore}</Button>
        </Form>
      )}
    </Box>
  );
}

export function reasonText(code: string | null, texts: { [R in IgnoreReason]: string }): string {
  const known = ignoreReasons.find((reason) => reason === code);
  return known ? texts[known] : (code ?? "");
}

function Origin({ line }: { line: LineView }) {
  const t = useMessages(reconciliationMessages);
  return (
    <Box title={t.origin}>
      <DescriptionList
        items={[
          { term: t.accounts, value: `${line.bankName} ${line.number}` },
          {
            term: t.file,
            value: (
              <>
                <a href={`/admin/rekonsiliasi/impor/${line.importId}`} className="wrap-anywhere">
                  {line.fileName}
                </a>
                , {t.fileLine(line.lineNumber)}
              </>
            ),
          },
          line.balanceAfter !== null && { term: t.balanceAfter, value: <Money amount={line.balanceAfter} /> },
          line.decidedAt !== null && {
            term: t.decidedBy,
            value: (
              <>
                {line.decidedBy}, <DayText value={line.decidedAt} form="instant" />
              </>
            ),
          },
        ]}
      />
    </Box>
  );
}

function History({ line }: { line: LineView }) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  if (line.history.length === 0) return null;
  return (
    <Box title={t.history}>
      <Timeline
        items={line.history.map((event) => ({
          key: event.id,
          state: "done" as const,
          title: (t.actions as { [action: string]: string })[event.action] ?? event.action,
          side: event.amount === null ? undefined : formatRupiah(event.amount, language),
          text: (
            <>
              {event.actor ?? t.system}, <DayText value={event.at} form="instant" />
              {event.reason && `. ${reasonText(event.reason, t.ignoreReason)}`}
              {event.note && `. ${event.note}`}
            </>
          ),
        }))}
      />
    </Box>
  );
}
