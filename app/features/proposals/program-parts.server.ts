import { type Kysely, type Transaction, sql } from "kysely";
import { startOfDay } from "~/kernel/dates";
import { sum } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import type { ProgramFunder, ProgramIndicator, ProgramSection, ProgramTranche, ProgramUpdate } from "./program-view";

type Reader = Kysely<DB> | Transaction<DB>;

/** The RAB by its sections, each line with what is funded and spent of it. */
export async function programBudget(db: Reader, proposalId: string): Promise<ProgramSection[]> {
  const rows = await db
    .selectFrom("budget_lines as l")
    .leftJoin("budget_line_funding as f", (join) =>
      join.onRef("f.proposal_id", "=", "l.proposal_id").onRef("f.budget_line_id", "=", "l.id"),
    )
    .leftJoin("budget_line_spending as s", (join) =>
      join.onRef("s.proposal_id", "=", "l.proposal_id").onRef("s.budget_line_id", "=", "l.id"),
    )
    .select([
      "l.id",
      "l.section",
      "l.description",
      "l.volume",
      "l.unit",
      "l.unit_price",
      "l.tax_code",
      "l.tax_mode",
      "l.amount",
      "f.funded",
      "s.approved",
      "s.waiting",
    ])
    .where("l.proposal_id", "=", proposalId)
    .orderBy("l.position")
    .orderBy("l.id")
    .execute();
  const sections = new Map<string, ProgramSection>();
  for (const row of rows) {
    const section = sections.get(row.section) ?? { name: row.section, amount: 0n, funded: 0n, spent: 0n, lines: [] };
    section.lines.push({
      id: row.id,
      description: row.description,
      volume: row.volume ?? "0",
      unit: row.unit,
      unitPrice: row.unit_price ?? 0n,
      tax: row.tax_code && row.tax_mode ? { code: row.tax_code, mode: row.tax_mode } : null,
      amount: row.amount ?? 0n,
      funded: row.funded ?? 0n,
      spent: row.approved ?? 0n,
      waiting: row.waiting ?? 0n,
    });
    sections.set(row.section, section);
  }
  return [...sections.values()].map((section) => ({
    ...section,
    amount: sum(section.lines.map((line) => line.amount)),
    funded: sum(section.lines.map((line) => line.funded)),
    spent: sum(section.lines.map((line) => line.spent)),
  }));
}

/** The termin plan, each with the state of its money and of its report. */
export async function programTranches(db: Reader, proposalId: string): Promise<ProgramTranche[]> {
  const rows = await db
    .selectFrom("tranches as t")
    .leftJoin("disbursements as d", (join) =>
      join.onRef("d.proposal_id", "=", "t.proposal_id").onRef("d.tranche_n", "=", "t.n").on("d.status", "<>", "rejected"),
    )
    .leftJoin("reports as r", (join) => join.onRef("r.proposal_id", "=", "t.proposal_id").onRef("r.tranche_n", "=", "t.n"))
    .select([
      "t.n",
      "t.title",
      "t.amount",
      "t.condition",
      "t.planned_on",
      "d.id as disbursement_id",
      "d.status as disbursement_status",
      "d.requested_at",
      "d.executed_on",
      "d.acknowledged_at",
      "r.id as report_id",
      "r.status as report_status",
      "r.published_at",
      "r.headline",
    ])
    .where("t.proposal_id", "=", proposalId)
    .orderBy("t.n")
    .execute();
  const spending = await spendingByTranche(db, proposalId);
  return rows.map((row): ProgramTranche => {
    const { spent, waiting } = spending.get(row.n) ?? { spent: 0n, waiting: 0n };
    const status = row.disbursement_status === "rejected" ? null : row.disbursement_status;
    const amount = row.amount ?? 0n;
    return {
      n: row.n,
      title: row.title,
      amount,
      condition: row.condition,
      plannedOn: row.planned_on,
      disbursement:
        row.disbursement_id && status && row.requested_at
          ? {
              id: row.disbursement_id,
              status,
              requestedAt: row.requested_at,
              executedOn: row.executed_on,
              acknowledgedAt: row.acknowledged_at,
            }
          : null,
      report:
        row.report_id && row.report_status
          ? { id: row.report_id, status: row.report_status, publishedAt: row.published_at, headline: row.headline ?? "" }
          : null,
      spent,
      waiting,
      level: status === "acknowledged" ? (spent >= amount ? 4 : 3) : status === "executed" ? 2 : 0,
    };
  });
}

async function spendingByTranche(db: Reader, proposalId: string): Promise<Map<number, { spent: bigint; waiting: bigint }>> {
  const rows = await db
    .selectFrom("receipts")
    .select(["tranche_n", "status", "amount"])
    .where("proposal_id", "=", proposalId)
    .where("status", "in", ["approved", "submitted"])
    .execute();
  const totals = new Map<number, { spent: bigint; waiting: bigint }>();
  for (const row of rows) {
    const total = totals.get(row.tranche_n) ?? { spent: 0n, waiting: 0n };
    if (row.status === "approved") total.spent += row.amount;
    else total.waiting += row.amount;
    totals.set(row.tranche_n, total);
  }
  return totals;
}

/** The indicators, each with what the latest published report says about it. */
export async function programIndicators(db: Reader, proposalId: string): Promise<ProgramIndicator[]> {
  const latest = db
    .selectFrom("indicator_results as x")
    .innerJoin("reports as r", (join) => join.onRef("r.proposal_id", "=", "x.proposal_id").onRef("r.id", "=", "x.report_id"))
    .select(["x.indicator_id", "x.actual", "x.note", "r.tranche_n"])
    .distinctOn("x.indicator_id")
    .where("x.proposal_id", "=", proposalId)
    .where("r.status", "=", "published")
    .where("x.actual", "is not", null)
    .orderBy("x.indicator_id")
    .orderBy("r.tranche_n", "desc");
  const rows = await db
    .with("latest", () => latest)
    .selectFrom("indicators as i")
    .leftJoin("latest as l", "l.indicator_id", "i.id")
    .select(["i.id", "i.code", "i.name", "i.unit", "i.baseline", "i.target", "l.actual", "l.note", "l.tranche_n"])
    .where("i.proposal_id", "=", proposalId)
    .orderBy("i.position")
    .orderBy("i.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    unit: row.unit,
    baseline: row.baseline ?? "0",
    target: row.target ?? "0",
    actual: row.actual,
    actualNote: row.note ?? "",
    actualTranche: row.tranche_n,
  }));
}

/** The companies with a commitment, largest first, each over all its pledges to this program. */
export async function programFunders(db: Reader, proposalId: string): Promise<ProgramFunder[]> {
  const rows = await db
    .selectFrom("pledge_flow as f")
    .innerJoin("organizations as o", "o.id", "f.company_id")
    .select([
      "o.id",
      "o.name",
      "o.slug",
      "o.company_type",
      sql<bigint>`sum(f.committed)::bigint`.as("committed"),
      sql<bigint>`sum(f.received)::bigint`.as("received"),
      sql<bigint>`sum(f.disbursed)::bigint`.as("disbursed"),
      sql<bigint>`sum(f.accounted)::bigint`.as("accounted"),
    ])
    .where("f.proposal_id", "=", proposalId)
    .where("f.committed", ">", 0n)
    .groupBy(["o.id", "o.name", "o.slug", "o.company_type"])
    .orderBy("committed", "desc")
    .orderBy("o.name")
    .execute();
  return rows.map(({ id, company_type, ...row }) => ({ ...row, companyId: id, companyType: company_type ?? "private" }));
}

/** What happened to the program, latest first. */
export async function programUpdates(db: Reader, proposalId: string): Promise<ProgramUpdate[]> {
  const events = await db
    .selectFrom("proposal_events")
    .select(["from_status", "to_status", "at"])
    .where("proposal_id", "=", proposalId)
    .where("to_status", "in", ["published", "running", "completed", "suspended", "expired"])
    .execute();
  const pledges = await db
    .selectFrom("pledges as p")
    .innerJoin("organizations as o", "o.id", "p.company_id")
    .select(["o.name", "p.amount", "p.decided_at"])
    .where("p.proposal_id", "=", proposalId)
    .where("p.status", "in", ["committed", "settled"])
    .execute();
  const amendments = await db
    .selectFrom("amendments")
    .select(["n", "ended_at"])
    .where("proposal_id", "=", proposalId)
    .where("status", "=", "in_force")
    .execute();
  const tranches = await programTranches(db, proposalId);
  const updates: ProgramUpdate[] = [
    ...events.map(
      ({ from_status, to_status, at }): ProgramUpdate => ({
        kind: from_status === "suspended" ? "resumed" : (to_status as "published"),
        at,
      }),
    ),
    ...pledges.flatMap((row): ProgramUpdate[] =>
      row.decided_at ? [{ kind: "committed", at: row.decided_at, company: row.name, amount: row.amount }] : [],
    ),
    ...amendments.flatMap((row): ProgramUpdate[] => (row.ended_at ? [{ kind: "amended", at: row.ended_at, n: row.n }] : [])),
    ...tranches.flatMap(({ n, amount, disbursement, report }): ProgramUpdate[] => [
      ...(disbursement?.acknowledgedAt
        ? [
            {
              kind: "disbursed",
              at: disbursement.executedOn ? startOfDay(disbursement.executedOn) : disbursement.acknowledgedAt,
              n,
              amount,
            } as const,
          ]
        : []),
      ...(report?.publishedAt ? [{ kind: "reported", at: report.publishedAt, n, headline: report.headline } as const] : []),
    ]),
  ];
  return updates.sort((a, b) => b.at.getTime() - a.at.getTime());
}
