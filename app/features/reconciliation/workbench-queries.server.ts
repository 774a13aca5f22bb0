import type { Kysely } from "kysely";
import { openPayments } from "~/features/payments/payment-queries.server";
import { type Day, startOfDay } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { OpenLine, Suggestion } from "./matching/matching";
import { type OutgoingSuggestion, suggestDisbursements } from "./matching/outgoing";
import { type PayoutSuggestion, suggestPayouts } from "./matching/payouts";
import { type ReturnSuggestion, suggestReturns } from "./matching/returns";
import { suggestFor } from "./matching/suggest";
import { indexPayments } from "./matching/weigh";
import { openPayouts } from "./payout-queries.server";
import { type BankLineStatus, type IgnoreReason, likelyIgnoreReason } from "./reconciliation";
import type { LineDirection } from "./statements/statement";
import { openDisbursements, openLines, returnableDisbursements } from "./suggestions.server";

export type OpenLineView = OpenLine & { amount: Rupiah };

/** An open line with all that may be done about it. Every suggestion has its own key, so that each form counts once. */
export type Decision = {
  line: OpenLineView;
  suggestions: (Suggestion & { formKey: string; lines: { id: string; description: string; bookedOn: Day }[] })[];
  disbursements: (OutgoingSuggestion & { formKey: string })[];
  returns: (ReturnSuggestion & { formKey: string })[];
  /** Whether the line is rather a transfer that came back than a payment: that suggestion then leads. */
  returnFirst: boolean;
  payouts: (PayoutSuggestion & { formKey: string })[];
  /** Whether the line is rather a payout of Stripe than anything else. */
  payoutFirst: boolean;
  likelyIgnore: IgnoreReason | undefined;
  ignoreKey: string;
};

export type QueueLine = OpenLineView & {
  payments: number;
  isReturn: boolean;
  isPayout: boolean;
  score: number | undefined;
  likelyIgnore: IgnoreReason | undefined;
};

const shown = 60;

/** The open lines with the best suggestion of each, and the one that is chosen (or else the newest) with everything about it. */
export async function workbench(db: Kysely<DB>, chosenId: string | null) {
  const [lines, payments, paidOut] = await Promise.all([openLines(db), openPayments(db), openPayouts(db)]);
  const [leaving, returnable] = await Promise.all([openDisbursements(db), returnableDisbursements(db)]);
  const index = indexPayments(payments);
  const suggest = (line: OpenLineView): Found => ({
    inward: suggestFor(line, index, lines),
    outward: suggestDisbursements(line, leaving),
    back: suggestReturns(line, returnable),
    payouts: suggestPayouts(line, paidOut),
  });
  const queue = lines.slice(0, shown).map((line): QueueLine => {
    const found = suggest(line);
    const { inward, outward, back, payouts } = found;
    const isBack = isReturn(inward, back);
    const paysOut = isPayout(found);
    return {
      ...line,
      payments: isBack ? 0 : (inward[0]?.parts.length ?? 0),
      isReturn: isBack,
      isPayout: paysOut,
      score: (paysOut ? payouts[0] : isBack ? back[0] : (inward[0] ?? outward[0]))?.score,
      likelyIgnore: likelyIgnoreReason(line.direction, line.description),
    };
  });
  const chosen = lines.find(({ id }) => id === chosenId) ?? lines[0];
  const at = chosen ? lines.indexOf(chosen) : 0;
  return {
    queue,
    more: Math.max(0, lines.length - shown),
    openAmount: lines.reduce((sum, line) => (line.direction === "in" ? sum + line.left : sum), 0n),
    decision: chosen ? decisionOf(chosen, suggest(chosen), lines) : null,
    nextId: lines[at + 1]?.id ?? lines[0]?.id ?? null,
  };
}

type Found = { inward: Suggestion[]; outward: OutgoingSuggestion[]; back: ReturnSuggestion[]; payouts: PayoutSuggestion[] };

/** Whether a line is rather a transfer that came back than a payment. */
function isReturn(payments: readonly { score: number }[], returns: readonly { score: number }[]): boolean {
  return (returns[0]?.score ?? -1) > (payments[0]?.score ?? -1);
}

/** Whether a line is rather a payout of Stripe than a payment or a transfer that came back. */
function isPayout({ payouts, inward, back }: Found): boolean {
  return (payouts[0]?.score ?? -1) > Math.max(inward[0]?.score ?? -1, back[0]?.score ?? -1);
}

function decisionOf(line: OpenLineView, found: Found, lines: readonly OpenLineView[]): Decision {
  const named = (id: string) => lines.filter((one) => one.id === id).map(({ description, bookedOn }) => ({ id, description, bookedOn }));
  return {
    line,
    suggestions: found.inward.map((one) => ({
      ...one,
      formKey: newId(),
      lines: [...new Set(one.parts.map((part) => part.lineId))].flatMap(named),
    })),
    disbursements: found.outward.map((one) => ({ ...one, formKey: newId() })),
    returns: found.back.map((one) => ({ ...one, formKey: newId() })),
    returnFirst: isReturn(found.inward, found.back),
    payouts: found.payouts.map((one) => ({ ...one, formKey: newId() })),
    payoutFirst: isPayout(found),
    likelyIgnore: likelyIgnoreReason(line.direction, line.description),
    ignoreKey: newId(),
  };
}

/** What may be done about one line; null when nothing is to be decided. */
export async function decisionFor(db: Kysely<DB>, lineId: string): Promise<Decision | null> {
  const { decision } = await workbench(db, lineId);
  return decision?.line.id === lineId ? decision : null;
}

export type DecidedLine = {
  id: string;
  bookedOn: Day;
  direction: LineDirection;
  amount: Rupiah;
  description: string;
  status: BankLineStatus;
  automatic: boolean;
};

/** Lines decided today, by people or by the system, newest decision first. */
export async function decidedToday(db: Kysely<DB>): Promise<DecidedLine[]> {
  const since = startOfDay(today());
  const rows = await db
    .selectFrom("bank_lines as l")
    .innerJoin("statement_imports as i", (join) =>
      join.onRef("i.bank_account_id", "=", "l.bank_account_id").onRef("i.id", "=", "l.import_id"),
    )
    .select([
      "l.id",
      "l.booked_on as bookedOn",
      "l.direction",
      "l.amount",
      "l.description",
      "l.status",
      "l.decided_at as decidedAt",
      "l.decided_by as decidedBy",
    ])
    .where("l.status", "in", ["posted", "ignored", "matched"])
    .where((eb) => eb.or([eb("l.decided_at", ">=", since), eb.and([eb("l.decided_at", "is", null), eb("i.imported_at", ">=", since)])]))
    .orderBy("l.decided_at", (order) => order.desc().nullsLast())
    .orderBy("l.booked_on", "desc")
    .orderBy("l.sequence_of_day", "desc")
    .limit(30)
    .execute();
  return rows.map(({ decidedAt, decidedBy, ...row }) => ({ ...row, automatic: decidedBy === null && decidedAt === null }));
}
