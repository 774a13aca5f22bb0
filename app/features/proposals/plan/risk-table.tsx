import { useMessages } from "~/components/language";
import { Table } from "~/components/table";
import type { DraftRisk } from "../proposal-draft";
import { planMessages } from "./plan-messages";

export function RiskTable({ risks }: { risks: readonly DraftRisk[] }) {
  const t = useMessages(planMessages).risks;
  return (
    <Table
      label={t.title}
      rows={risks}
      rowKey={(row) => row.id}
      columns={[
        { head: t.risk, cell: (row) => <span lang="id">{row.risk}</span> },
        { head: t.likelihood, cell: (row) => (row.likelihood ? t.level[row.likelihood] : "–") },
        { head: t.mitigation, cell: (row) => <span lang="id">{row.mitigation}</span> },
      ]}
    />
  );
}
