import { Badge, type Tone } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { ActionForm } from "~/components/form";
import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { formatRupiah, formatShare, formatWhole } from "~/kernel/money";
import { impactMessages } from "./impact-messages";
import type { ReceiptStatus } from "./receipt";
import type { TerminReceipt } from "./receipt-queries.server";
import type { ReportWorkspace } from "./report-queries.server";
import { reportWorkspaceMessages } from "./report-workspace-messages";

const tones: Readonly<Record<ReceiptStatus, Tone>> = { submitted: "warn", approved: "ok", rejected: "bad" };

/** The receipts of a termin against its amount; what was turned down stands first with the reason. */
export function ReceiptsBox({ workspace, mayWrite }: { workspace: ReportWorkspace; mayWrite: boolean }) {
  const t = useMessages(reportWorkspaceMessages);
  const language = useLanguage();
  const { termin, receipts, approved, waiting, program } = workspace;
  const base = `/ruang/lembaga/program/${program.slug}/laporan/${termin.n}/nota`;
  const shown = approved + waiting;
  return (
    <Box title={t.receipts} id="nota" aside={<Badge>{String(receipts.length)}</Badge>}>
      <div id="receipts">
        <p className="small muted">
          {t.receiptsProven(formatRupiah(approved, language), formatRupiah(termin.amount, language))}
          {waiting > 0n && ` ${t.receiptsWaiting(formatRupiah(waiting, language))}`}
        </p>
        <ProofMeter approved={approved} shown={shown} whole={termin.amount} label={t.meter(formatShare(shown, termin.amount, language))} />
        {receipts.length === 0 ? (
          <p className="muted small">{t.noReceipts}</p>
        ) : (
          <ul className="rcp">
            {receipts.map((receipt) => (
              <Receipt
                receipt={receipt}
                remove={mayWrite && receipt.status === "submitted" ? `${base}/${receipt.id}/hapus` : undefined}
                key={receipt.id}
              />
            ))}
          </ul>
        )}
        {mayWrite && shown < termin.amount && (
          <ButtonLink size="large" block icon="cam" to={base} className="mt-4">
            {t.addReceipt}
          </ButtonLink>
        )}
      </div>
    </Box>
  );
}

function ProofMeter({ approved, shown, whole, label }: { approved: bigint; shown: bigint; whole: bigint; label: string }) {
  const width = (part: bigint): string => `${whole > 0n ? Number((part * 10_000n) / whole) / 100 : 0}%`;
  return (
    <svg className="my-3" width="100%" height="16" role="img" aria-label={label}>
      <rect width="100%" height="16" fill="var(--sunken)" />
      <rect width={width(shown)} height="16" fill="var(--alur-s)" />
      <rect width={width(approved)} height="16" fill="var(--alur-a)" />
    </svg>
  );
}

function Receipt({ receipt, remove }: { receipt: TerminReceipt; remove: string | undefined }) {
  const t = useMessages(reportWorkspaceMessages);
  const words = useMessages(impactMessages);
  const language = useLanguage();
  return (
    <li>
      <a className="th" href={`/berkas/${receipt.fileId}`} aria-label={`${t.openFile}: ${receipt.description}`}>
        <Icon name="doc" />
      </a>
      <div className="min-w-0">
        <b>{receipt.description}</b>
        <p className="xs muted">
          {receipt.vendor} · {receipt.line}
          {receipt.member && ` · ${receipt.member}`} · <DayText value={receipt.spentOn} form="short" />
        </p>
        <Badge
          tone={tones[receipt.status]}
          icon={receipt.status === "approved" ? "check" : receipt.status === "rejected" ? "warn" : "clock"}
        >
          {words.receiptStatus[receipt.status]}
        </Badge>
        {receipt.rejectionReason && <p className="small mt-1">{t.rejectedBecause(receipt.rejectionReason)}</p>}
        {remove && (
          <ActionForm action={remove} confirm={{ title: t.removeReceiptTitle, button: t.removeReceipt, danger: true }}>
            <Button kind="quiet" icon="trash" aria-label={`${t.removeReceipt}: ${receipt.description}`}>
              {t.removeReceipt}
            </Button>
          </ActionForm>
        )}
      </div>
      <b className="n">{formatWhole(receipt.amount, language)}</b>
    </li>
  );
}
