import { type Day, daysBetween } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import { type OpenLine, type Reason, disbursementReferences, scoreOf, tolerances } from "./matching";
import { nameLikeness } from "./payer-name";
import { reason } from "./weigh";

/** A disbursement that is marked executed, whose line at the bank is not found yet. */
export type OpenDisbursement = {
  proposalId: string;
  disbursementId: string;
  amount: Rupiah;
  reference: string;
  bankReference: string;
  executedOn: Day;
  trancheN: number;
  programTitle: string;
  urgent: boolean;
  programSlug: string;
  communityName: string;
  payeeName: string;
};

export type OutgoingSuggestion = { disbursement: OpenDisbursement; score: number; reasons: Reason[] };

/** Disbursements that an outgoing line may be, best first. A disbursement leaves the bank in one line of exactly its amount. */
export function suggestDisbursements(line: OpenLine, disbursements: readonly OpenDisbursement[]): OutgoingSuggestion[] {
  if (line.direction !== "out") return [];
  const references = disbursementReferences(line.description);
  const packed = line.description.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return disbursements
    .filter((disbursement) => disbursement.amount === line.left)
    .map((disbursement) => {
      const reasons = [reason("amount_exact")];
      const bank = disbursement.bankReference.toUpperCase().replace(/[^A-Z0-9]/g, "");
      if (references.includes(disbursement.reference))
        reasons.push(reason("disbursement_reference", { reference: disbursement.reference }));
      else reasons.push(references[0] ? reason("reference_other", { reference: references[0] }) : reason("no_reference"));
      if (bank.length >= 5 && packed.includes(bank)) reasons.push(reason("bank_reference", { reference: disbursement.bankReference }));
      const likeness = Math.max(
        nameLikeness(disbursement.payeeName, line.description),
        nameLikeness(disbursement.communityName, line.description),
      );
      if (likeness >= tolerances.likeName)
        reasons.push(reason("name", { percent: likeness, company: disbursement.payeeName }, Math.round(0.28 * likeness)));
      const days = Math.abs(daysBetween(disbursement.executedOn, line.bookedOn));
      reasons.push(
        reason(days <= tolerances.onTimeDays ? "on_time" : days <= tolerances.nearDays ? "near_due" : "out_of_time", { days, count: 1 }),
      );
      return { disbursement, score: scoreOf(reasons), reasons: reasons.sort((a, b) => b.weight - a.weight) };
    })
    .sort(
      (a, b) =>
        b.score - a.score ||
        (a.disbursement.executedOn + a.disbursement.disbursementId < b.disbursement.executedOn + b.disbursement.disbursementId ? -1 : 1),
    )
    .slice(0, tolerances.mostSuggestions);
}

/** The one disbursement that an outgoing line certainly is: its exact reference and its exact amount. */
export function certainDisbursement(line: OpenLine, disbursements: readonly OpenDisbursement[]): OpenDisbursement | undefined {
  const references = disbursementReferences(line.description);
  const found = disbursements.filter(
    ({ amount, reference }) => line.direction === "out" && amount === line.left && references.includes(reference),
  );
  return found.length === 1 ? found[0] : undefined;
}
