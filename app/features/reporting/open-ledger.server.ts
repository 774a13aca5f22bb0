import { type Kysely, sql } from "kysely";
import { type ChainEntry, type ChainVerdict, verifyChain } from "~/features/ledger/chain";
import { entriesOfFund } from "~/features/ledger/ledger-queries.server";
import { type Day, addDays, startOfDay } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type ChainHead, bankChange, ledgerColumns, ledgerLine, rootOf } from "./open-ledger";

export type LedgerEntryView = ChainEntry & {
  /** What the fund has at the bank after this entry. */
  balanceAfter: Rupiah;
  company: string | undefined;
};

export type OpenLedger = { entries: LedgerEntryView[]; verdict: ChainVerdict };

/** A fund's whole ledger, recomputed entry by entry. */
export async function openLedgerOf(db: Kysely<DB>, proposalId: string): Promise<OpenLedger> {
  const [entries, companies] = await Promise.all([entriesOfFund(db, proposalId), companiesOf(db, proposalId)]);
  let balance = 0n;
  const views = entries.map((entry) => {
    balance += bankChange(entry);
    return { ...entry, balanceAfter: balance, company: entry.pledgeId ? companies.get(entry.pledgeId) : undefined };
  });
  return { entries: views, verdict: verifyChain(entries) };
}

async function companiesOf(db: Kysely<DB>, proposalId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("pledges as p")
    .innerJoin("organizations as o", "o.id", "p.company_id")
    .select(["p.id", "o.name"])
    .where("p.proposal_id", "=", proposalId)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** A program's ledger as a file for verify-chain. */
export async function ledgerFileOf(db: Kysely<DB>, proposalId: string): Promise<string> {
  const entries = await entriesOfFund(db, proposalId);
  return `${[ledgerColumns.join(","), ...entries.map(ledgerLine)].join("\r\n")}\r\n`;
}

/** The ledger of the whole platform, fund by fund, so that memory stays small however long it grows. */
export async function* wholeLedgerFile(db: Kysely<DB>): AsyncGenerator<string> {
  yield `${ledgerColumns.join(",")}\r\n`;
  const funds = await db.selectFrom("funds").select("proposal_id").where("last_seq", ">", 0n).orderBy("proposal_id").execute();
  for (const { proposal_id } of funds) {
    const entries = await entriesOfFund(db, proposal_id);
    yield entries.map((entry) => `${ledgerLine(entry)}\r\n`).join("");
  }
}

export type JournalEntry = {
  proposalId: string;
  seq: bigint;
  kind: string;
  reverses: bigint | null;
  amount: Rupiah;
  occurredOn: Day;
  postedAt: Date;
  prevHash: string;
  hash: string;
  /** None for money whose program isn't known yet. */
  program: { slug: string; code: string; title: string } | undefined;
};

/** The newest entries of all funds. */
export async function latestEntries(db: Kysely<DB>, limit: number): Promise<JournalEntry[]> {
  const rows = await db
    .selectFrom("ledger_transfers as t")
    .leftJoin("proposals as p", "p.id", "t.proposal_id")
    .select([
      "t.proposal_id",
      "t.seq",
      "t.kind",
      "t.reverses",
      "t.amount",
      "t.occurred_on",
      "t.posted_at",
      "t.prev_hash",
      "t.hash",
      "p.slug",
      "p.code",
      "p.title",
    ])
    .orderBy("t.occurred_on", "desc")
    .orderBy("t.posted_at", "desc")
    .orderBy("t.id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    proposalId: row.proposal_id,
    seq: row.seq,
    kind: row.kind,
    reverses: row.reverses,
    amount: row.amount,
    occurredOn: row.occurred_on,
    postedAt: row.posted_at,
    prevHash: row.prev_hash,
    hash: row.hash,
    program: row.slug ? { slug: row.slug, code: row.code ?? "", title: row.title ?? "" } : undefined,
  }));
}

/** An entry and the one before it in its chain, to show how the two are tied. */
export async function lastTwoOf(db: Kysely<DB>, { proposalId, seq }: { proposalId: string; seq: bigint }): Promise<ChainEntry[]> {
  const entries = await entriesOfFund(db, proposalId);
  return entries.filter((entry) => entry.seq === seq || entry.seq === seq - 1n);
}

/** Every chain's head at the end of a day (WIB). Chains without an entry by then are left out. */
export async function headsAt(db: Kysely<DB>, day: Day): Promise<ChainHead[]> {
  const { rows } = await sql<{ proposal_id: string; seq: bigint; hash: string }>`
    select f.proposal_id, t.seq, t.hash
    from funds f
    cross join lateral (
      select seq, hash from ledger_transfers
      where proposal_id = f.proposal_id and posted_at < ${startOfDay(addDays(day, 1))}::timestamptz
      order by seq desc limit 1) t
    order by f.proposal_id`.execute(db);
  return rows.map((row) => ({ proposalId: row.proposal_id, entries: row.seq, head: row.hash }));
}

export type DailyRoot = { day: Day; chains: number; entries: bigint; root: string };

/** The roots of the last days, today's first; today's still changes. */
export async function dailyRoots(db: Kysely<DB>, days: number): Promise<DailyRoot[]> {
  const roots: DailyRoot[] = [];
  for (let back = 0; back < days; back += 1) {
    const day = addDays(today(), -back);
    const heads = await headsAt(db, day);
    if (heads.length === 0) break;
    const entries = heads.reduce((total, head) => total + head.entries, 0n);
    roots.push({ day, chains: heads.length, entries, root: rootOf(day, heads) });
  }
  return roots;
}

export type BankProof = {
  bank: Rupiah;
  programFunds: Rupiah;
  suspense: Rupiah;
  nonProgram: Rupiah;
  executedNotAtBank: Rupiah;
  outgoingNotInBooks: Rupiah;
  difference: Rupiah;
  /** Paid by card and still at Stripe: received, but no part of the bank's balance. */
  cardClearing: Rupiah;
};

/** What the bank says against what the books say. */
export async function publicBankProof(db: Kysely<DB>): Promise<BankProof> {
  const row = await db.selectFrom("bank_proof").selectAll().executeTakeFirstOrThrow();
  return {
    bank: row.bank_balance ?? 0n,
    programFunds: row.program_funds ?? 0n,
    suspense: row.suspense ?? 0n,
    nonProgram: row.non_program ?? 0n,
    executedNotAtBank: row.executed_not_at_bank ?? 0n,
    outgoingNotInBooks: row.outgoing_not_in_books ?? 0n,
    difference: row.difference ?? 0n,
    cardClearing: row.card_clearing ?? 0n,
  };
}
