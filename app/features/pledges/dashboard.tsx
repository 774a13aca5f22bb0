import { AlurDana } from "~/components/alur-dana";
import { StatusBadge, type Tone } from "~/components/badge";
import { BarChart } from "~/components/charts";
import { DocumentList } from "~/components/document-list";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Motif, motifOf } from "~/components/motif";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { Table } from "~/components/table";
import { formatDay } from "~/kernel/dates";
import { formatRupiahShort, formatShare, type Rupiah, sum } from "~/kernel/money";
import { dashboardMessages } from "./dashboard-messages";
import type { FundedReport, GoalShare, PortfolioRow } from "./portfolio-queries.server";

/** The company's pledges by primary goal. */
export function GoalBars({ goals, committed }: { goals: readonly GoalShare[]; committed: Rupiah }) {
  const t = useMessages(dashboardMessages);
  const language = useLanguage();
  return (
    <Box title={t.goals} aside={t.primaryGoal}>
      <BarChart
        bars={goals.map((goal) => ({
          key: String(goal.goal),
          label: (
            <>
              <span className="sdg">
                <b>{goal.goal}</b>
              </span>
              {language === "id" ? goal.nameId : goal.nameEn}
            </>
          ),
          value: goal.committed,
          text: (
            <>
              <b>{formatRupiahShort(goal.committed, language)}</b>{" "}
              <span className="muted">{formatShare(goal.committed, committed, language)}</span>
            </>
          ),
        }))}
      />
    </Box>
  );
}

const tones: Readonly<Record<string, Tone>> = { completed: "ok", running: "info", published: "warn", suspended: "bad" };

/** Every program with the company's money in it, on one scale. */
export function Portfolio({ rows }: { rows: readonly PortfolioRow[] }) {
  const t = useMessages(dashboardMessages);
  const scale = rows.reduce((most, row) => (row.committed > most ? row.committed : most), 0n);
  const statuses: Readonly<Record<string, string>> = t.programStatus;
  return (
    <Box title={t.portfolio} aside={t.portfolioHint} className="mt-5">
      <Table
        label={t.portfolio}
        columns={[
          {
            head: t.program,
            cell: (row) => (
              <span className="row flex-nowrap gap-3">
                <Motif of={motifOf({ element: row.program.element })} size="s" />
                <span>
                  <a href={`/program/${row.program.slug}`}>
                    <ProgramName {...row.program} />
                  </a>
                  <small>{row.program.community}</small>
                </span>
              </span>
            ),
          },
          {
            head: t.flow,
            label: "",
            className: "barc min-w-52",
            cell: (row) => <AlurDana flow={{ ...row, target: row.committed }} size="strip" scale={scale} />,
          },
          { head: t.pledged, align: "right", cell: (row) => <Money amount={row.committed} /> },
          { head: t.accounted, align: "right", cell: (row) => <Money amount={row.accounted} /> },
          {
            head: t.status,
            align: "right",
            hideOnPhone: true,
            cell: (row) => <StatusBadge tone={tones[row.program.status]}>{statuses[row.program.status] ?? row.program.status}</StatusBadge>,
          },
        ]}
        rows={rows}
        rowKey={(row) => row.program.slug}
        foot={[
          t.sum,
          "",
          <Money amount={sum(rows.map((row) => row.committed))} key="committed" />,
          <Money amount={sum(rows.map((row) => row.accounted))} key="accounted" />,
          "",
        ]}
      />
      <p className="hint">{t.fifo}</p>
    </Box>
  );
}

/** The latest reports of the funded programs, and those that are still awaited. */
export function Reports({ reports }: { reports: readonly FundedReport[] }) {
  const t = useMessages(dashboardMessages);
  const language = useLanguage();
  if (reports.length === 0) {
    return (
      <Box title={t.reports}>
        <p className="muted">{t.noReports}</p>
      </Box>
    );
  }
  const states = {
    published: { tone: "ok", word: t.complete },
    verifying: { tone: "info", word: t.checking },
    awaited: { tone: "warn", word: t.waiting },
  } as const;
  return (
    <Box title={t.reports}>
      <DocumentList
        items={reports.map((report) => ({
          href: report.status === "published" ? `/program/${report.slug}/laporan/${report.n}` : `/program/${report.slug}`,
          name: (
            <>
              <ProgramName {...report} />
              <br />
              <span className="muted xs">
                {t.report(report.n)},{" "}
                {report.publishedAt
                  ? t.published(formatDay(report.publishedAt, language))
                  : report.status === "verifying"
                    ? t.verifying
                    : t.awaited}
              </span>
            </>
          ),
          meta: (
            <StatusBadge tone={states[report.status].tone} icon={report.status === "published" ? "check" : "clock"}>
              {states[report.status].word}
            </StatusBadge>
          ),
        }))}
      />
    </Box>
  );
}
