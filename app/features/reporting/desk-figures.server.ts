import { type Kysely, sql } from "kysely";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";

export type DeskFigures = {
  proposals: number;
  organizations: number;
  lines: number;
  linesAmount: Rupiah;
  toPrepare: number;
  toApprove: number;
  toSend: number;
  reports: number;
  receipts: number;
  difference: Rupiah;
};

/** What waits on each table of the desk, and whether bank and books agree. Amounts in whole rupiah. */
export async function deskFigures(db: Kysely<DB>): Promise<DeskFigures> {
  const { rows } = await sql<DeskFigures>`
    select
      (select count(*)::int from proposals where status in ('submitted', 'verifying')) as proposals,
      (select count(*)::int from organizations where standing = 'submitted') as organizations,
      (select count(*)::int from bank_lines where status in ('imported', 'matched')) as lines,
      (select coalesce(sum(amount - allocated), 0)::bigint from bank_lines where status in ('imported', 'matched')) as "linesAmount",
      (select count(*)::int from disbursements where status in ('requested', 'returned')) as "toPrepare",
      (select count(*)::int from disbursements where status = 'prepared') as "toApprove",
      (select count(*)::int from disbursements where status in ('approved', 'sent')) as "toSend",
      (select count(*)::int from reports where status in ('submitted', 'verifying')) as reports,
      (select count(*)::int from receipts where status = 'submitted') as receipts,
      (select difference from bank_proof) as difference`.execute(db);
  const figures = rows[0];
  if (!figures) throw new Error("the desk's figures are one row");
  return figures;
}

export type FundRow = {
  proposalId: string;
  title: string;
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
    select f.proposal_id as "proposalId", p.title, p.code, p.slug, v.committed, v.received, v.disbursed, v.accounted, v.escrow, f.last_seq as entries
    from funds f join proposals p on p.id = f.proposal_id join program_flow v on v.proposal_id = f.proposal_id
    order by p.code`.execute(db);
  return rows;
}
