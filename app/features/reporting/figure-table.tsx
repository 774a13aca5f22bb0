import { AlurDana } from "~/components/alur-dana";
import { useLanguage, useMessages } from "~/components/language";
import { Table } from "~/components/table";
import { formatRupiah, formatWhole } from "~/kernel/money";
import { ledgerMessages } from "./ledger-messages";
import type { FigureRow } from "./platform-figures.server";

/** One way to add the figures up: a name, the bar on one scale, target and what is proven. */
export function FigureTable({
  name,
  rows,
  label,
  amount,
}: {
  name: string;
  rows: readonly FigureRow[];
  label: (row: FigureRow) => string;
  amount?: string;
}) {
  const t = useMessages(ledgerMessages);
  const language = useLanguage();
  const scale = rows.reduce((most, row) => (row.target > most ? row.target : most), 1n);
  if (rows.length === 0) return null;
  return (
    <Table
      caption={name}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          head: t.name,
          cell: (row) => (
            <>
              {row.href ? <a href={row.href}>{label(row)}</a> : label(row)}
              <small className="n">
                {formatWhole(row.programs, language)} {t.programs.toLowerCase()}
              </small>
            </>
          ),
        },
        { head: t.alur, className: "barc w-[36%]", cell: (row) => <AlurDana flow={row} size="strip" scale={scale} /> },
        { head: amount ?? t.target, label: amount ?? t.target, align: "right", cell: (row) => formatRupiah(row.target, language) },
        { head: t.accounted, label: t.accounted, align: "right", cell: (row) => formatRupiah(row.accounted, language) },
      ]}
    />
  );
}
