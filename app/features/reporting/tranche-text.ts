import type { ProgramTranche } from "~/features/proposals/program-view";
import { formatDay } from "~/kernel/dates";
import type { Language } from "~/kernel/messages";
import { formatRupiahShort } from "~/kernel/money";
import { programMessages } from "./program-messages";

/** What happened to a termin: sentences, in the order in which it happened; when it is planned, while nothing has. */
export function trancheSentences(
  { disbursement, report, spent, waiting, amount, plannedOn }: ProgramTranche,
  language: Language,
): string[] {
  const t = programMessages[language];
  const published = report?.status === "published" ? report.publishedAt : null;
  const day = (value: string | Date) => formatDay(value, language);
  const short = (sum: bigint) => formatRupiahShort(sum, language);
  const sentences: string[] = [];
  if (disbursement?.status === "acknowledged" && disbursement.executedOn) {
    sentences.push(t.trancheDisbursed(day(disbursement.executedOn)));
    if (spent >= amount) sentences.push(published ? t.trancheAll(day(published)) : t.trancheAllNoReport);
    else if (spent > 0n) sentences.push(t.trancheProof(short(spent)));
    if (waiting > 0n) sentences.push(t.trancheWaiting(short(waiting)));
  } else if (disbursement?.status === "executed" && disbursement.executedOn) {
    sentences.push(t.trancheSent(day(disbursement.executedOn)));
  } else if (disbursement) {
    sentences.push(t.trancheRequested);
  } else if (plannedOn) {
    sentences.push(t.tranchePlanned(day(plannedOn)));
  }
  return sentences;
}
