import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { platformFund } from "~/features/ledger/ledger";
import { postTransfer } from "~/features/ledger/post-transfer.server";
import { bookableAs } from "~/features/payments/card";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { type Rupiah, smaller, subtract, sum } from "~/kernel/money";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type LockedLine, lockDesk, lockLine } from "./lock-desk.server";
import { isOpenLine } from "./reconciliation";
import { writeAllocated } from "./write-allocated.server";

export type MatchPayoutLineInput = { key: string; lineId: string; payoutId: string };

type Placed = { proposalId: string; pledgeId: string; amount: Rupiah };

/**
 * Says that an incoming line is a payout of Stripe: every card payment in it goes whole from card clearing to its program's escrow, and
 * the platform bears what Stripe kept. Money in it that could not be placed stays in suspense on the line. Refuses `line_outgoing`,
 * `line_closed`, `payout_unknown`, `payout_matched`, `payout_amount` and `payout_unplaced` when nothing in it is ours.
 */
export async function matchPayoutLine(trx: Transaction<DB>, actor: Actor, input: MatchPayoutLineInput): Promise<{ lineId: string }> {
  requirePlatform(actor, "reconciler");
  return once(trx, { key: input.key, operation: "match-payout-line", input: { ...input, actor: actor.userId } }, async () => {
    await lockDesk(trx);
    const line = await lockLine(trx, input.lineId);
    if (line.direction !== "in") throw new DomainError("line_outgoing");
    if (!isOpenLine(line.status) || line.allocated > 0n) throw new DomainError("line_closed");
    const payout = await lockPayout(trx, input.payoutId, line);
    const { placed, unplaced } = await contentOf(trx, payout.id);
    const gross = sum(placed.map(({ amount }) => amount));
    const matched = smaller(subtract(line.amount, unplaced), gross);
    if (matched <= 0n) throw new DomainError("payout_unplaced");
    await post(trx, { payoutId: payout.id, placed, matched, kept: subtract(gross, matched), line, actorId: actor.userId });
    await link(trx, actor, { line, payoutId: payout.id, matched });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "bank_line.payout_matched",
      subject: { kind: "bank_line", id: line.id },
      details: { payout: payout.stripe_id, amount: String(line.amount), gross: String(gross), fee: String(subtract(gross, matched)) },
    });
    return { lineId: line.id };
  });
}

async function lockPayout(trx: Transaction<DB>, payoutId: string, line: LockedLine) {
  const payout = isId(payoutId)
    ? await trx.selectFrom("card_payouts").selectAll().where("id", "=", payoutId).forUpdate().executeTakeFirst()
    : undefined;
  if (!payout || payout.status === "failed" || payout.status === "canceled") throw new DomainError("payout_unknown");
  if (payout.bank_line_id) throw new DomainError("payout_matched");
  if (payout.currency !== "idr" || !bookableAs(payout.amount_minor, line.amount)) throw new DomainError("payout_amount");
  return payout;
}

/** The card payments of a payout that are placed, and how much of it is not, in whole rupiah. */
async function contentOf(trx: Transaction<DB>, payoutId: string): Promise<{ placed: Placed[]; unplaced: Rupiah }> {
  const rows = await trx
    .selectFrom("card_movements as m")
    .leftJoin("card_payments as p", (join) => join.onRef("p.proposal_id", "=", "m.proposal_id").onRef("p.id", "=", "m.card_payment_id"))
    .select(["m.amount_minor as minor", "p.proposal_id as proposalId", "p.pledge_id as pledgeId", "p.amount"])
    .where("m.payout_id", "=", payoutId)
    .where("m.kind", "in", ["charge", "payment"])
    .orderBy("m.created_at")
    .orderBy("m.id")
    .execute();
  const placed = rows.flatMap(({ proposalId, pledgeId, amount }) =>
    proposalId && pledgeId && amount ? [{ proposalId, pledgeId, amount }] : [],
  );
  return { placed, unplaced: sum(rows.filter((row) => !row.proposalId).map((row) => row.minor / 100n)) };
}

type Posting = { payoutId: string; placed: readonly Placed[]; matched: Rupiah; kept: Rupiah; line: LockedLine; actorId: string };

async function post(trx: Transaction<DB>, { payoutId, placed, matched, kept, line, actorId }: Posting): Promise<void> {
  const by = { source: { kind: "card_payout", id: payoutId }, occurredOn: line.bookedOn, postedBy: actorId } as const;
  for (const { proposalId, pledgeId, amount } of placed) {
    await postTransfer(trx, { proposalId, kind: "card_payout", amount, pledgeId, ...by });
  }
  await postTransfer(trx, { proposalId: platformFund, kind: "match", amount: matched, ...by });
  if (kept > 0n) await postTransfer(trx, { proposalId: platformFund, kind: "card_fee", amount: kept, ...by });
}

async function link(
  trx: Transaction<DB>,
  actor: Actor,
  { line, payoutId, matched }: { line: LockedLine; payoutId: string; matched: Rupiah },
): Promise<void> {
  await trx
    .updateTable("card_payouts")
    .set({
      bank_account_id: line.bankAccountId,
      bank_line_id: line.id,
      matched_amount: matched,
      matched_by: actor.userId,
      matched_at: now(),
    })
    .where("id", "=", payoutId)
    .where("bank_line_id", "is", null)
    .executeTakeFirstOrThrow();
  await writeAllocated(trx, line, matched, actor.userId);
}
