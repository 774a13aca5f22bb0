import { paragraphsOf } from "~/kernel/text";
import { BarChart } from "~/components/charts";
import { Hash } from "~/components/hash-chain";
import { useLanguage, useMessages } from "~/components/language";
import { motifOf } from "~/components/motif";
import { Section } from "~/components/page";
import { Photo } from "~/components/photo";
import { Table } from "~/components/table";
import { Verifications } from "~/components/timeline";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatShare, formatWhole } from "~/kernel/money";
import { reportMessages } from "./report-messages";
import type { PublicReport } from "./report-queries.server";

type ReportProps = { report: PublicReport };

export function PeopleSection({ report }: ReportProps) {
  const t = useMessages(reportMessages);
  const language = useLanguage();
  const { total, planned, unit, ...groups } = report.beneficiaries;
  if (total === undefined) return null;
  const shown = (["women", "children", "elderly", "disabled"] as const).filter((group) => groups[group] > 0);
  return (
    <Section title={t.people}>
      <p className="kpi">
        {formatWhole(total, language)} {unit}{" "}
        {planned !== undefined && (
          <span className="small muted [font-weight:420] [letter-spacing:0]">
            {t.ofPlanned(`${formatWhole(planned, language)} ${unit}`)}
          </span>
        )}
      </p>
      {shown.length > 0 && (
        <div className="mt-4">
          <BarChart
            max={total}
            bars={shown.map((group) => ({
              key: group,
              label: t.groups[group],
              value: groups[group],
              text: `${formatWhole(groups[group], language)} (${formatShare(BigInt(groups[group]), BigInt(total), language)})`,
            }))}
          />
          <p className="xs muted mt-2">{t.groupsNote}</p>
        </div>
      )}
    </Section>
  );
}

export function SpendingSection({ report }: ReportProps) {
  const t = useMessages(reportMessages);
  const language = useLanguage();
  const money = (amount: bigint) => formatRupiah(amount, language);
  if (report.spending.length === 0) return null;
  return (
    <Section title={t.spending} hint={t.spendingHint} id="belanja">
      <Table
        label={t.spending}
        rows={report.spending}
        rowKey={(row) => row.description}
        columns={[
          { head: t.line, cell: (row) => <span lang="id">{row.description}</span> },
          { head: t.planned, label: t.planned, align: "right", cell: (row) => money(row.planned) },
          { head: t.spent, label: t.spent, align: "right", cell: (row) => money(row.spent) },
          { head: t.difference, label: t.difference, align: "right", cell: (row) => <Left planned={row.planned} spent={row.spent} /> },
        ]}
        foot={[t.sum, "", money(report.spent), ""]}
      />
      <p className="hint">{t.receiptCount(report.receipts)}</p>
    </Section>
  );
}

/** What is left of a line; a line that was passed says by how much. */
function Left({ planned, spent }: { planned: bigint; spent: bigint }) {
  const language = useLanguage();
  const left = planned - spent;
  if (left >= 0n) return <>{formatRupiah(left, language)}</>;
  return <span className="text-bad">+{formatRupiah(-left, language)}</span>;
}

export function TextSection({ title, text }: { title: string; text: string }) {
  const paragraphs = paragraphsOf(text);
  if (paragraphs.length === 0) return null;
  return (
    <Section title={title}>
      <div className="prose" lang="id">
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </Section>
  );
}

export function PhotoSection({ report, element }: ReportProps & { element: string }) {
  const t = useMessages(reportMessages);
  if (report.photos.length === 0) return null;
  return (
    <Section title={t.photos}>
      <div className="cards [grid-template-columns:repeat(auto-fill,minmax(min(100%,14rem),1fr))]" lang="id">
        {report.photos.map((photo) => (
          <Photo
            key={photo.fileId}
            src={`/berkas/${photo.fileId}`}
            alt={photo.caption}
            caption={photo.caption}
            kilobytes={photo.kilobytes}
            motif={motifOf({ kind: "community", element })}
          />
        ))}
      </div>
      <p className="hint">{t.photosNote}</p>
    </Section>
  );
}

export function ReportVerification({ report }: ReportProps) {
  const t = useMessages(reportMessages);
  const language = useLanguage();
  return (
    <Section title={t.verification}>
      <Verifications
        items={[
          ...(report.submittedOn
            ? [{ key: "sent", done: true, title: t.sent, text: t.sentText(formatDay(report.submittedOn, language)) }]
            : []),
          { key: "checked", done: true, title: t.checked, text: t.checkedText(formatDay(report.publishedOn, language)) },
        ]}
      />
      <p className="small mt-5">
        {t.number} <span className="n">{report.number}</span>. {t.fingerprint} <Hash value={report.hash} />
      </p>
    </Section>
  );
}
