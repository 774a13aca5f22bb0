import { DayText } from "~/components/day-text";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Table } from "~/components/table";
import { organizationsMessages } from "./organizations-messages";
import type { StandingHistory } from "./standing-history.server";
import { standingMessages } from "./standing-messages";
import { DocumentFacts } from "./standing-page";

/** Documents that newer ones have replaced, each with what was found when it was checked. */
export function StandingHistoryPage({ data, back }: { data: StandingHistory; back: string }) {
  const t = useMessages(standingMessages).history;
  const states = useMessages(organizationsMessages).documentStates;
  const language = useLanguage();
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} meta={data.organization} crumbs={[{ href: back, label: t.back }]} />
      <Table
        label={t.title}
        rows={data.documents}
        rowKey={(row) => row.id}
        empty={<p className="muted">{t.none}</p>}
        columns={[
          {
            head: t.document,
            cell: (row) => (
              <div>
                <b>{row.name[language]}</b>
                <small>
                  <DocumentFacts document={row} />
                </small>
              </div>
            ),
          },
          { head: t.checked, label: t.checked, cell: (row) => states[row.status] },
          { head: t.replaced, label: t.replaced, cell: (row) => row.supersededAt && <DayText value={row.supersededAt} /> },
        ]}
      />
    </Page>
  );
}
