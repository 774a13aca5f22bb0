import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useMessages } from "~/components/language";
import { motifOf } from "~/components/motif";
import { Page, PageHead } from "~/components/page";
import { ProgramName } from "~/components/program-name";
import { RecordList } from "~/components/record-list";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { nameMessages, nameOf } from "~/features/reporting/name-messages";
import { publicPage } from "~/features/reporting/public-page.server";
import { reportMessages } from "~/features/reporting/report-messages";
import { publishedReports } from "~/features/reporting/report-queries.server";
import { formatDay } from "~/kernel/dates";
import { isId } from "~/kernel/ids";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = reportMessages[data?.language ?? "id"];
  return [{ title: t.listMeta }, { name: "description", content: t.listLead }];
};

export const loader = guardedLoader(anyone, async (c) => {
  const after = c.url.searchParams.get("setelah");
  const page = await publishedReports(c.db, 20, isId(after) ? after : undefined);
  return publicPage(c, { language: c.language, ...page, first: after !== null });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

export default function ImpactReports() {
  const { reports, next, first } = useLoaderData<typeof loader>();
  const t = useMessages(reportMessages);
  const names = useMessages(nameMessages).element;
  const language = useLanguage();
  return (
    <Page>
      <PageHead title={t.listTitle} lead={t.listLead} />
      {reports.length === 0 ? (
        <EmptyState title={t.listEmpty} action={<ButtonLink to="/program">{t.seePrograms}</ButtonLink>}>
          {t.listEmptyText}
        </EmptyState>
      ) : (
        <section className="box" aria-labelledby="daftar">
          <h2 className="sr" id="daftar">
            {t.listTitle}
          </h2>
          <RecordList
            items={reports.map((report) => ({
              key: `${report.slug}/${report.tranche}`,
              to: `/program/${report.slug}/laporan/${report.tranche}`,
              title: <ProgramName title={report.headline || report.program} urgent={report.urgent} />,
              meta: `${report.program} · ${t.report(report.tranche)}`,
              note: [report.organization, nameOf(names, report.element), report.districtName].filter(Boolean).join(" · "),
              side: <span className="small muted n">{formatDay(report.publishedOn, language)}</span>,
              motif: motifOf({ kind: "community", element: report.element }),
            }))}
          />
        </section>
      )}
      {(first || next) && (
        <nav className="pgn mt-6" aria-label={t.pages}>
          {first && <a href="/laporan">{t.newest}</a>}
          {next && <a href={`/laporan?setelah=${next}`}>{t.more}</a>}
        </nav>
      )}
    </Page>
  );
}
