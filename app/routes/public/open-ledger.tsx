import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AlurDana } from "~/components/alur-dana";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { DocumentPaper, Section } from "~/components/page";
import { ProgramName } from "~/components/program-name";
import { Table } from "~/components/table";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { canonicalForm } from "~/features/ledger/chain";
import { flowOfPlatform } from "~/features/ledger/ledger-queries.server";
import { ChainExplained } from "~/features/reporting/chain-section";
import { FigureTable } from "~/features/reporting/figure-table";
import { PublicIndicatorTotals } from "~/features/reporting/indicator-totals";
import { indicatorTotals } from "~/features/reporting/indicator-totals.server";
import { ledgerMessages } from "~/features/reporting/ledger-messages";
import { nameMessages, nameOf } from "~/features/reporting/name-messages";
import { dailyRoots, latestEntries, lastTwoOf, publicBankProof } from "~/features/reporting/open-ledger.server";
import { BankSection, DownloadSection, JournalSection, RootSection } from "~/features/reporting/open-ledger-sections";
import { ledgerHealth, platformFigures } from "~/features/reporting/platform-figures.server";
import { publicPage } from "~/features/reporting/public-page.server";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatWhole } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = ledgerMessages[data?.language ?? "id"];
  return [{ title: t.openMeta }, { name: "description", content: t.openText }];
};

export const loader = guardedLoader(anyone, async (c) => {
  const [flow, figures, totals, proof, entries, health, roots] = await Promise.all([
    flowOfPlatform(c.db),
    platformFigures(c.db),
    indicatorTotals(c.db),
    publicBankProof(c.db),
    latestEntries(c.db, 10),
    ledgerHealth(c.db),
    dailyRoots(c.db, 7),
  ]);
  const newest = entries[0];
  const sample = newest
    ? (await lastTwoOf(c.db, newest)).map((entry) => ({ seq: entry.seq, hash: entry.hash, input: canonicalForm(entry) }))
    : [];
  return publicPage(c, {
    language: c.language,
    flow,
    figures,
    totals,
    proof,
    entries,
    health,
    roots,
    sample,
    today: today(),
    csv: absoluteUrl("/data/buku-besar.csv"),
  });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

export default function OpenLedger() {
  const { flow, totals, proof, entries, health, roots, sample, csv, today } = useLoaderData<typeof loader>();
  const t = useMessages(ledgerMessages);
  const language = useLanguage();
  return (
    <div className="wrap">
      <div className="[padding:clamp(1.75rem,4vw,3.25rem)_0_1.75rem]">
        <h1 className="[font-size:clamp(2rem,1.2rem_+_3.4vw,3.5rem)] max-w-[18ch] [letter-spacing:-.035em]">{t.openTitle}</h1>
        <p className="lead mt-3">{t.openLead}</p>
      </div>
      <section className="paper flush py-[clamp(1.25rem,3vw,2rem)]">
        <div className="hh">
          <h2 className="[font-size:var(--text-base)]">{t.allFunds(flow.programs)}</h2>
          <span className="small muted n">{formatDay(today, language)}</span>
        </div>
        <AlurDana flow={flow} height={294} axis />
      </section>
      <DocumentPaper className="mt-5">
        <ProgramsSection />
        <BreakdownSection />
        <PublicIndicatorTotals totals={totals} />
        <BankSection proof={proof} />
        <JournalSection entries={entries} />
        <Section title={t.chain} hint={t.chainHint} id="periksa">
          <HealthNote health={health} />
          <ChainExplained sample={sample} file="buku-besar.csv" href={csv} />
        </Section>
        <RootSection roots={roots} />
        <DownloadSection entries={health.entries} today={today} />
      </DocumentPaper>
    </div>
  );
}

function ProgramsSection() {
  const { figures, flow } = useLoaderData<typeof loader>();
  const t = useMessages(ledgerMessages);
  const names = useMessages(nameMessages).element;
  const language = useLanguage();
  const scale = figures.programs.reduce((most, program) => (program.flow.target > most ? program.flow.target : most), 1n);
  return (
    <Section title={t.byProgram} hint={t.byProgramHint}>
      <Table
        label={t.byProgram}
        rows={figures.programs}
        rowKey={(row) => row.id}
        columns={[
          {
            head: t.program,
            cell: (row) => (
              <>
                <a href={`/program/${row.slug}`}>
                  <ProgramName {...row} />
                </a>
                <small>
                  {row.organization.name} · {row.districtName || nameOf(names, row.organization.element)}
                </small>
              </>
            ),
          },
          { head: t.alur, className: "barc w-[36%]", cell: (row) => <AlurDana flow={row.flow} size="strip" scale={scale} /> },
          { head: t.target, label: t.target, align: "right", cell: (row) => formatRupiah(row.flow.target, language) },
          { head: t.accounted, label: t.accounted, align: "right", cell: (row) => formatRupiah(row.flow.accounted, language) },
        ]}
        foot={[t.sum, "", formatRupiah(flow.target, language), formatRupiah(flow.accounted, language)]}
      />
      {flow.programs > figures.programs.length && (
        <p className="small mt-3">
          <a href="/program">{t.allPrograms}</a>
        </p>
      )}
    </Section>
  );
}

function BreakdownSection() {
  const { figures } = useLoaderData<typeof loader>();
  const t = useMessages(ledgerMessages);
  const names = useMessages(nameMessages);
  return (
    <Section title={t.by} hint={t.byHint}>
      <div className="stack [--gap:2rem]">
        <FigureTable name={t.pillar} rows={figures.pillars} label={(row) => nameOf(names.pillar, row.name)} />
        <FigureTable name={t.district} rows={figures.districts} label={(row) => row.name} />
        <FigureTable name={t.element} rows={figures.elements} label={(row) => nameOf(names.element, row.name)} />
        <FigureTable name={t.company} rows={figures.companies} label={(row) => row.name} amount={t.committed} />
      </div>
    </Section>
  );
}

function HealthNote({ health }: { health: { entries: bigint; chains: number; broken: { proposalId: string }[] | undefined } }) {
  const t = useMessages(ledgerMessages);
  const language = useLanguage();
  if (health.broken === undefined) return null;
  return health.broken.length === 0 ? (
    <Note tone="ok" title={t.intactTitle} className="mb-5">
      {t.allIntact(formatWhole(health.entries, language), health.chains)}
    </Note>
  ) : (
    <Note tone="bad" title={t.brokenTitle} className="mb-5" role="alert">
      {t.someBroken(health.broken.length)}
    </Note>
  );
}
