import { type Transaction, sql } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { verifyChains } from "~/features/ledger/verify-chains.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { log } from "~/platform/log.server";
import type { DB } from "#db/types.generated";

/**
 * Recomputes every chain of the ledger and that of the audit log from the beginning, compares books and bank, and keeps what came out.
 * One at a time: refuses `books_being_checked` while another runs.
 */
export async function checkBooks(trx: Transaction<DB>, actorId: string | null): Promise<void> {
  const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(hashtext('sinergi.book-check')) as free`.execute(trx);
  if (!rows[0]?.free) throw new DomainError("books_being_checked");
  const start = performance.now();
  const verdicts = await verifyChains(trx);
  const broken = verdicts.filter(({ verdict, headAgrees }) => !verdict.intact || !headAgrees);
  const { all, wrong } = await auditChain(trx);
  const proof = await trx.selectFrom("bank_proof").select(["difference", "card_difference"]).executeTakeFirstOrThrow();
  if (broken.length > 0 || wrong > 0n) log.error({ funds: broken.length, auditLines: String(wrong) }, "a chain is broken");
  const id = newId();
  await trx
    .insertInto("book_checks")
    .values({
      id,
      checked_at: now(),
      checked_by: actorId,
      entries: verdicts.reduce((sum, { verdict }) => sum + (verdict.intact ? BigInt(verdict.entries) : 0n), 0n),
      broken_funds: broken.length,
      audit_entries: all,
      broken_audit_entries: wrong,
      bank_difference: proof.difference ?? 0n,
      card_difference: proof.card_difference ?? 0n,
      milliseconds: Math.round(performance.now() - start),
    })
    .execute();
  await recordAudit(trx, { actorId, action: "books.checked", subject: { kind: "book_check", id } });
}

/** The same at somebody's wish. Refuses `not_allowed` too. */
export async function checkBooksNow(trx: Transaction<DB>, actor: Actor): Promise<void> {
  requirePlatform(actor, "administrator", "auditor");
  await checkBooks(trx, actor.userId);
}

/** Lines of the log, and how many of them don't match what they hold or what comes before. */
async function auditChain(trx: Transaction<DB>): Promise<{ all: bigint; wrong: bigint }> {
  const { rows } = await sql<{ all: bigint; wrong: bigint }>`
    select (select count(*) from audit_chain) as all, (select count(*) from audit_chain_problems()) as wrong`.execute(trx);
  return rows[0] ?? { all: 0n, wrong: 0n };
}
