import { DescriptionList } from "~/components/description-list";
import { useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { Photo } from "~/components/photo";
import { Table } from "~/components/table";
import { impactDeskMessages } from "./desk-messages";
import type { DeskReportDetail } from "./desk-queries.server";

/** What the community reports, for the verifier to read. */
export function ReportReading({ report }: { report: DeskReportDetail }) {
  const t = useMessages(impactDeskMessages);
  const { draft } = report;
  const people = (["women", "children", "elderly", "disabled"] as const).flatMap((group) =>
    draft[group] === null ? [] : [{ term: t[group], value: String(draft[group]) }],
  );
  return (
    <>
      <Box title={t.content} aside={report.number ?? undefined}>
        <h3>{draft.headline}</h3>
        {draft.story.split("\n\n").map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <h3>{t.lessons}</h3>
        <p>{draft.lessons}</p>
        <DescriptionList items={[{ term: t.people, value: `${draft.beneficiaries ?? "–"} ${report.beneficiaryUnit}` }, ...people]} />
      </Box>
      <Box title={t.indicators}>
        <Table
          label={t.indicators}
          columns={[
            { head: t.indicator, cell: (row) => `${row.name} (${row.unit})` },
            { head: t.baseline, label: t.baseline, align: "right", cell: (row) => trimmed(row.baseline) },
            { head: t.target, label: t.target, align: "right", cell: (row) => trimmed(row.target) },
            {
              head: t.actual,
              label: t.actual,
              align: "right",
              cell: (row) => {
                const result = draft.results.find(({ indicatorId }) => indicatorId === row.id);
                return (
                  <>
                    <b>{result?.actual ? trimmed(result.actual) : t.notMeasured}</b>
                    {result?.note && <small>{result.note}</small>}
                  </>
                );
              },
            },
          ]}
          rows={report.indicators}
          rowKey={(row) => row.id}
        />
      </Box>
      {report.photos.length > 0 && (
        <Box title={t.photos}>
          <div className="grid g11">
            {report.photos.map(({ fileId, caption }) => (
              <Photo key={fileId} src={`/berkas/${fileId}`} alt={caption} caption={caption} width={800} height={480} />
            ))}
          </div>
        </Box>
      )}
    </>
  );
}

/** "38.00" as people write it: without decimals that say nothing. */
function trimmed(decimal: string | null): string {
  return decimal === null ? "–" : decimal.replace(/\.?0+$/, (zeros) => (zeros.startsWith(".") ? "" : zeros));
}
