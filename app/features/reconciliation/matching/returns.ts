import { daysBetween } from "~/kernel/dates";
import { type OpenLine, type Reason, disbursementReferences, scoreOf, tolerances } from "./matching";
import type { OpenDisbursement } from "./outgoing";
import { nameLikeness } from "./payer-name";
import { reason } from "./weigh";

export type ReturnSuggestion = { disbursement: OpenDisbursement; score: number; reasons: Reason[] };

/** How banks say that a transfer came back. */
const returnWords = /\b(RETUR|RETURN(ED)?|REJECT(ED)?|TOLAKAN|DITOLAK|GAGAL|KEMBALI|PENGEMBALIAN|DIKEMBALIKAN|REVERSAL|KOREKSI)\b/i;

/**
 * Executed disbursements that an incoming line may bring back, best first. A transfer comes back in one line of exactly its amount, not
 * before it left, and says which one it was: by its reference, or by the payee's name within a few weeks.
 */
export function suggestReturns(line: OpenLine, disbursements: readonly OpenDisbursement[]): ReturnSuggestion[] {
  if (line.direction !== "in") return [];
  const references = disbursementReferences(line.description);
  return disbursements
    .filter(({ amount, executedOn }) => amount === line.left && executedOn <= line.bookedOn)
    .flatMap((disbursement) => {
      const named = references.includes(disbursement.reference);
      const likeness = Math.max(
        nameLikeness(disbursement.payeeName, line.description),
        nameLikeness(disbursement.communityName, line.description),
      );
      const alike = likeness >= tolerances.likeName;
      const days = daysBetween(disbursement.executedOn, line.bookedOn);
      if (!named && (references.length > 0 || !alike || days > tolerances.returnDays)) return [];
      const reasons = [
        reason("amount_exact"),
        named ? reason("disbursement_reference", { reference: disbursement.reference }) : reason("no_reference"),
        reason(days <= tolerances.onTimeDays ? "soon_after" : days <= tolerances.returnDays ? "later_after" : "long_after", { days }),
      ];
      if (alike) reasons.push(reason("payee_name", { percent: likeness, payee: disbursement.payeeName }, Math.round(0.28 * likeness)));
      if (returnWords.test(line.description)) reasons.push(reason("return_words"));
      return [{ disbursement, score: scoreOf(reasons), reasons: reasons.sort((a, b) => b.weight - a.weight) }];
    })
    .sort((a, b) => b.score - a.score || (a.disbursement.reference < b.disbursement.reference ? -1 : 1))
    .slice(0, tolerances.mostSuggestions);
}
