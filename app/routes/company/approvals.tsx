import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { motifOf } from "~/components/motif";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { RecordList } from "~/components/record-list";
import { amendmentsForCompany } from "~/features/amendments/amendment-queries.server";
import { WaitingAmendments } from "~/features/amendments/waiting-amendments";
import { company, guardedLoader } from "~/features/identity/guard.server";
import { companyTabCounts, waitingPledges } from "~/features/pledges/pledge-queries.server";
import { approvalMessages } from "~/features/pledges/approval-messages";
import { blockedBy } from "~/features/organizations/blocked.server";
import { BlockedNotes } from "~/features/organizations/blocked-notes";
import { formatDay } from "~/kernel/dates";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.metaTitle ?? ""} · Sinergi` }];

export const loader = guardedLoader(company(), async (c) => {
  const { organizationId } = c.membership;
  return {
    metaTitle: approvalMessages[c.language].list.metaTitle,
    blocked: await blockedBy(c.db, organizationId),
    pledges: await waitingPledges(c.db, organizationId),
    amendments: await amendmentsForCompany(c.db, organizationId),
    counts: await companyTabCounts(c.db, organizationId),
  };
});

export default function Approvals() {
  const { blocked, pledges, amendments } = useLoaderData<typeof loader>();
  const t = useMessages(approvalMessages).list;
  const language = useLanguage();
  return (
    <Page>
      <PageHead title={t.title(pledges.length)} />
      <BlockedNotes blocked={blocked} deed="pledges" />
      <WaitingAmendments amendments={amendments} />
      {pledges.length === 0 ? (
        <EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>
      ) : (
        <Box>
          <RecordList
            items={pledges.map((pledge) => ({
              key: pledge.pledgeId,
              to: `/ruang/perusahaan/persetujuan/${pledge.pledgeId}`,
              title: <ProgramName {...pledge.program} />,
              meta: `${pledge.program.community} · ${t.by(pledge.drafter)}`,
              note: pledge.expiresOn ? t.until(formatDay(pledge.expiresOn, language)) : undefined,
              motif: motifOf({ element: pledge.program.element }),
              side: (
                <>
                  <b className="n">
                    <Money amount={pledge.pledged} />
                  </b>
                  <ButtonLink to={`/ruang/perusahaan/persetujuan/${pledge.pledgeId}`}>{t.decide}</ButtonLink>
                </>
              ),
            }))}
          />
        </Box>
      )}
    </Page>
  );
}
