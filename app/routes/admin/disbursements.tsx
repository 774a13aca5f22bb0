import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StatusBadge, type Tone } from "~/components/badge";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { EmergencyMark } from "~/components/program-name";
import { Table } from "~/components/table";
import { disbursementMessages } from "~/features/disbursements/disbursement-messages";
import { type DisbursementRow, disbursementsWithStatus } from "~/features/disbursements/disbursement-queries.server";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { flowOfPlatform } from "~/features/ledger/ledger-queries.server";
import { formatRupiah, subtract } from "~/kernel/money";

const recent = 20;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${disbursementMessages[data?.language ?? "id"].deskTitle} · Sinergi` },
];

export const loader = guardedLoader(platform("disburser", "disbursement_approver", "administrator", "auditor", "reconciler"), async (c) => {
  const flow = await flowOfPlatform(c.db);
  const waiting = await disbursementsWithStatus(c.db, ["requested", "prepared", "approved", "sent"]);
  return {
    language: c.language,
    available: subtract(flow.received, flow.disbursed),
    waiting,
    returned: await disbursementsWithStatus(c.db, ["returned"]),
    unacknowledged: await disbursementsWithStatus(c.db, ["executed"]),
    done: (await disbursementsWithStatus(c.db, ["acknowledged"], 500)).reverse().slice(0, recent),
    counts: { "/admin/penyaluran": waiting.length },
  };
});

export default function Disbursements() {
  const page = useLoaderData<typeof loader>();
  const t = useMessages(disbursementMessages);
  const language = useLanguage();
  return (
    <Page wide>
      <PageHead size="small" title={t.deskLead(page.waiting.length)} meta={t.available(formatRupiah(page.available, language))} />
      <div className="stack [--gap:1.25rem]">
        <Group title={t.waiting} rows={page.waiting} />
        {page.returned.length > 0 && <Group title={t.returned} rows={page.returned} />}
        {page.unacknowledged.length > 0 && <Group title={t.unacknowledged} rows={page.unacknowledged} />}
        <Group title={t.done} rows={page.done} />
      </div>
    </Page>
  );
}

const tones: Partial<Record<DisbursementRow["status"], Tone>> = {
  acknowledged: "ok",
  returned: "bad",
  requested: "warn",
  prepared: "warn",
};

function Group({ title, rows }: { title: string; rows: readonly DisbursementRow[] }) {
  const t = useMessages(disbursementMessages);
  return (
    <Box title={title} aside={String(rows.length)}>
      <Table
        label={title}
        columns={[
          {
            head: t.termin,
            cell: (row) => (
              <>
                <a href={`/admin/penyaluran/${row.id}`}>{t.termin_n(row.trancheN, row.trancheTitle)}</a>
                <small>
                  {row.programTitle} · {row.communityName} <EmergencyMark urgent={row.urgent} />
                </small>
              </>
            ),
          },
          {
            head: t.state,
            label: t.state,
            cell: (row) => <StatusBadge tone={tones[row.status] ?? "info"}>{t.status[row.status]}</StatusBadge>,
          },
          { head: t.amount, label: t.amount, align: "right", cell: (row) => <Money amount={row.amount} /> },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="muted">{t.none}</p>}
      />
    </Box>
  );
}
