import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StatusBadge } from "~/components/badge";
import { DayText } from "~/components/day-text";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { EmergencyMark, ProgramName } from "~/components/program-name";
import { Table } from "~/components/table";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { impactDeskMessages } from "~/features/impact/desk-messages";
import { type DeskReport, decidedReports, terminsWithWaitingReceipts, waitingReports } from "~/features/impact/desk-queries.server";
import { formatRupiahShort, formatShare } from "~/kernel/money";

const shownDecided = 30;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${impactDeskMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(platform("verifier", "administrator", "auditor"), async (c) => {
  const waiting = await waitingReports(c.db);
  const [loose, decided] = [await terminsWithWaitingReceipts(c.db), await decidedReports(c.db, shownDecided)];
  return { language: c.language, waiting, loose, decided, counts: { "/admin/laporan": waiting.length } };
});

export default function Reports() {
  const { waiting, loose, decided } = useLoaderData<typeof loader>();
  const t = useMessages(impactDeskMessages);
  const language = useLanguage();
  return (
    <Page wide>
      <PageHead size="small" title={t.lead(waiting.length)} />
      <div className="stack [--gap:1.25rem]">
        <Group title={t.waiting} rows={waiting} />
        {loose.length > 0 && (
          <Box title={t.loose} aside={String(loose.length)}>
            <Table
              label={t.loose}
              columns={[
                {
                  head: t.receipts,
                  cell: (row) => (
                    <>
                      <a href={`/admin/laporan/nota?program=${row.proposalId}&termin=${row.trancheN}`}>
                        <ProgramName title={row.programTitle} urgent={row.urgent} />
                      </a>
                      <small>
                        Termin {row.trancheN} · {row.communityName}
                      </small>
                    </>
                  ),
                },
                {
                  head: t.amount,
                  label: t.amount,
                  align: "right",
                  cell: (row) => t.receiptsWaiting(row.count, formatRupiahShort(row.waiting, language)),
                },
              ]}
              rows={loose}
              rowKey={(row) => `${row.proposalId}/${row.trancheN}`}
            />
          </Box>
        )}
        <Group title={t.decided} rows={decided} />
      </div>
    </Page>
  );
}

function Group({ title, rows }: { title: string; rows: readonly DeskReport[] }) {
  const t = useMessages(impactDeskMessages);
  const language = useLanguage();
  return (
    <Box title={title} aside={String(rows.length)}>
      <Table
        label={title}
        columns={[
          {
            head: t.report,
            cell: (row) => (
              <>
                <a href={`/admin/laporan/${row.id}`}>{row.headline || t.of(row.trancheN, row.trancheTitle)}</a>
                <small>
                  {row.programTitle} · Termin {row.trancheN} · {row.communityName} <EmergencyMark urgent={row.urgent} />
                </small>
              </>
            ),
          },
          { head: t.sent, label: t.sent, cell: (row) => row.submittedAt && <DayText value={row.submittedAt} /> },
          {
            head: t.proof,
            label: t.proof,
            cell: (row) =>
              t.proofOf(
                formatRupiahShort(row.approved, language),
                formatRupiahShort(row.termin, language),
                formatShare(row.approved, row.termin, language),
              ),
          },
          {
            head: t.state,
            label: t.state,
            cell: (row) => <StatusBadge tone={row.status === "published" ? "ok" : "warn"}>{t.status[row.status]}</StatusBadge>,
          },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="muted">{t.none}</p>}
      />
    </Box>
  );
}
