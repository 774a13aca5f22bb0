import { type Kysely, sql, type Transaction } from "kysely";
import type { DB, PaymentStatus } from "#db/types.generated";
import type { Flow } from "~/features/ledger/ledger";
import type { Day } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import type { PledgeStatus } from "./pledge";

type Reader = Kysely<DB> | Transaction<DB>;

export type PledgeProgram = {
  slug: string;
  code: string;
  title: string;
  urgent: boolean;
  status: DB["proposals"]["status"];
  community: string;
  element: string;
};

/** A pledge as its company sees it in a list. The four figures are from the ledger; `pledged` is what was promised at first. */
export type PledgeRow = Omit<Flow, "target"> & {
  pledgeId: string;
  proposalId: string;
  status: PledgeStatus;
  pledged: Rupiah;
  submittedAt: Date | null;
  program: PledgeProgram;
  /** The earliest payment that is still expected. */
  next: { dueOn: Day; left: Rupiah } | null;
};

function pledgesOf(db: Reader, companyId: string) {
  return (
    db
      .selectFrom("pledges as p")
      // The company once more, so that the view adds up this company's pledges only.
      .innerJoin("pledge_flow as f", (join) =>
        join.onRef("f.proposal_id", "=", "p.proposal_id").onRef("f.pledge_id", "=", "p.id").onRef("f.company_id", "=", "p.company_id"),
      )
      .innerJoin("proposals as s", "s.id", "p.proposal_id")
      .innerJoin("organizations as o", "o.id", "s.organization_id")
      .leftJoinLateral(
        (eb) =>
          eb
            .selectFrom("payments as y")
            .select(["y.due_on", "y.amount", "y.received"])
            .whereRef("y.proposal_id", "=", "p.proposal_id")
            .whereRef("y.pledge_id", "=", "p.id")
            .where("y.status", "in", ["expected", "partly_received"])
            .orderBy("y.due_on")
            .orderBy("y.n")
            .limit(1)
            .as("next"),
        (join) => join.onTrue(),
      )
      .select(["p.id as pledgeId", "p.proposal_id as proposalId", "p.status", "p.amount as pledged", "p.submitted_at as submittedAt"])
      .select(["f.committed", "f.received", "f.disbursed", "f.accounted"])
      .select(["s.slug", "s.code", "s.title", "s.urgent", "s.status as programStatus", "o.name as community", "o.element"])
      .select(["next.due_on as nextDueOn", "next.amount as nextAmount", "next.received as nextReceived"])
      .where("p.company_id", "=", companyId)
  );
}

type PledgeRecord = Awaited<ReturnType<ReturnType<typeof pledgesOf>["execute"]>>[number];

function asRow(row: PledgeRecord): PledgeRow {
  return {
    pledgeId: row.pledgeId,
    proposalId: row.proposalId,
    status: row.status,
    pledged: row.pledged,
    submittedAt: row.submittedAt,
    committed: row.committed ?? 0n,
    received: row.received ?? 0n,
    disbursed: row.disbursed ?? 0n,
    accounted: row.accounted ?? 0n,
    program: {
      slug: row.slug,
      code: row.code ?? "",
      title: row.title,
      urgent: row.urgent,
      status: row.programStatus,
      community: row.community,
      element: row.element ?? "",
    },
    next: row.nextDueOn === null ? null : { dueOn: row.nextDueOn, left: (row.nextAmount ?? 0n) - (row.nextReceived ?? 0n) },
  };
}

/** Every pledge of a company: waiting first, then in force, then the others; newest first within each. */
export async function companyPledges(db: Reader, companyId: string): Promise<PledgeRow[]> {
  const rows = await pledgesOf(db, companyId)
    .orderBy(sql`case p.status when 'awaiting_approval' then 0 when 'committed' then 1 when 'settled' then 2 else 3 end`)
    .orderBy("p.created_at", "desc")
    .orderBy("p.id")
    .execute();
  return rows.map(asRow);
}

/** Pledges that wait for the company's approval, the one that expires first on top. */
export async function waitingPledges(db: Reader, companyId: string): Promise<(PledgeRow & { expiresOn: Day | null; drafter: string })[]> {
  const rows = await pledgesOf(db, companyId)
    .innerJoin("users as u", "u.id", "p.created_by")
    .select(["p.expires_on as expiresOn", "u.name as drafter"])
    .where("p.status", "=", "awaiting_approval")
    .orderBy("p.expires_on")
    .orderBy("p.id")
    .execute();
  return rows.map((row) => ({ ...asRow(row), expiresOn: row.expiresOn, drafter: row.drafter }));
}

/** The numbers beside the tabs of the company's workspace, by address. */
export async function companyTabCounts(db: Reader, companyId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ active: number; waiting: number }>`
    select count(*) filter (where status in ('committed', 'settled'))::int as active,
      count(*) filter (where status = 'awaiting_approval')::int as waiting
    from pledges where company_id = ${companyId}`.execute(db);
  return { "/ruang/perusahaan/komitmen": rows[0]?.active ?? 0, "/ruang/perusahaan/persetujuan": rows[0]?.waiting ?? 0 };
}

export type PledgePayment = {
  id: string;
  n: number;
  amount: Rupiah;
  received: Rupiah;
  dueOn: Day;
  status: PaymentStatus;
  reference: string | null;
  overdue: boolean;
};

export async function paymentsOfPledge(db: Reader, proposalId: string, pledgeId: string): Promise<PledgePayment[]> {
  const payments = await db
    .selectFrom("payments")
    .select(["id", "n", "amount", "received", "due_on as dueOn", "status", "reference"])
    .where("proposal_id", "=", proposalId)
    .where("pledge_id", "=", pledgeId)
    .orderBy("n")
    .execute();
  const day = today();
  return payments.map((payment) => ({
    ...payment,
    overdue: payment.dueOn < day && (payment.status === "expected" || payment.status === "partly_received"),
  }));
}

export type PledgeLine = { description: string; amount: Rupiah; whole: boolean };

async function linesOfPledge(db: Reader, proposalId: string, pledgeId: string): Promise<PledgeLine[]> {
  const lines = await db
    .selectFrom("pledge_lines as pl")
    .innerJoin("budget_lines as l", (join) => join.onRef("l.proposal_id", "=", "pl.proposal_id").onRef("l.id", "=", "pl.budget_line_id"))
    .select(["l.description", "pl.amount", "l.amount as full"])
    .where("pl.proposal_id", "=", proposalId)
    .where("pl.pledge_id", "=", pledgeId)
    .orderBy("l.position")
    .execute();
  return lines.map(({ description, amount, full }) => ({ description, amount, whole: amount === full }));
}

export type PledgeDetail = PledgeRow & {
  note: string;
  drafter: { userId: string; name: string };
  decider: string | null;
  decidedAt: Date | null;
  expiresOn: Day | null;
  reasonCode: string | null;
  reasonNote: string | null;
  lines: PledgeLine[];
  payments: PledgePayment[];
  /** The secret link that works now, if any: only until when, never the link itself. */
  link: { validUntil: Day; madeAt: Date } | null;
};

/** One pledge of a company, by its id alone; undefined when it isn't this company's. */
export async function findCompanyPledge(db: Reader, companyId: string, pledgeId: string): Promise<PledgeDetail | undefined> {
  if (!isId(pledgeId)) return undefined;
  const row = await pledgesOf(db, companyId)
    .innerJoin("users as u", "u.id", "p.created_by")
    .leftJoin("users as d", "d.id", "p.decided_by")
    .select(["p.note", "p.created_by as createdBy", "u.name as drafter", "d.name as decider", "p.decided_at as decidedAt"])
    .select(["p.expires_on as expiresOn", "p.decision_reason_code as reasonCode", "p.decision_note as reasonNote"])
    .where("p.id", "=", pledgeId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { proposalId } = row;
  return {
    ...asRow(row),
    note: row.note,
    drafter: { userId: row.createdBy, name: row.drafter },
    decider: row.decider,
    decidedAt: row.decidedAt,
    expiresOn: row.expiresOn,
    reasonCode: row.reasonCode,
    reasonNote: row.reasonNote,
    lines: await linesOfPledge(db, proposalId, pledgeId),
    payments: await paymentsOfPledge(db, proposalId, pledgeId),
    link: await linkOfPledge(db, proposalId, pledgeId),
  };
}

async function linkOfPledge(db: Reader, proposalId: string, pledgeId: string): Promise<PledgeDetail["link"]> {
  const link = await db
    .selectFrom("payment_links")
    .select(["valid_until as validUntil", "created_at as madeAt"])
    .where("proposal_id", "=", proposalId)
    .where("pledge_id", "=", pledgeId)
    .where("revoked_at", "is", null)
    .where("valid_until", ">=", today())
    .orderBy("created_at", "desc")
    .executeTakeFirst();
  return link ?? null;
}

export type PledgeEvent = {
  id: string;
  at: Date;
  action: string;
  actor: string | null;
  details: Record<string, string | number | boolean | null>;
};

/** What happened to a pledge, oldest first, from the audit log. */
export async function eventsOfPledge(db: Reader, pledgeId: string): Promise<PledgeEvent[]> {
  const rows = await db
    .selectFrom("audit_log as a")
    .leftJoin("users as u", "u.id", "a.actor_id")
    .select(["a.id", "a.at", "a.action", "a.details", "u.name as actor"])
    .where("a.subject_kind", "=", "pledge")
    .where("a.subject_id", "=", pledgeId)
    .orderBy("a.at")
    .orderBy("a.id")
    .execute();
  return rows.map((row) => ({ ...row, details: row.details as PledgeEvent["details"] }));
}
