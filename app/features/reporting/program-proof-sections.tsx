import { kilobytesOf } from "~/kernel/text";
import { DescriptionList } from "~/components/description-list";
import { DocumentList } from "~/components/document-list";
import { useLanguage, useMessages } from "~/components/language";
import { LevelMark } from "~/components/level-mark";
import { Motif, motifOf } from "~/components/motif";
import { CopyButton } from "~/components/reference-box";
import { Section } from "~/components/page";
import { Table } from "~/components/table";
import { Timeline, Verifications } from "~/components/timeline";
import type { ProgramFunder, ProgramUpdate, ProgramView } from "~/features/proposals/program-view";
import { tieMessages } from "~/features/ties/tie-messages";
import { formatDay } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { nameMessages } from "./name-messages";
import { programMessages } from "./program-messages";
import { decimalOf } from "./program-sections";

type ProgramProps = { program: ProgramView };

export function IndicatorSection({ program }: ProgramProps) {
  const t = useMessages(programMessages);
  const language = useLanguage();
  if (program.indicators.length === 0) return null;
  const withUnit = (value: string, unit: string) =>
    unit === "%" ? `${decimalOf(value, language)}%` : `${decimalOf(value, language)} ${unit}`;
  return (
    <Section title={t.indicators} hint={t.indicatorsHint}>
      <Table
        label={t.indicators}
        rows={program.indicators}
        rowKey={(row) => row.id}
        columns={[
          { head: t.indicator, cell: (row) => <span lang="id">{row.name}</span> },
          { head: t.baseline, label: t.baseline, className: "n", cell: (row) => decimalOf(row.baseline, language) },
          { head: t.target, label: t.target, className: "n", cell: (row) => withUnit(row.target, row.unit) },
          {
            head: t.soFar,
            label: t.soFar,
            cell: (row) =>
              row.actual === null || row.actualTranche === null ? (
                <span className="muted">{t.notMeasured}</span>
              ) : (
                <>
                  <b className="n">{withUnit(row.actual, row.unit)}</b>
                  <small>
                    <a href={`/program/${program.slug}/laporan/${row.actualTranche}`}>{t.fromReport(row.actualTranche)}</a>
                  </small>
                </>
              ),
          },
        ]}
      />
    </Section>
  );
}

export function VerificationSection({ program }: ProgramProps) {
  const t = useMessages(programMessages);
  const names = useMessages(nameMessages);
  const ties = useMessages(tieMessages);
  const language = useLanguage();
  if (program.checks.length === 0) return null;
  return (
    <Section title={t.verification} id="verifikasi">
      <Verifications
        items={program.checks.map((check) => ({
          key: check.kind,
          done: check.result === "match",
          title: `${names.check[check.kind]}: ${names.result[check.result]}`,
          text: (
            <>
              <span lang="id">{check.finding}</span> {t.checkedBy(check.roleLabel, formatDay(check.checkedOn, language))}
              {check.validUntil && ` ${t.validUntil(formatDay(check.validUntil, language))}`}
              {check.photos > 0 && ` ${t.fieldPhotos(check.photos)}`}
            </>
          ),
        }))}
      />
      {program.recusals > 0 && <p className="hint">{ties.recused(program.recusals)}</p>}
    </Section>
  );
}

export function FunderSection({ program }: ProgramProps) {
  const t = useMessages(programMessages);
  const names = useMessages(nameMessages);
  const language = useLanguage();
  const money = (amount: bigint) => formatRupiah(amount, language);
  const { committed, received } = program.flow;
  return (
    <Section title={t.funders} id="mitra">
      {program.funders.length === 0 ? (
        <p className="muted">{t.noFunders}</p>
      ) : (
        <Table
          label={t.funders}
          rows={program.funders}
          rowKey={(row) => row.companyId}
          columns={[
            {
              head: t.funder,
              cell: (row) => (
                <span className="row gap-3 flex-nowrap">
                  <Motif of={motifOf({ kind: "company", companyType: row.companyType })} size="s" />
                  <span>
                    <a href={`/perusahaan/${row.slug}`}>{row.name}</a>
                    <small>
                      {names.companyType[row.companyType]} · <FunderLevel funder={row} />
                    </small>
                  </span>
                </span>
              ),
            },
            { head: t.committed, label: t.committed, align: "right", cell: (row) => money(row.committed) },
            { head: t.received, label: t.received, align: "right", cell: (row) => money(row.received) },
          ]}
          foot={[t.sum, money(committed), money(received)]}
        />
      )}
    </Section>
  );
}

function FunderLevel({ funder }: { funder: ProgramFunder }) {
  const t = useMessages(programMessages);
  if (funder.accounted > 0n && funder.accounted >= funder.committed) return <Level level={4} text={t.accounted} />;
  if (funder.received > 0n) return <Level level={2} text={t.received} />;
  return <Level level={1} text={t.committed} />;
}

function Level({ level, text }: { level: 1 | 2 | 4; text: string }) {
  return (
    <>
      <LevelMark level={level} />
      {text}
    </>
  );
}

export function DocumentSection({ program }: ProgramProps) {
  const t = useMessages(programMessages);
  const published = program.tranches.filter((tranche) => tranche.report?.status === "published");
  return (
    <Section title={t.documents}>
      <DocumentList
        items={[
          ...program.files.map((file) => ({
            href: `/berkas/${file.fileId}`,
            name: <span lang="id">{file.title}</span>,
            meta: `${kindOf(file.mediaType)} · ${kilobytesOf(file.sizeBytes)} KB`,
          })),
          ...published.map((tranche) => ({
            href: `/program/${program.slug}/laporan/${tranche.n}`,
            name: t.reportName(tranche.n, tranche.report?.headline ?? ""),
            meta: t.webPage,
          })),
          { href: `/program/${program.slug}/pdf`, name: t.paperName, meta: "PDF" },
          { href: `/program/${program.slug}/dana.csv`, name: t.ledgerName, meta: "CSV", icon: "dl" as const },
        ]}
      />
    </Section>
  );
}

function kindOf(mediaType: string): string {
  const kind = mediaType.split("/")[1]?.split("+")[0] ?? "";
  if (mediaType.includes("spreadsheet")) return "XLSX";
  return kind === "jpeg" ? "JPG" : kind.toUpperCase();
}

export function UpdateSection({ program }: ProgramProps) {
  const t = useMessages(programMessages);
  const language = useLanguage();
  const updates = program.updates.slice(0, 12);
  if (updates.length === 0) return null;
  return (
    <Section title={t.updates} id="perkembangan">
      <Timeline
        items={updates.map((update, index) => ({
          key: String(index),
          state: "done" as const,
          title: <UpdateText update={update} slug={program.slug} />,
          side: formatDay(update.at, language),
        }))}
      />
    </Section>
  );
}

function UpdateText({ update, slug }: { update: ProgramUpdate; slug: string }) {
  const t = useMessages(programMessages).update;
  const language = useLanguage();
  if (update.kind === "committed") return <>{t.committed(update.company, formatRupiah(update.amount, language))}</>;
  if (update.kind === "disbursed") return <>{t.disbursed(update.n, formatRupiah(update.amount, language))}</>;
  if (update.kind === "reported") return <a href={`/program/${slug}/laporan/${update.n}`}>{t.reported(update.n, update.headline)}</a>;
  if (update.kind === "amended") return <a href={`/program/${slug}/riwayat#adendum-${update.n}`}>{t.amended(update.n)}</a>;
  return <>{t[update.kind]}</>;
}

export function ShareSection({ program, address }: ProgramProps & { address: string }) {
  const t = useMessages(programMessages);
  const text = encodeURIComponent(`${program.title} ${address}`);
  return (
    <section className="noprint mt-5 small" aria-label={t.share}>
      <p className="row gap-3">
        {t.shareText} <CopyButton text={address} />{" "}
        <a className="inline-flex min-h-11 items-center" href={`https://wa.me/?text=${text}`} rel="noreferrer">
          {t.whatsapp}
        </a>
        <a className="inline-flex min-h-11 items-center" href={`mailto:?subject=${encodeURIComponent(program.title)}&body=${text}`}>
          {t.email}
        </a>
      </p>
      <p className="muted mt-2">{t.print}</p>
    </section>
  );
}

const words = [
  ["PSKS", "Twelve kinds of social-welfare actors recognised in Indonesia, from youth groups to companies"],
  ["Karang Taruna", "Village youth organisation"],
  ["PPKS", "People in need of social-welfare services"],
  ["RAB", "Itemised budget"],
  ["PSM", "Community social worker, a trained volunteer who verifies on site"],
] as const;

/** For readers of English: the words that stay Indonesian because the law uses them. */
export function WordsSection() {
  if (useLanguage() !== "en") return null;
  return (
    <Section title="Words" hint="Kept in Indonesian because the law uses them.">
      <DescriptionList className="max-w-136" items={words.map(([term, value]) => ({ term: <span lang="id">{term}</span>, value }))} />
    </Section>
  );
}
