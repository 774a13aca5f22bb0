import { type Kysely, sql } from "kysely";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";

export type DeskFigures = {
  proposals: number;
  amendments: number;
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
      (select count(*)::int from amendments where status = 'submitted') as amendments,
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
