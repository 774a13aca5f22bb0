import type { Kysely } from "kysely";
import { type Day, dayOf } from "~/kernel/dates";
import { type Rupiah, sum } from "~/kernel/money";
import type { DB } from "#db/types.generated";

export type BudgetLineView = {
  id: string;
  description: string;
  volume: string;
  unit: string;
  unitPrice: Rupiah;
  amount: Rupiah;
  funded: Rupiah;
  spent: Rupiah;
  waiting: Rupiah;
};
export type BudgetSection = { name: string; amount: Rupiah; funded: Rupiah; spent: Rupiah; lines: BudgetLineView[] };

/** The RAB by section, each line with what commitments cover and what approved receipts prove. */
export async function budgetOfProgram(db: Kysely<DB>, proposalId: string): Promise<BudgetSection[]> {
  const rows = await db
    .selectFrom("budget_lines as l")
    .leftJoin("budget_line_funding as f", (join) => join.onRef("f.proposal_id", "=", "l.proposal_id").onRef("f.budget_line_id", "=", "l.id"))
    .leftJoin("budget_line_spending as s", (join) => join.onRef("s.proposal_id", "=", "l.proposal_id").onRef("s.budget_line_id", "=", "l.id"))
    .select(["l.id", "l.section", "l.description", "l.volume", "l.unit", "l.unit_price", "l.amount", "f.funded", "s.approved", "s.waiting"])
    .where("l.proposal_id", "=", proposalId)
    .orderBy("l.position")
    .orderBy("l.id")
    .execute();
  const sections = new Map<string, BudgetLineView[]>();
  for (const row of rows) {
    const lines = sections.get(row.section) ?? [];
    sections.set(row.section, lines);
    lines.push({
      id: row.id,
      description: row.description,
      volume: row.volume ?? "0",
      unit: row.unit,
      unitPrice: row.unit_price ?? 0n,
      amount: row.amount ?? 0n,
      funded: row.funded ?? 0n,
      spent: row.approved ?? 0n,
      waiting: row.waiting ?? 0n,
    });
  }
  return [...sections].map(([name, lines]) => ({
    name,
    amount: sum(lines.map((line) => line.amount)),
    funded: sum(lines.map((line) => line.funded)),
    spent: sum(lines.map((line) => line.spent)),
    lines,
  }));
}

/** How far the money of one termin has come; the levels of the Alur Dana, and `none` when it isn't even committed. */
export type TrancheLevel = "none" | "committed" | "received" | "disbursed" | "accounted";

export type TrancheView = {
  n: number;
  title: string;
  amount: Rupiah;
  condition: string;
  plannedOn: Day | undefined;
  level: TrancheLevel;
  /** On its way from the bank to the community, not acknowledged yet. */
  sentOn: Day | undefined;
  disbursedOn: Day | undefined;
  accounted: Rupiah;
  waiting: Rupiah;
  reportPublishedOn: Day | undefined;
};

export async function tranchesOfProgram(
  db: Kysely<DB>,
  proposalId: string,
  flow: { committed: Rupiah; received: Rupiah },
): Promise<TrancheView[]> {
  const rows = await db
    .selectFrom("tranches as t")
    .innerJoin("tranche_flow as f", (join) => join.onRef("f.proposal_id", "=", "t.proposal_id").onRef("f.n", "=", "t.n"))
    .leftJoin("disbursements as d", (join) =>
      join
        .onRef("d.proposal_id", "=", "t.proposal_id")
        .onRef("d.tranche_n", "=", "t.n")
        .on("d.status", "in", ["executed", "acknowledged"]),
    )
    .leftJoin("reports as r", (join) =>
      join.onRef("r.proposal_id", "=", "t.proposal_id").onRef("r.tranche_n", "=", "t.n").on("r.status", "=", "published"),
    )
    .select([
      "t.n", "t.title", "t.amount", "t.condition", "t.planned_on", "f.disbursed", "f.accounted", "f.waiting", "d.status", "d.executed_on",
      "r.published_at",
    ])
    .where("t.proposal_id", "=", proposalId)
    .orderBy("t.n")
    .execute();
  let planned = 0n;
  return rows.map((row) => {
    const amount = row.amount ?? 0n;
    planned += amount;
    const disbursed = row.disbursed ?? 0n;
    const accounted = row.accounted ?? 0n;
    const level: TrancheLevel =
      disbursed >= amount && accounted >= amount ? "accounted"
      : disbursed > 0n ? "disbursed"
      : flow.received >= planned ? "received"
      : flow.committed >= planned ? "committed"
      : "none";
    return {
      n: row.n,
      title: row.title,
      amount,
      condition: row.condition,
      plannedOn: row.planned_on ?? undefined,
      level,
      sentOn: row.status === "executed" ? (row.executed_on ?? undefined) : undefined,
      disbursedOn: row.status === "acknowledged" ? (row.executed_on ?? undefined) : undefined,
      accounted,
      waiting: row.waiting ?? 0n,
      reportPublishedOn: row.published_at ? dayOf(row.published_at) : undefined,
    };
  });
}

export type IndicatorView = {
  id: string;
  name: string;
  unit: string;
  baseline: number | undefined;
  target: number | undefined;
  /** The latest result in a published report, with the number of its termin. */
  actual: number | undefined;
  note: string;
  tranche: number | undefined;
};

export async function indicatorsOfProgram(db: Kysely<DB>, proposalId: string): Promise<IndicatorView[]> {
  const [indicators, results] = await Promise.all([
    db
      .selectFrom("indicators")
      .select(["id", "name", "unit", "baseline", "target"])
      .where("proposal_id", "=", proposalId)
      .orderBy("position")
      .orderBy("id")
      .execute(),
    db
      .selectFrom("indicator_results as i")
      .innerJoin("reports as r", (join) => join.onRef("r.proposal_id", "=", "i.proposal_id").onRef("r.id", "=", "i.report_id"))
      .select(["i.indicator_id", "i.actual", "i.note", "r.tranche_n"])
      .where("i.proposal_id", "=", proposalId)
      .where("r.status", "=", "published")
      .where("i.actual", "is not", null)
      .orderBy("r.tranche_n")
      .execute(),
  ]);
  const latest = new Map(results.map((result) => [result.indicator_id, result]));
  return indicators.map((row) => {
    const result = latest.get(row.id);
    return {
      id: row.id,
      name: row.name,
      unit: row.unit,
      baseline: numberOf(row.baseline),
      target: numberOf(row.target),
      actual: numberOf(result?.actual ?? null),
      note: result?.note ?? "",
      tranche: result?.tranche_n,
    };
  });
}

export function numberOf(numeric: string | null): number | undefined {
  return numeric === null ? undefined : Number(numeric);
}
