import { DocumentList } from "~/components/document-list";
import { DescriptionList } from "~/components/description-list";
import { Hash } from "~/components/hash-chain";
import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/page";
import { Table } from "~/components/table";
import { formatDay, formatDayShort, formatTime } from "~/kernel/dates";
import { formatRupiah, formatWhole } from "~/kernel/money";
import { ledgerMessages } from "./ledger-messages";
import { EntryKind } from "./ledger-parts";
import { rootMessages } from "./root-messages";
import type { BankProof, DailyRoot, JournalEntry } from "./open-ledger.server";

export function BankSection({ proof }: { proof: BankProof }) {
  const t = useMessages(ledgerMessages);
  const language = useLanguage();
  const money = (amount: bigint) => <span className="n">{formatRupiah(amount, language)}</span>;
  const optional = (term: string, amount: bigint) => amount !== 0n && { term, value: money(amount) };
  const agrees = proof.difference === 0n;
  return (
    <Section title={t.bank} hint={t.bankHint} id="bank">
      <DescriptionList
        className="max-w-136"
        items={[
          { term: t.funds, value: money(proof.programFunds) },
          { term: t.suspense, value: money(proof.suspense) },
          optional(t.nonProgram, proof.nonProgram),
          optional(t.executedNotAtBank, proof.executedNotAtBank),
          optional(t.outgoingNotInBooks, -proof.outgoingNotInBooks),
        ]}
      />
      <div className="row justify-between max-w-136 [border-top:1.5px_solid_var(--ink)] mt-2.5 pt-2.5">
        <b>{agrees ? t.bookIsBank : t.bookAndBank}</b>
        <b className="n dbl">{formatRupiah(proof.bank, language)}</b>
      </div>
      <p className={agrees ? "small row mt-3 text-ok gap-2" : "small row mt-3 text-bad gap-2"}>
        <Icon name={agrees ? "check" : "warn"} />
        {agrees ? t.noDifference : t.difference(formatRupiah(proof.difference, language))}
      </p>
      {proof.cardClearing > 0n && <DescriptionList className="max-w-136 mt-3" items={[optional(t.cardClearing, proof.cardClearing)]} />}
    </Section>
  );
}

export function JournalSection({ entries }: { entries: readonly JournalEntry[] }) {
  const t = useMessages(ledgerMessages);
  const language = useLanguage();
  return (
    <Section title={t.latest} hint={t.latestHint} id="catatan">
      <Table
        className="ent"
        label={t.latest}
        rows={entries}
        rowKey={(row) => row.hash}
        columns={[
          { head: t.number, className: "n", cell: (row) => <b>{String(row.seq)}</b> },
          {
            head: t.time,
            label: t.time,
            className: "n nowrap",
            cell: (row) => `${formatDayShort(row.occurredOn, language)}, ${formatTime(row.postedAt).slice(0, 5)}`,
          },
          { head: t.kind, label: t.kind, cell: (row) => <EntryKind kind={row.kind} reverses={row.reverses} /> },
          {
            head: t.program,
            label: t.program,
            className: "n",
            cell: (row) =>
              row.program ? (
                <a href={`/program/${row.program.slug}/dana`} title={row.program.title}>
                  {row.program.code}
                </a>
              ) : (
                t.notKnownYet
              ),
          },
          { head: t.amount, label: t.amount, align: "right", cell: (row) => formatRupiah(row.amount, language) },
          { head: t.hash, hideOnPhone: true, cell: (row) => <Hash value={row.hash} short /> },
        ]}
      />
    </Section>
  );
}

export function RootSection({ roots }: { roots: readonly DailyRoot[] }) {
  const t = useMessages(rootMessages);
  const { entries } = useMessages(ledgerMessages);
  const language = useLanguage();
  return (
    <Section title={t.roots} hint={t.rootsHint} id="akar">
      <p className="small prose mb-4">{t.rootsExplain}</p>
      <Table
        label={t.roots}
        rows={roots}
        rowKey={(row) => row.day}
        columns={[
          {
            head: t.day,
            className: "nowrap",
            cell: (row) => (
              <>
                <span className="n">{formatDay(row.day, language)}</span>
                {row === roots[0] && <small>{t.soFar}</small>}
              </>
            ),
          },
          { head: entries, label: entries, align: "right", cell: (row) => formatWhole(row.entries, language) },
          { head: t.root, label: t.root, cell: (row) => <Hash value={row.root} /> },
          { head: t.rootList, label: t.rootList, cell: (row) => <a href={`/data/akar/${row.day}.txt`}>{t.rootFile}</a> },
        ]}
      />
    </Section>
  );
}

export function DownloadSection({ entries, today }: { entries: bigint; today: string }) {
  const t = useMessages(rootMessages);
  const language = useLanguage();
  const item = (href: string, name: string, text: string, kind: string) => ({
    href,
    icon: "dl" as const,
    name: (
      <>
        {name}
        <br />
        <span className="muted xs">{text}</span>
      </>
    ),
    meta: kind,
  });
  return (
    <Section title={t.downloads} hint={t.downloadsHint} id="unduh">
      <DocumentList
        items={[
          item("/data/buku-besar.csv", t.ledgerFile, t.ledgerFileText(formatWhole(entries, language)), "CSV"),
          item("/data/program.csv", t.programFile, t.programFileText, "CSV"),
          item("/data/program.json", t.programJson, t.programJsonText, "JSON"),
          item(`/data/akar/${today}.txt`, t.rootsFile, t.rootsFileText, "TXT"),
          item("/program.atom", t.feed, t.feedText, "Atom"),
        ]}
      />
    </Section>
  );
}
