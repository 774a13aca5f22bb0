import { useLanguage, useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { Section } from "~/components/page";
import { Table } from "~/components/table";
import { indicatorTotalsMessages } from "./indicator-totals-messages";
import type { IndicatorTotal } from "./indicator-totals.server";
import { decimalOf } from "./program-sections";

/** In public every program counts once. */
export function PublicIndicatorTotals({ totals }: { totals: readonly IndicatorTotal[] }) {
  const t = useMessages(indicatorTotalsMessages);
  return (
    <Section title={t.title} hint={t.hint} id="hasil">
      <p className="small muted mb-3">{t.lead}</p>
      <TotalsTable totals={totals} />
      <p className="hint">{t.once}</p>
    </Section>
  );
}

/** For a company the programs that it funds, each with its whole result. */
export function FundedIndicatorTotals({ totals }: { totals: readonly IndicatorTotal[] }) {
  const t = useMessages(indicatorTotalsMessages);
  return (
    <Box title={t.title} aside={t.hint} className="mt-5" id="hasil">
      <TotalsTable totals={totals} />
      <p className="hint">{t.whole}</p>
    </Box>
  );
}

function TotalsTable({ totals }: { totals: readonly IndicatorTotal[] }) {
  const t = useMessages(indicatorTotalsMessages);
  const language = useLanguage();
  const amountOf = (value: string, { unit }: IndicatorTotal) => `${decimalOf(value, language)} ${unit[language]}`;
  return (
    <Table
      label={t.title}
      rows={totals}
      rowKey={(row) => row.code}
      empty={<p className="muted">{t.none}</p>}
      columns={[
        {
          head: t.indicator,
          cell: (row) => (
            <>
              {row.name[language]}
              <small>{row.definition[language]}</small>
            </>
          ),
        },
        { head: t.programs, label: t.programs, align: "right", cell: (row) => String(row.programs) },
        {
          head: t.before,
          label: t.before,
          align: "right",
          cell: (row) => (row.baseline === undefined ? t.unknown : amountOf(row.baseline, row)),
        },
        { head: t.planned, label: t.planned, align: "right", cell: (row) => amountOf(row.target, row) },
        { head: t.reached, label: t.reached, align: "right", cell: (row) => <b>{amountOf(row.actual, row)}</b> },
      ]}
    />
  );
}
