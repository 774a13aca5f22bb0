import type { OpenPayment } from "~/features/payments/payment-queries.server";
import { addDays } from "~/kernel/dates";
import { type Rupiah, smaller, subtract, sum } from "~/kernel/money";
import { type OpenLine, type Reason, type SuggestedPart, type Suggestion, scoreOf, tolerances } from "./matching";
import { nameLikeness } from "./payer-name";
import { chooseExactly } from "./subset-sum";
import { type Payments, dueReason, payerReasons, reason, referenceReasons, reversedReasons } from "./weigh";

/**
 * Suggestions for an incoming line, best first; equal scores in the order of due days, then ids, so that the same question always gets
 * the same answer. An equal amount alone is never enough: round amounts are the rule in CSR.
 */
export function suggestFor(line: OpenLine, payments: Payments, openLines: readonly OpenLine[]): Suggestion[] {
  if (line.direction !== "in" || line.left <= 0n) return [];
  const found = [
    ...payments.all.flatMap((payment) => single(line, payment, payments) ?? []),
    ...payments.companies.flatMap((ofCompany) => split(line, ofCompany, payments) ?? []),
    ...payments.all.flatMap((payment) => combined(line, payment, payments, openLines) ?? []),
  ];
  return found
    .filter((suggestion) => suggestion.score >= tolerances.leastScore)
    .sort((a, b) => b.score - a.score || before(a, b))
    .slice(0, tolerances.mostSuggestions);
}

function before(a: Suggestion, b: Suggestion): number {
  const [first, second] = [a, b].map(({ parts }) => `${parts[0]?.payment.dueOn}${parts[0]?.payment.paymentId}`);
  return a.parts.length - b.parts.length || ((first ?? "") < (second ?? "") ? -1 : 1);
}

function make(kind: Suggestion["kind"], line: OpenLine, parts: SuggestedPart[], reasons: Reason[]): Suggestion {
  const ofLine = sum(parts.filter((part) => part.lineId === line.id).map((part) => part.amount));
  const key = parts.map(({ lineId, payment, amount }) => `${lineId}.${payment.paymentId}.${amount}`).join("_");
  return {
    key,
    kind,
    score: scoreOf(reasons),
    reasons: reasons.sort((a, b) => b.weight - a.weight),
    parts,
    rest: subtract(line.left, ofLine),
  };
}

function single(line: OpenLine, payment: OpenPayment, payments: Payments): Suggestion | undefined {
  const references = referenceReasons(line, payment, payments);
  const payer = payerReasons(line, payment);
  const named = references.some(({ code }) => code.startsWith("reference_") && code !== "reference_other");
  if (!named && payer.length === 0 && !(payments.withLeft.get(line.left) === 1 && payment.left === line.left)) return undefined;
  const next = payer.length > 0 && !named && payments.nextOf.get(payment.companyId) === payment.paymentId ? [reason("nearest_open")] : [];
  const reasons = [
    ...references,
    ...payer,
    ...next,
    ...amountReasons(line.left, payment, payments, named),
    dueReason(line, [payment]),
    ...reversedReasons(line, [payment]),
  ];
  return make("one", line, [{ lineId: line.id, payment, amount: smaller(line.left, payment.left) }], reasons);
}

function amountReasons(amount: Rupiah, payment: OpenPayment, payments: Payments, named: boolean): Reason[] {
  if (amount < payment.left) return [reason("amount_less", { left: String(subtract(payment.left, amount)) })];
  if (amount > payment.left) return [reason("amount_more", { excess: String(subtract(amount, payment.left)) })];
  const unique = payments.withLeft.get(amount) === 1 && !named;
  return [reason("amount_exact"), ...(unique ? [reason("amount_unique")] : [])];
}

/** One line that pays several payments of one company: their amounts add up to it exactly. */
function split(line: OpenLine, ofCompany: readonly OpenPayment[], payments: Payments): Suggestion | undefined {
  const [first] = ofCompany;
  if (!first) return undefined;
  const payer = payerReasons(line, first);
  const references = ofCompany.flatMap((payment) => referenceReasons(line, payment, payments));
  const named = references.find(({ code }) => code === "reference_exact" || code === "reference_near");
  if (payer.length === 0 && !named) return undefined;
  const bounds = { least: 2, most: tolerances.mostParts };
  const chosen = chooseExactly(ofCompany.slice(0, tolerances.mostCombined), (payment) => payment.left, line.left, bounds);
  if (!chosen) return undefined;
  const about = named ?? references.find(({ code }) => code === "reference_other") ?? reason("no_reference");
  const reasons = [
    reason("sum_exact", { count: chosen.length }),
    ...payer,
    dueReason(line, chosen),
    ...reversedReasons(line, chosen),
    about,
  ];
  return make(
    "split",
    line,
    chosen.map((payment) => ({ lineId: line.id, payment, amount: payment.left })),
    reasons,
  );
}

/** Several lines of one payer, close in time, that add up to what a payment lacks (large transfers are cut at the limit of BI-FAST). */
function combined(line: OpenLine, payment: OpenPayment, payments: Payments, openLines: readonly OpenLine[]): Suggestion | undefined {
  if (line.left >= payment.left) return undefined;
  const payer = payerReasons(line, payment);
  const references = referenceReasons(line, payment, payments);
  if (payer.length === 0 && !references.some(({ code }) => code === "reference_near" || code === "reference_exact")) return undefined;
  const others = linesNear(line, linesOfPayer(openLines, payment.companyName));
  const bounds = { least: 1, most: tolerances.mostParts - 1 };
  const chosen = chooseExactly(others, (other) => other.left, subtract(payment.left, line.left), bounds);
  if (!chosen) return undefined;
  const parts = [line, ...chosen].map((one) => ({ lineId: one.id, payment, amount: one.left }));
  return make("combine", line, parts, [
    reason("sum_exact", { count: parts.length }),
    ...payer,
    dueReason(line, [payment]),
    ...reversedReasons(line, [payment]),
    ...references,
  ]);
}

/** The first lines of the same account within the days in which parts of one payment arrive. */
function linesNear(line: OpenLine, candidates: readonly OpenLine[]): OpenLine[] {
  if (candidates.length === 0) return [];
  const [from, to] = [addDays(line.bookedOn, -tolerances.combinedDays), addDays(line.bookedOn, tolerances.combinedDays)];
  const near: OpenLine[] = [];
  for (const other of candidates) {
    if (near.length === tolerances.mostCombined || other.bookedOn > to) break;
    if (other.id !== line.id && other.bankAccountId === line.bankAccountId && other.bookedOn >= from) near.push(other);
  }
  return near;
}

const payerLines = new WeakMap<readonly OpenLine[], Map<string, OpenLine[]>>();

/** Incoming lines whose text is like a company's name, oldest first; worked out once for a list of lines. */
function linesOfPayer(openLines: readonly OpenLine[], companyName: string): readonly OpenLine[] {
  const byCompany = payerLines.get(openLines) ?? new Map<string, OpenLine[]>();
  payerLines.set(openLines, byCompany);
  const known = byCompany.get(companyName);
  if (known) return known;
  const found = openLines
    .filter((line) => line.direction === "in" && nameLikeness(companyName, line.description) >= tolerances.likeName)
    .sort((a, b) => (a.bookedOn + a.id < b.bookedOn + b.id ? -1 : 1));
  byCompany.set(companyName, found);
  return found;
}
