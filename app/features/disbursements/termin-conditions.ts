import type { Rupiah } from "~/kernel/money";
import type { FundFacts, Hold, TerminFacts } from "./disbursement";

/** One thing that must be so before a termin may be asked for; amounts are whole rupiah. */
export type TerminCondition =
  | { code: "acknowledged"; previous: number; met: boolean }
  | { code: "reported"; previous: number; met: boolean }
  | { code: "fund"; available: Rupiah; short: Rupiah; met: boolean }
  | { code: "payee"; met: boolean }
  | { code: Hold; met: boolean }
  | { code: "open"; met: boolean };

/** Everything a termin waits for, met or not, what is missing first. The first termin has no termin before it. */
export function conditionsOf(n: number, { programStatus, termins, available, payeeVerified, hold }: FundFacts): TerminCondition[] {
  const termin = termins.find((one) => one.n === n);
  if (!termin) return [];
  const previous = termins.filter((one) => one.n < n).at(-1);
  const short = available < termin.amount ? termin.amount - (available > 0n ? available : 0n) : 0n;
  const all: TerminCondition[] = [
    ...(previous ? afterTermin(previous) : []),
    { code: "fund", available, short, met: short === 0n },
    { code: "payee", met: payeeVerified },
  ];
  if (hold) all.push({ code: hold, met: false });
  const open = programStatus === "published" || programStatus === "running";
  if (!open) all.push({ code: "open", met: false });
  return [...all.filter((one) => !one.met), ...all.filter((one) => one.met)];
}

function afterTermin({ n, disbursement, report }: TerminFacts): TerminCondition[] {
  return [
    { code: "acknowledged", previous: n, met: disbursement?.status === "acknowledged" },
    { code: "reported", previous: n, met: report?.status === "published" },
  ];
}

/** How far the money of a termin is proven: 0 not yet there, 2 on its way, 3 with the community, 4 accounted for in full. */
export function levelOfTermin({ amount, disbursement, approved }: TerminFacts & { approved: Rupiah }): 0 | 2 | 3 | 4 {
  if (disbursement?.status !== "acknowledged") return disbursement ? 2 : 0;
  return approved >= amount ? 4 : 3;
}
