import type { Kysely, Transaction } from "kysely";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { publicStatuses } from "~/features/proposals/proposal";
import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import { type TerminObstacle, nextTermin, obstacleOf } from "./disbursement";
import { type TerminCondition, conditionsOf } from "./termin-conditions";
import { type Termin, fundFactsOf } from "./termin-queries.server";

type Reader = Kysely<DB> | Transaction<DB>;
type Flow = Awaited<ReturnType<typeof flowOfProgram>>;

export type CommunityProgram = {
  id: string;
  slug: string;
  code: string;
  title: string;
  urgent: boolean;
  status: DB["proposals"]["status"];
  flow: Flow;
  termins: Termin[];
  rejectedReceipts: RejectedReceipts[];
  /** The first termin that nobody has asked for, and what it waits for. */
  next: { n: number; amount: Rupiah; title: string; obstacle: TerminObstacle | undefined; conditions: TerminCondition[] } | undefined;
};

/** Receipts of one termin that were turned down, while its report may still be mended. */
export type RejectedReceipts = { trancheN: number; count: number };

function programs(db: Reader, organizationId: string) {
  return db
    .selectFrom("proposals")
    .select(["id", "slug", "code", "title", "urgent", "status"])
    .where("organization_id", "=", organizationId)
    .where("status", "in", publicStatuses);
}

/** An organisation's published programs with their money, those that run first. */
export async function programsOfCommunity(db: Reader, organizationId: string): Promise<CommunityProgram[]> {
  const rows = await programs(db, organizationId).orderBy("published_at", "desc").orderBy("id").execute();
  const found: CommunityProgram[] = [];
  for (const row of rows) found.push(await withMoney(db, row));
  const order = ["running", "published", "suspended", "completed", "expired"];
  return found.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

/** One program of this organisation, by its address; undefined for anybody else's. */
export async function findCommunityProgram(db: Reader, organizationId: string, slug: string): Promise<CommunityProgram | undefined> {
  const row = await programs(db, organizationId).where("slug", "=", slug).executeTakeFirst();
  return row && withMoney(db, row);
}

type Row = { id: string; slug: string | null; code: string | null; title: string; urgent: boolean; status: CommunityProgram["status"] };

async function withMoney(db: Reader, row: Row): Promise<CommunityProgram> {
  const facts = await fundFactsOf(db, row);
  const following = nextTermin(facts.termins);
  const next = following && facts.termins.find((one) => one.n === following.n);
  return {
    ...row,
    slug: row.slug ?? "",
    code: row.code ?? "",
    flow: await flowOfProgram(db, row.id),
    termins: facts.termins,
    rejectedReceipts: await rejectedReceipts(db, row.id),
    next: next && {
      n: next.n,
      amount: next.amount,
      title: next.title,
      obstacle: obstacleOf(next.n, facts),
      conditions: conditionsOf(next.n, facts),
    },
  };
}

async function rejectedReceipts(db: Reader, proposalId: string): Promise<RejectedReceipts[]> {
  const rows = await db
    .selectFrom("receipts as x")
    .leftJoin("reports as r", (join) => join.onRef("r.proposal_id", "=", "x.proposal_id").onRef("r.tranche_n", "=", "x.tranche_n"))
    .select(["x.tranche_n as trancheN"])
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .where("x.proposal_id", "=", proposalId)
    .where("x.status", "=", "rejected")
    .where((eb) => eb.or([eb("r.status", "is", null), eb("r.status", "<>", "published")]))
    .groupBy("x.tranche_n")
    .orderBy("x.tranche_n")
    .execute();
  return rows.map((row) => ({ trancheN: row.trancheN, count: Number(row.count) }));
}

export type TerminPapers = {
  trancheN: number;
  requestedAt: Date;
  kuitansi: string | null;
  bankName: string;
  accountNumber: string;
  holderName: string;
};

/** What the kuitansi of each termin names besides its amount: number and account. */
export function terminPapers(db: Reader, proposalId: string): Promise<TerminPapers[]> {
  return db
    .selectFrom("disbursements as d")
    .innerJoin("payee_accounts as a", "a.id", "d.payee_account_id")
    .select(["d.tranche_n as trancheN", "d.requested_at as requestedAt", "d.kuitansi_number as kuitansi"])
    .select(["a.bank_name as bankName", "a.account_number as accountNumber", "a.holder_name as holderName"])
    .where("d.proposal_id", "=", proposalId)
    .where("d.status", "<>", "rejected")
    .execute();
}

export type TerminRejection = { trancheN: number; on: Date; reason: string };

/** The latest request of each termin that the desk turned down. */
export async function terminRejections(db: Reader, proposalId: string): Promise<TerminRejection[]> {
  const rows = await db
    .selectFrom("disbursements")
    .select(["tranche_n as trancheN", "rejected_at as on", "rejection_reason as reason"])
    .distinctOn("tranche_n")
    .where("proposal_id", "=", proposalId)
    .where("status", "=", "rejected")
    .orderBy("tranche_n")
    .orderBy("rejected_at", "desc")
    .execute();
  return rows.flatMap(({ on, reason, trancheN }) => (on ? [{ trancheN, on, reason: reason ?? "" }] : []));
}

/** Until when an organisation's standing holds. */
export async function standingUntil(db: Reader, organizationId: string): Promise<Day | null> {
  const row = await db
    .selectFrom("organizations")
    .select("standing_valid_until")
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  return row.standing_valid_until;
}

/** The account that a program's money goes to. */
export function payeeOfProgram(db: Reader, proposalId: string) {
  return db
    .selectFrom("proposals as p")
    .innerJoin("payee_accounts as a", "a.id", "p.payee_account_id")
    .select(["a.id", "a.bank_name as bankName", "a.account_number as accountNumber", "a.holder_name as holderName"])
    .where("p.id", "=", proposalId)
    .executeTakeFirst();
}
