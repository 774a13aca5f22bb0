import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AlurDana } from "~/components/alur-dana";
import { ButtonLink } from "~/components/button";
import { DescriptionList } from "~/components/description-list";
import { useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { isPlatform } from "~/features/identity/actor";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { deskMessages } from "~/features/reporting/desk-messages";
import { FundEntries, VerdictNote } from "~/features/reporting/fund-entries";
import { type PlatformFund, findFund, platformFundRow } from "~/features/reporting/fund-queries.server";
import { ledgerMessages } from "~/features/reporting/ledger-messages";
import { pageOfEntries } from "~/features/reporting/open-ledger";
import { openLedgerOf } from "~/features/reporting/open-ledger.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = deskMessages[data?.language ?? "id"];
  return [{ title: `${t.journalTitle}: ${data?.program?.title ?? t.platformFund} · Sinergi` }];
};

/** `/admin/buku-besar/:fund`: every entry of a fund, the platform's own too. `?setelah=100` shows the entries after number 100. */
export const loader = guardedLoader(platform(), async (c) => {
  const fund = await findFund(c.db, c.params.fund ?? "");
  if (!fund) throw new Response(null, { status: 404 });
  const { entries, verdict } = await openLedgerOf(c.db, fund.proposalId);
  return {
    language: c.language,
    ...fund,
    flow: fund.program && (await flowOfProgram(c.db, fund.proposalId)),
    own: fund.program ? null : await platformFundRow(c.db),
    page: pageOfEntries(entries, c.url.searchParams.get("setelah")),
    verdict,
    // Links lead only to pages that this person may open.
    opens: {
      lines: isPlatform(c.actor, "reconciler", "administrator", "auditor", "disbursement_approver"),
      disbursements: isPlatform(c.actor, "disburser", "disbursement_approver", "administrator", "auditor", "reconciler"),
    },
  };
});

export default function FundPage() {
  const { proposalId, program, flow, own, page, verdict, opens } = useLoaderData<typeof loader>();
  const t = useMessages(deskMessages);
  const words = useMessages(ledgerMessages);
  const sourceOf = ({ sourceKind, sourceId }: { sourceKind: string; sourceId: string }) => {
    if (sourceKind === "bank_line" && opens.lines) return { href: `/admin/rekonsiliasi/baris/${sourceId}`, name: t.bankLine };
    if (sourceKind === "disbursement" && opens.disbursements) return { href: `/admin/penyaluran/${sourceId}`, name: t.disbursement };
    return undefined;
  };
  return (
    <Page wide>
      <PageHead
        size="small"
        crumbs={[{ href: "/admin/buku-besar", label: t.journalTitle }]}
        title={program ? <ProgramName {...program} /> : t.platformFund}
        meta={program?.code}
        lead={program ? undefined : t.platformFundLead}
        actions={
          program && (
            <ButtonLink kind="outline" to={`/program/${program.slug}/dana`}>
              {t.publicLedger}
            </ButtonLink>
          )
        }
      />
      <div className="stack [--gap:1.25rem]">
        {flow && (
          <Box title={words.alur}>
            <AlurDana flow={flow} />
          </Box>
        )}
        {own && <Own fund={own} />}
        <Box title={words.entries} aside={String(page.total)}>
          <VerdictNote verdict={verdict} />
          {page.total === 0 ? (
            <p className="muted">{program ? words.noEntries : t.ownNone}</p>
          ) : (
            <FundEntries page={page} address={`/admin/buku-besar/${proposalId}`} sourceOf={sourceOf} />
          )}
        </Box>
      </div>
    </Page>
  );
}

function Own({ fund }: { fund: PlatformFund }) {
  const t = useMessages(deskMessages);
  return (
    <Box title={t.ownMoney}>
      <DescriptionList
        items={[
          { term: t.ownSuspense, value: <Money amount={fund.suspense} /> },
          { term: t.ownNonProgram, value: <Money amount={fund.nonProgram} /> },
          { term: t.ownBank, value: <Money amount={fund.bank} /> },
        ]}
      />
    </Box>
  );
}
