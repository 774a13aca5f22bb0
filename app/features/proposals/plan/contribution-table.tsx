import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Table } from "~/components/table";
import { formatRupiah } from "~/kernel/money";
import { type DraftContribution, amountOfLine, budgetTotal, formatDecimal } from "../proposal-draft";
import { planMessages } from "./plan-messages";

/** What the community brings itself, with its sum; it stands beside the budget and never in it. */
export function ContributionTable({ rows }: { rows: readonly DraftContribution[] }) {
  const t = useMessages(planMessages).own;
  const language = useLanguage();
  return (
    <Table
      label={t.title}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          head: t.item,
          cell: (row) => (
            <>
              <span lang="id">{row.description}</span>
              <small className="tn">
                {t.kind[row.kind]} · {formatDecimal(row.volume ?? "0", language)} {row.unit} × {formatRupiah(row.unitPrice ?? 0n, language)}
              </small>
            </>
          ),
        },
        { head: t.value, align: "right", cell: (row) => <Money amount={amountOfLine(row) ?? 0n} /> },
      ]}
      foot={[t.total, <Money key="total" amount={budgetTotal(rows)} />]}
    />
  );
}
