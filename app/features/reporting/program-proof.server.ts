import type { Kysely } from "kysely";
import { type Day, dayOf } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";

export type CheckView = {
  kind: "legality" | "field_visit" | "need" | "budget";
  result: "match" | "differs" | "not_checkable";
  finding: string;
  role: string;
  checkedOn: Day;
  validUntil: Day | undefined;
};

/** What was checked, by which role, when and until when it holds: the latest check of each kind. */
export async function checksOfProgram(db: Kysely<DB>, proposalId: string): Promise<CheckView[]> {
  const rows = await db
    .selectFrom("proposal_checks")
    .select(["kind", "result", "finding", "role_label", "checked_on", "valid_until"])
    .distinctOn("kind")
    .where("proposal_id", "=", proposalId)
    .orderBy("kind")
    .orderBy("created_at", "desc")
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    result: row.result,
    finding: row.finding,
    role: row.role_label,
    checkedOn: row.checked_on,
    validUntil: row.valid_until ?? undefined,
  }));
}

export type FunderView = {
  name: string;
  slug: string;
  companyType: "bumn" | "bumd" | "private";
  committed: Rupiah;
  received: Rupiah;
  disbursed: Rupiah;
  accounted: Rupiah;
};

/** The companies with a commitment, the largest first. */
export async function fundersOfProgram(db: Kysely<DB>, proposalId: string): Promise<FunderView[]> {
  const rows = await db
    .selectFrom("funder_flow as f")
    .innerJoin("organizations as o", "o.id", "f.company_id")
    .select(["o.name", "o.slug", "o.company_type", "f.committed", "f.received", "f.disbursed", "f.accounted"])
    .where("f.proposal_id", "=", proposalId)
    .orderBy("f.committed", "desc")
    .orderBy("o.name")
    .execute();
  return rows.map((row) => ({
    name: row.name,
    slug: row.slug,
    companyType: row.company_type ?? "private",
    committed: row.committed ?? 0n,
    received: row.received ?? 0n,
    disbursed: row.disbursed ?? 0n,
    accounted: row.accounted ?? 0n,
  }));
}

export type DocumentView = { fileId: string; title: string; mediaType: string; size: number };

/** The documents of a proposal that are open to anyone. */
export async function documentsOfProgram(db: Kysely<DB>, proposalId: string): Promise<DocumentView[]> {
  return db
    .selectFrom("proposal_files as p")
    .innerJoin("files as f", "f.id", "p.file_id")
    .select(["f.id as fileId", "p.title", "f.media_type as mediaType", "f.size_bytes as size"])
    .where("p.proposal_id", "=", proposalId)
    .where("f.access", "=", "public")
    .orderBy("p.position")
    .execute();
}

export type UpdateView =
  | { kind: "published" | "completed" | "suspended" | "expired"; on: Day }
  | { kind: "committed"; on: Day; company: string; amount: Rupiah }
  | { kind: "disbursed"; on: Day; tranche: number; amount: Rupiah }
  | { kind: "report"; on: Day; tranche: number; headline: string };

/** What has happened with a program, the newest first. */
export async function updatesOfProgram(db: Kysely<DB>, proposalId: string): Promise<UpdateView[]> {
  const [events, pledges, disbursements, reports] = await Promise.all([
    db
      .selectFrom("proposal_events")
      .select(["to_status", "at"])
      .where("proposal_id", "=", proposalId)
      .where("to_status", "in", ["published", "completed", "suspended", "expired"])
      .execute(),
    db
      .selectFrom("pledges as p")
      .innerJoin("organizations as o", "o.id", "p.company_id")
      .select(["o.name", "p.amount", "p.decided_at"])
      .where("p.proposal_id", "=", proposalId)
      .where("p.status", "in", ["committed", "settled"])
      .execute(),
    db
      .selectFrom("disbursements")
      .select(["tranche_n", "amount", "executed_on"])
      .where("proposal_id", "=", proposalId)
      .where("status", "=", "acknowledged")
      .execute(),
    publishedReports(db, proposalId),
  ]);
  const updates: UpdateView[] = [
    ...events.map((event) => ({ kind: event.to_status as "published" | "completed" | "suspended" | "expired", on: dayOf(event.at) })),
    ...pledges.flatMap((pledge) =>
      pledge.decided_at ? [{ kind: "committed" as const, on: dayOf(pledge.decided_at), company: pledge.name, amount: pledge.amount }] : [],
    ),
    ...disbursements.flatMap((sent) =>
      sent.executed_on ? [{ kind: "disbursed" as const, on: sent.executed_on, tranche: sent.tranche_n, amount: sent.amount }] : [],
    ),
    ...reports.map((report) => ({ kind: "report" as const, on: report.publishedOn, tranche: report.tranche, headline: report.headline })),
  ];
  return updates.sort((a, b) => b.on.localeCompare(a.on));
}

export type ReportLink = { tranche: number; headline: string; publishedOn: Day };

export async function publishedReports(db: Kysely<DB>, proposalId: string): Promise<ReportLink[]> {
  const rows = await db
    .selectFrom("reports")
    .select(["tranche_n", "headline", "published_at"])
    .where("proposal_id", "=", proposalId)
    .where("status", "=", "published")
    .orderBy("tranche_n")
    .execute();
  return rows.flatMap((row) =>
    row.published_at ? [{ tranche: row.tranche_n, headline: row.headline, publishedOn: dayOf(row.published_at) }] : [],
  );
}
