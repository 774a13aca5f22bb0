import { StatusBadge, type Tone } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { ActionForm, FormActions } from "~/components/form";
import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { formatRupiah } from "~/kernel/money";
import { impactDeskMessages } from "./desk-messages";
import type { TerminReceipt } from "./receipt-queries.server";

type Props = {
  receipts: readonly (TerminReceipt & { formKey: string })[];
  proposalId: string;
  /** Where to come back to after a decision. */
  back: string;
  mayDecide: boolean;
};

const tones: Record<TerminReceipt["status"], Tone> = { submitted: "warn", approved: "ok", rejected: "bad" };

/** Receipts one by one, each with the file that proves it and the decision about it. */
export function ReceiptList({ receipts, proposalId, back, mayDecide }: Props) {
  const t = useMessages(impactDeskMessages);
  const language = useLanguage();
  if (receipts.length === 0) return <p className="muted">{t.none}</p>;
  return (
    <ol className="stack [--gap:1.25rem] list-none p-0">
      {receipts.map((receipt) => (
        <li key={receipt.id} id={`nota-${receipt.id}`} className="border-t border-line pt-4">
          <div className="hh">
            <h3>{receipt.description || receipt.vendor}</h3>
            <StatusBadge tone={tones[receipt.status]}>{t.receiptStatus[receipt.status]}</StatusBadge>
          </div>
          <div className="grid g11 items-start">
            <DescriptionList
              items={[
                { term: t.amount, value: <Money amount={receipt.amount} /> },
                { term: t.vendor, value: receipt.vendor },
                { term: t.line, value: receipt.line },
                receipt.member !== null && { term: t.member, value: receipt.member },
                { term: t.spentOn, value: <DayText value={receipt.spentOn} /> },
                ...(receipt.rejectionReason ? [{ term: t.reason, value: receipt.rejectionReason }] : []),
              ]}
            />
            <a className="block" href={`/berkas/${receipt.fileId}`} target="_blank" rel="noopener">
              {receipt.mediaType.startsWith("image/") ? (
                <img
                  src={`/berkas/${receipt.fileId}`}
                  alt={`${t.openFile}: ${receipt.vendor}`}
                  loading="lazy"
                  className="max-h-72 w-auto"
                />
              ) : (
                <span className="row gap-2">
                  <Icon name="doc" /> {t.openFile}: {receipt.vendor}
                </span>
              )}
            </a>
          </div>
          {mayDecide && receipt.status === "submitted" && (
            <FormActions>
              <ActionForm
                action={`/admin/laporan/nota/${receipt.id}/setujui`}
                kunci={receipt.formKey}
                hidden={{ proposalId, kembali: back }}
              >
                <Button>{t.approve(formatRupiah(receipt.amount, language))}</Button>
              </ActionForm>
              <ButtonLink
                kind="danger-quiet"
                to={`/admin/laporan/nota/${receipt.id}/tolak?program=${proposalId}&kembali=${encodeURIComponent(back)}`}
              >
                {t.reject}
              </ButtonLink>
            </FormActions>
          )}
        </li>
      ))}
    </ol>
  );
}
