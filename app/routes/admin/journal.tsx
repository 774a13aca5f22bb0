import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StatusBadge } from "~/components/badge";
import { ButtonLink } from "~/components/button";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { Table } from "~/components/table";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { verifyChains } from "~/features/ledger/verify-chains.server";
import { platformFund } from "~/features/ledger/ledger";
import { deskMessages } from "~/features/reporting/desk-messages";
import { type FundRow, type PlatformFund, fundRows, platformFundRow } from "~/features/reporting/fund-queries.server";
import { formatWhole, sum } from "~/kernel/money";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${deskMessages[data?.language ?? "id"].journalTitle} · Sinergi` },
];

export const loader = guardedLoader(platform(), async (c) => {
  const verdicts = new Map((await verifyChains(c.db)).map((fund) => [fund.proposalId, fund]));
  const checked = <Fund extends { entries: bigint }>(proposalId: string, fund: Fund) => {
    const found = verdicts.get(proposalId);
    const brokenAt = found && !found.verdict.intact ? String(found.verdict.seq) : found?.headAgrees === false ? String(fund.entries) : null;
    return { ...fund, brokenAt };
  };
  return {
    language: c.language,
    funds: (await fundRows(c.db)).map((fund) => checked(fund.proposalId, fund)),
    own: checked(platformFund, await platformFundRow(c.db)),
  };
});

export default function Journal() {
  const { funds, own } = useLoaderData<typeof loader>();
  const t = useMessages(deskMessages);
  const language = useLanguage();
  const total = (pick: (fund: FundRow) => bigint) => <Money amount={sum(funds.map(pick))} />;
  const amounts = ["committed", "received", "disbursed", "accounted", "escrow"] as const;
  return (
    <Page wide>
      <PageHead
        size="small"
        title={t.journalTitle}
        lead={t.journalLead}
        actions={
          <ButtonLink kind="outline" icon="dl" to="/data/buku-besar.csv" download="buku-besar.csv">
            {t.download}
          </ButtonLink>
        }
      />
      <Box>
        <Table
          label={t.journalTitle}
          columns={[
            {
              head: t.fund,
              cell: (fund) => (
                <>
                  <a href={`/admin/buku-besar/${fund.proposalId}`}>{fund.title}</a>
                  <small>{fund.code}</small>
                </>
              ),
            },
            ...amounts.map((name) => ({
              head: t[name],
              label: t[name],
              align: "right" as const,
              cell: (fund: FundRow) => <Money amount={fund[name]} />,
            })),
            { head: t.entries, label: t.entries, align: "right", cell: (fund) => formatWhole(fund.entries, language) },
            {
              head: t.chain,
              label: t.chain,
              cell: (fund) => <Chain brokenAt={fund.brokenAt} />,
            },
          ]}
          rows={funds}
          rowKey={(fund) => fund.proposalId}
          foot={
            funds.length > 0 ? [t.sum, ...amounts.map((name) => <span key={name}>{total((fund) => fund[name])}</span>), "", ""] : undefined
          }
          empty={<p className="muted">{t.none}</p>}
        />
      </Box>
      <OwnFund fund={own} />
    </Page>
  );
}

/** The platform's fund: it has none of the four figures, since its money belongs to no program yet. */
function OwnFund({ fund }: { fund: PlatformFund & { brokenAt: string | null } }) {
  const t = useMessages(deskMessages);
  const language = useLanguage();
  return (
    <Box title={t.ownMoney} className="mt-5">
      <Table
        label={t.ownMoney}
        columns={[
          { head: t.platformFund, cell: () => <a href={`/admin/buku-besar/${platformFund}`}>{t.platformFund}</a> },
          { head: t.ownSuspense, label: t.ownSuspense, align: "right", cell: () => <Money amount={fund.suspense} /> },
          { head: t.ownNonProgram, label: t.ownNonProgram, align: "right", cell: () => <Money amount={fund.nonProgram} /> },
          { head: t.entries, label: t.entries, align: "right", cell: () => formatWhole(fund.entries, language) },
          { head: t.chain, label: t.chain, cell: () => <Chain brokenAt={fund.brokenAt} /> },
        ]}
        rows={[fund]}
        rowKey={() => platformFund}
      />
    </Box>
  );
}

function Chain({ brokenAt }: { brokenAt: string | null }) {
  const t = useMessages(deskMessages);
  return <StatusBadge tone={brokenAt === null ? "ok" : "bad"}>{brokenAt === null ? t.intact : t.broken(brokenAt)}</StatusBadge>;
}
