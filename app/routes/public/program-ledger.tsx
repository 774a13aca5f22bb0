import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AlurDana } from "~/components/alur-dana";
import { ButtonLink } from "~/components/button";
import { useMessages } from "~/components/language";
import { DocumentPaper, PageHead, Section } from "~/components/page";
import { EmergencyMark } from "~/components/program-name";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { canonicalForm } from "~/features/ledger/chain";
import { missingPage } from "~/features/reporting/nearest-program.server";
import { ChainExplained } from "~/features/reporting/chain-section";
import { FundEntries, VerdictNote } from "~/features/reporting/fund-entries";
import { ledgerMessages } from "~/features/reporting/ledger-messages";
import { pageOfEntries } from "~/features/reporting/open-ledger";
import { openLedgerOf } from "~/features/reporting/open-ledger.server";
import { publicPage } from "~/features/reporting/public-page.server";
import { findProgramHeading } from "~/features/reporting/public-program.server";
import { absoluteUrl } from "~/platform/env.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = ledgerMessages[data?.language ?? "id"];
  return [{ title: t.fundMeta(data?.program.title ?? "") }, { name: "description", content: t.fundLead }];
};

/** `?setelah=100` shows the entries after number 100. */
export const loader = guardedLoader(anyone, async (c) => {
  const program = await findProgramHeading(c.db, c.params.slug ?? "");
  if (!program) throw await missingPage(c.db, c.params.slug ?? "");
  const { entries, verdict } = await openLedgerOf(c.db, program.id);
  return publicPage(c, {
    language: c.language,
    program,
    page: pageOfEntries(entries, c.url.searchParams.get("setelah")),
    verdict,
    sample: entries.slice(-2).map((entry) => ({ seq: entry.seq, hash: entry.hash, input: canonicalForm(entry) })),
    csv: absoluteUrl(`/program/${program.slug}/dana.csv`),
  });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

export default function ProgramLedger() {
  const { program, page, verdict, sample, csv } = useLoaderData<typeof loader>();
  const t = useMessages(ledgerMessages);
  return (
    <div className="wrap">
      <PageHead
        crumbs={[{ href: `/program/${program.slug}`, label: <span lang="id">{program.title}</span> }]}
        title={t.fundTitle}
        meta={program.urgent && <EmergencyMark urgent />}
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
          {page.total === 0 ? (
            <p className="muted">{t.noEntries}</p>
          ) : (
            <FundEntries page={page} address={`/program/${program.slug}/dana`} />
          )}
        </Section>
        {page.total > 0 && (
          <Section title={t.chain} hint={t.chainHint}>
            <VerdictNote verdict={verdict} />
            <ChainExplained sample={sample} file="dana.csv" href={csv} />
          </Section>
        )}
      </DocumentPaper>
    </div>
  );
}
