import type { Language } from "~/kernel/messages";
import { type Rupiah, formatRupiah, formatRupiahShort, formatShare } from "~/kernel/money";
import { alurMessages } from "./alur-messages";

/** A program's money by level of proof. Cumulative: committed ≥ received ≥ disbursed ≥ accounted. */
export type Flow = { target: Rupiah; committed: Rupiah; received: Rupiah; disbursed: Rupiah; accounted: Rupiah };

export const levels = ["committed", "received", "disbursed", "accounted"] as const;
export type Level = (typeof levels)[number];

/** The width that stands for the whole: the target, or what was pledged where that is more, or a scale shared with other programs. */
export function scaleOf(flow: Flow, shared?: Rupiah): Rupiah {
  const own = flow.committed > flow.target ? flow.committed : flow.target;
  return shared ?? own;
}

/** An amount's place on the scale in percent with two decimals, never past the end. */
export function percentOf(amount: Rupiah, scale: Rupiah): number {
  if (scale <= 0n || amount <= 0n) return 0;
  if (amount >= scale) return 100;
  return Number((amount * 10_000n + scale / 2n) / scale) / 100;
}

/** What waits for its next proof; the four amounts sum to the target less what is accounted for (or to nothing above it). */
export function waitingAmounts(flow: Flow): { notPledged: Rupiah; transfer: Rupiah; inAccount: Rupiah; proof: Rupiah } {
  return {
    notPledged: flow.target > flow.committed ? flow.target - flow.committed : 0n,
    transfer: flow.committed - flow.received,
    inAccount: flow.received - flow.disbursed,
    proof: flow.disbursed - flow.accounted,
  };
}

/** The diagram in one sentence for those who hear it: the target and all four amounts with their shares. */
export function flowSentence(flow: Flow, language: Language): string {
  const t = alurMessages[language];
  const parts = levels.map(
    (level) => `${t[level]} ${formatRupiah(flow[level], language)}, ${formatShare(flow[level], flow.target, language)}.`,
  );
  return [`Alur Dana.`, `${t.target} ${formatRupiah(flow.target, language)}.`, ...parts].join(" ");
}

export type FlowLine = { strong: string; rest: string; aside: string; asideStrong?: string };

/** The line under a small diagram: what stands out, and what is lacking. */
export function flowLine(flow: Flow, language: Language): FlowLine {
  const t = alurMessages[language];
  const short = (amount: Rupiah) => formatRupiahShort(amount, language);
  if (flow.committed <= 0n) return { strong: "", rest: t.nonePledged, aside: t.targetIs(short(flow.target)) };
  if (flow.accounted >= flow.target) return { strong: short(flow.accounted), rest: t.isAccounted, aside: "100%" };
  if (flow.committed >= flow.target) {
    return { strong: short(flow.committed), rest: t.fullyFunded, aside: t.shareProven(formatShare(flow.accounted, flow.target, language)) };
  }
  const lacking = short(flow.target - flow.committed);
  return { strong: short(flow.committed), rest: t.ofTarget(short(flow.target)), aside: t.lacking, asideStrong: lacking };
}

/** The sentence under each amount on phones: what of it still waits. */
export function gapSentences(flow: Flow, language: Language): { [L in Level]: string } {
  const t = alurMessages[language];
  const waiting = waitingAmounts(flow);
  const short = (amount: Rupiah) => formatRupiahShort(amount, language);
  return {
    committed: t.shareOfTarget(formatShare(flow.committed, flow.target, language)),
    received: waiting.transfer > 0n ? t.waitsTransfer(short(waiting.transfer)) : t.allReceived,
    disbursed: waiting.inAccount > 0n ? t.waitsInAccount(short(waiting.inAccount)) : t.allDisbursed,
    accounted: waiting.proof > 0n ? t.waitsProof(short(waiting.proof)) : t.allAccounted,
  };
}
