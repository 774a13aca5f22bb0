import type { LineDirection } from "./statements/statement";

export type BankLineStatus = "imported" | "matched" | "posted" | "ignored" | "reversed";

/** Whether something of a line is still to be decided. */
export function isOpenLine(status: BankLineStatus): boolean {
  return status === "imported" || status === "matched";
}

/** The state of a line of which this much is allocated. */
export function lineStatusFor(amount: bigint, allocated: bigint): "imported" | "matched" | "posted" {
  if (allocated <= 0n) return "imported";
  return allocated < amount ? "matched" : "posted";
}

/** Why a line is no program money. `other` needs a note. */
export const ignoreReasons = [
  "bank_interest",
  "interest_tax",
  "bank_charge",
  "own_transfer",
  "returned_transfer",
  "wrong_transfer",
  "refund",
  "other",
] as const;
export type IgnoreReason = (typeof ignoreReasons)[number];

/** The reasons that a line's direction allows. */
export function ignoreReasonsFor(direction: LineDirection): IgnoreReason[] {
  return direction === "in"
    ? ["bank_interest", "own_transfer", "wrong_transfer", "returned_transfer", "other"]
    : ["interest_tax", "bank_charge", "own_transfer", "returned_transfer", "refund", "other"];
}

const plainTexts: readonly [IgnoreReason, LineDirection, RegExp][] = [
  ["interest_tax", "out", /\b(PAJAK (BUNGA|JASA GIRO)|PPH)\b/i],
  ["bank_interest", "in", /\b(BUNGA|JASA GIRO|INTEREST)\b/i],
  ["bank_charge", "out", /\b(BIAYA|ADM(IN(ISTRASI)?)?|METERAI|FEE|CHARGE)\b/i],
];

/** Interest, its tax and charges, as banks write them; undefined for everything else. */
export function likelyIgnoreReason(direction: LineDirection, description: string): IgnoreReason | undefined {
  return plainTexts.find(([, way, pattern]) => way === direction && pattern.test(description))?.[0];
}
