import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Motif, motifOf } from "~/components/motif";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { Table } from "~/components/table";
import { company, guardedLoader } from "~/features/identity/guard.server";
import { isCommitted } from "~/features/pledges/pledge";
import { PledgeBadge } from "~/features/pledges/pledge-badge";
import { companyPledges, companyTabCounts, type PledgeRow } from "~/features/pledges/pledge-queries.server";
import { workspaceMessages } from "~/features/pledges/workspace-messages";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatRupiahShort, sum } from "~/kernel/money";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.metaTitle ?? ""} · Sinergi` }];

export const loader = guardedLoader(company(), async (c) => {
  const { organizationId } = c.membership;
  return {
    metaTitle: workspaceMessages[c.language].list.metaTitle,
    pledges: await companyPledges(c.db, organizationId),
    counts: await companyTabCounts(c.db, organizationId),
  };
});

export default function CompanyPledges() {
  const { pledges } = useLoaderData<typeof loader>();
  const t = useMessages(workspaceMessages).list;
  const language = useLanguage();
  const inForce = pledges.filter((pledge) => isCommitted(pledge.status));
  const total = sum(inForce.map((pledge) => pledge.committed));
  return (
    <Page>
      <PageHead
        title={t.title(inForce.length, formatRupiahShort(total, language))}
        actions={
          <ButtonLink kind="pledge" to="/program">
            {t.find}
          </ButtonLink>
        }
      />
      {pledges.length === 0 ? (
        <EmptyState title={t.emptyTitle} action={<ButtonLink to="/program">{t.find}</ButtonLink>}>
          {t.emptyText}
        </EmptyState>
      ) : (
        <Box>
          <PledgeTable pledges={pledges} />
        </Box>
      )}
    </Page>
  );
}

function PledgeTable({ pledges }: { pledges: readonly PledgeRow[] }) {
  const t = useMessages(workspaceMessages).list;
  const language = useLanguage();
  return (
    <Table
      label={t.metaTitle}
      columns={[
        {
          head: t.program,
          cell: (pledge) => (
            <span className="row flex-nowrap gap-3">
              <Motif of={motifOf({ element: pledge.program.element })} size="s" />
              <span>
                <a href={`/ruang/perusahaan/komitmen/${pledge.pledgeId}`}>
                  <ProgramName {...pledge.program} />
                </a>
                <small>{pledge.program.community}</small>
              </span>
            </span>
          ),
        },
        { head: t.status, cell: (pledge) => <PledgeBadge status={pledge.status} /> },
        {
          head: t.next,
          cell: (pledge) =>
            pledge.next ? (
              <span className="n">{t.due(formatRupiah(pledge.next.left, language), formatDay(pledge.next.dueOn, language))}</span>
            ) : (
              <span className="muted">{t.nothingDue}</span>
            ),
        },
        { head: t.pledged, align: "right", cell: (pledge) => <Money amount={pledge.pledged} /> },
        { head: t.received, align: "right", cell: (pledge) => <Money amount={pledge.received} /> },
      ]}
      rows={pledges}
      rowKey={(pledge) => pledge.pledgeId}
    />
  );
}
