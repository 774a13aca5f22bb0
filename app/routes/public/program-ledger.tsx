import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AlurDana } from "~/components/alur-dana";
import { ButtonLink } from "~/components/button";
import { Hash } from "~/components/hash-chain";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { DocumentPaper, PageHead, Section } from "~/components/page";
import { Table } from "~/components/table";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { canonicalForm } from "~/features/ledger/chain";
import { ChainExplained } from "~/features/reporting/chain-section";
import { ledgerMessages } from "~/features/reporting/ledger-messages";
import { EntryKind, FromTo } from "~/features/reporting/ledger-parts";
import { openLedgerOf } from "~/features/reporting/open-ledger.server";
import { publicPage } from "~/features/reporting/public-page.server";
import { findProgramHeading } from "~/features/reporting/public-program.server";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatWhole } from "~/kernel/money";
import { absoluteUrl } from "~/platform/env.server";

const pageSize = 100;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = ledgerMessages[data?.language ?? "id"];
  return [{ title: t.fundMeta(data?.program.title ?? "") }, { name: "description", content: t.fundLead }];
};

/** `?setelah=100` shows the entries after number 100. */
export const loader = guardedLoader(anyone, async (c) => {
  const program = await findProgramHeading(c.db, c.params.slug ?? "");
  if (!program) throw new Response(null, { status: 404 });
  const { entries, verdict } = await openLedgerOf(c.db, program.id);
  const typed = c.url.searchParams.get("setelah") ?? "";
  const after = /^\d{1,12}$/.test(typed) ? BigInt(typed) : 0n;
  const shown = entries.filter((entry) => entry.seq > after).slice(0, pageSize);
  const last = shown.at(-1)?.seq;
  return publicPage(c, {
    language: c.language,
    program,
    entries: shown,
    total: entries.length,
    first: after > 0n,
    next: last !== undefined && last < BigInt(entries.length) ? last : undefined,
    verdict,
    sample: entries.slice(-2).map((entry) => ({ seq: entry.seq, hash: entry.hash, input: canonicalForm(entry) })),
    csv: absoluteUrl(`/program/${program.slug}/dana.csv`),
  });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

export default function ProgramLedger() {
  const { program, total, sample, csv } = useLoaderData<typeof loader>();
  const t = useMessages(ledgerMessages);
  return (
    <div className="wrap">
      <PageHead
        crumbs={[{ href: `/program/${program.slug}`, label: <span lang="id">{program.title}</span> }]}
        title={t.fundTitle}
        lead={t.fundLead}
        actions={
          <ButtonLink to={`/program/${program.slug}/dana.csv`} icon="dl" download={`${program.code}.csv`}>
            {t.download}
          </ButtonLink>
        }
      />
      <DocumentPaper>
        <Section title={t.alur}>
          <AlurDana flow={program.flow} />
        </Section>
        <Section title={t.entries} hint={t.entriesHint}>
          {total === 0 ? <p className="muted">{t.noEntries}</p> : <Entries />}
        </Section>
        {total > 0 && (
          <Section title={t.chain} hint={t.chainHint}>
            <VerdictNote />
            <ChainExplained sample={sample} file="dana.csv" href={csv} />
          </Section>
        )}
      </DocumentPaper>
    </div>
  );
}

function VerdictNote() {
  const { verdict } = useLoaderData<typeof loader>();
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

function Entries() {
  const { program, entries, first, next } = useLoaderData<typeof loader>();
  const t = useMessages(ledgerMessages);
  const language = useLanguage();
  return (
    <>
      <Table
        className="ent"
        label={t.entries}
        rows={entries}
        rowKey={(row) => String(row.seq)}
        columns={[
          { head: t.number, className: "n", cell: (row) => <b id={`catatan-${row.seq}`}>{String(row.seq)}</b> },
          { head: t.date, label: t.date, className: "n nowrap", cell: (row) => formatDay(row.occurredOn, language) },
          {
            head: t.kind,
            label: t.kind,
            cell: (row) => (
              <div>
                <EntryKind kind={row.kind} reverses={row.reverses} />
                {row.company && <small>{row.company}</small>}
                {row.reverses !== null && <small>{t.reverses(String(row.reverses))}</small>}
              </div>
            ),
          },
          { head: t.fromTo, hideOnPhone: true, cell: (row) => <FromTo debit={row.debit} credit={row.credit} /> },
          { head: t.amount, label: t.amount, align: "right", cell: (row) => formatRupiah(row.amount, language) },
          { head: t.balance, label: t.balance, align: "right", cell: (row) => <Balance amount={row.escrowAfter} /> },
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
      {(first || next !== undefined) && (
        <nav className="pgn mt-4" aria-label={t.entries}>
          {first && <a href={`/program/${program.slug}/dana`}>{t.previousEntries}</a>}
          {next !== undefined && <a href={`/program/${program.slug}/dana?setelah=${next}`}>{t.moreEntries}</a>}
        </nav>
      )}
    </>
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
