import { type Kysely, sql } from "kysely";
import { platformFund } from "~/features/ledger/ledger";
import { isId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";

export type FundRow = {
  proposalId: string;
  title: string;
  urgent: boolean;
  code: string | null;
  slug: string;
  committed: Rupiah;
  received: Rupiah;
  disbursed: Rupiah;
  accounted: Rupiah;
  escrow: Rupiah;
  entries: bigint;
};

/** Every program's fund with its figures, the oldest first. */
export async function fundRows(db: Kysely<DB>): Promise<FundRow[]> {
  const { rows } = await sql<FundRow>`
    select f.proposal_id as "proposalId", p.title, p.urgent, p.code, p.slug, v.committed, v.received, v.disbursed, v.accounted, v.escrow, f.last_seq as entries
    from funds f join proposals p on p.id = f.proposal_id join program_flow v on v.proposal_id = f.proposal_id
    order by p.code`.execute(db);
  return rows;
}

export type PlatformFund = { entries: bigint; bank: Rupiah; suspense: Rupiah; nonProgram: Rupiah };

/** The platform's own fund: what is at the bank and in no program's fund, by whose it is. */
export async function platformFundRow(db: Kysely<DB>): Promise<PlatformFund> {
  const { rows } = await sql<PlatformFund>`
    select f.last_seq as entries,
      coalesce(sum(b.balance) filter (where b.account = 'bank'), 0)::bigint as bank,
      coalesce(sum(b.balance) filter (where b.account = 'suspense'), 0)::bigint as suspense,
      coalesce(sum(b.balance) filter (where b.account = 'non_program'), 0)::bigint as "nonProgram"
    from funds f left join ledger_balances b on b.proposal_id = f.proposal_id
    where f.proposal_id = ${platformFund}::uuid group by f.last_seq`.execute(db);
  const fund = rows[0];
  if (!fund) throw new Error("the platform's fund is made with the ledger");
  return fund;
}

export type FundHeading = { proposalId: string; program: { title: string; urgent: boolean; code: string; slug: string } | null };

/** Whose fund it is: a program's, or the platform's own, which has none. */
export async function findFund(db: Kysely<DB>, proposalId: string): Promise<FundHeading | undefined> {
  if (!isId(proposalId)) return undefined;
  const row = await db
    .selectFrom("funds as f")
    .leftJoin("proposals as p", "p.id", "f.proposal_id")
    .select(["f.proposal_id as proposalId", "p.title", "p.urgent", "p.code", "p.slug"])
    .where("f.proposal_id", "=", proposalId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { title, urgent, code, slug } = row;
  return { proposalId: row.proposalId, program: slug ? { title: title ?? "", urgent: urgent ?? false, code: code ?? "", slug } : null };
}
