import { Hash } from "~/components/hash-chain";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Table } from "~/components/table";
import type { ChainVerdict } from "~/features/ledger/chain";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatWhole } from "~/kernel/money";
import { ledgerMessages } from "./ledger-messages";
import { EntryKind, FromTo } from "./ledger-parts";
import type { EntryPage } from "./open-ledger";
import type { LedgerEntryView } from "./open-ledger.server";

/** Whether the chain of a fund holds, and where it breaks. */
export function VerdictNote({ verdict }: { verdict: ChainVerdict }) {
  const t = useMessages(ledgerMessages);
  const language = useLanguage();
  if (!verdict.intact) {
    return (
      <Note tone="bad" title={t.brokenTitle} className="mb-5" role="alert">
        {t.broken(String(verdict.seq))}
      </Note>
    );
  }
  return (
    <Note tone="ok" title={t.intactTitle} className="mb-5">
      <p>{t.intact(formatWhole(verdict.entries, language))}</p>
      <p className="mt-1">
        {t.head}: <Hash value={verdict.head} />
      </p>
    </Note>
  );
}

type EntriesProps = {
  page: EntryPage<LedgerEntryView>;
  /** Address of the page without its query, for the links to other entries. */
  address: string;
  /** Leads those who may see it to what an entry comes from. */
  sourceOf?: (entry: LedgerEntryView) => { href: string; name: string } | undefined;
};

/** A fund's entries in order of their chain, a page at a time. */
export function FundEntries({ page, address, sourceOf }: EntriesProps) {
  const t = useMessages(ledgerMessages);
  const language = useLanguage();
  return (
    <>
      <Table
        className="ent"
        label={t.entries}
        rows={page.shown}
        rowKey={(row) => String(row.seq)}
        columns={[
          { head: t.number, className: "n", cell: (row) => <b id={`catatan-${row.seq}`}>{String(row.seq)}</b> },
          { head: t.date, label: t.date, className: "n nowrap", cell: (row) => formatDay(row.occurredOn, language) },
          { head: t.kind, label: t.kind, cell: (row) => <Kind row={row} source={sourceOf?.(row)} /> },
          { head: t.fromTo, hideOnPhone: true, cell: (row) => <FromTo debit={row.debit} credit={row.credit} /> },
          { head: t.amount, label: t.amount, align: "right", cell: (row) => formatRupiah(row.amount, language) },
          { head: t.balance, label: t.balance, align: "right", cell: (row) => <Balance amount={row.balanceAfter} /> },
          {
            head: t.hash,
            label: t.hash,
            cell: (row) => (
              <div>
                <Hash value={row.hash} short />
                <small className="hash" title={row.prevHash}>
                  {t.afterHash(`${row.prevHash.slice(0, 12)}…`)}
                </small>
              </div>
            ),
          },
        ]}
      />
      <EntryPages page={page} address={address} />
    </>
  );
}

function Kind({ row, source }: { row: LedgerEntryView; source: { href: string; name: string } | undefined }) {
  const t = useMessages(ledgerMessages);
  return (
    <div>
      <EntryKind kind={row.kind} reverses={row.reverses} />
      {row.company && <small>{row.company}</small>}
      {source && (
        <small>
          <a href={source.href}>{source.name}</a>
        </small>
      )}
      {row.reverses !== null && <small>{t.reverses(String(row.reverses))}</small>}
    </div>
  );
}

function EntryPages({ page: { first, next, last }, address }: Omit<EntriesProps, "sourceOf">) {
  const t = useMessages(ledgerMessages);
  if (!first && next === undefined) return null;
  return (
    <nav className="pgn mt-4" aria-label={t.entries}>
      {first && <a href={address}>{t.previousEntries}</a>}
      {next !== undefined && <a href={`${address}?setelah=${next}`}>{t.moreEntries}</a>}
      {last !== undefined && last !== next && <a href={`${address}?setelah=${last}`}>{t.lastEntries}</a>}
    </nav>
  );
}

/** Where rows become cards, the balance says what it is. */
function Balance({ amount }: { amount: bigint }) {
  const t = useMessages(ledgerMessages);
  const language = useLanguage();
  return (
    <>
      <span className="xs muted sm:hidden">{t.balance} </span>
      {formatRupiah(amount, language)}
    </>
  );
}
