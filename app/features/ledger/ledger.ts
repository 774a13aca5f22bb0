import type { Rupiah } from "~/kernel/money";

/** The fund of the platform itself: money at the bank whose program is not known yet (titipan), or that belongs to no program. */
export const platformFund = "00000000-0000-7000-8000-000000000001";

/**
 * The chart of accounts. A program fund has: the claim on and the promise of a pledge (a commitment is no money yet), what is in
 * escrow for it, what was paid for it by card and is still at Stripe (card clearing, whole before Stripe's fee), who contributed it,
 * what is on its way, what the community holds, and what is accounted for by receipts.
 * The platform's fund has: the bank, suspense (titipan) and money outside any program (bank charges and interest, for example), which
 * is what may fall below zero, and the bank's side with it.
 */
export type LedgerAccount =
  | "pledge_claim"
  | "pledge_promise"
  | "escrow"
  | "card_clearing"
  | "contribution"
  | "in_transit"
  | "with_community"
  | "accounted"
  | "bank"
  | "suspense"
  | "non_program";

export type TransferKind =
  | "commitment"
  | "commitment_release"
  | "deposit"
  | "match"
  | "receipt"
  | "card_receipt"
  | "card_payout"
  | "card_fee"
  | "non_program"
  | "withdrawal"
  | "disbursement"
  | "disbursement_return"
  | "acknowledgement"
  | "accounting";

/** Which two accounts each kind of transfer moves money between. A reversal swaps them. */
export const legs: Record<TransferKind, { debit: LedgerAccount; credit: LedgerAccount }> = {
  commitment: { debit: "pledge_claim", credit: "pledge_promise" },
  commitment_release: { debit: "pledge_promise", credit: "pledge_claim" },
  deposit: { debit: "bank", credit: "suspense" },
  match: { debit: "suspense", credit: "bank" },
  receipt: { debit: "escrow", credit: "contribution" },
  card_receipt: { debit: "card_clearing", credit: "contribution" },
  card_payout: { debit: "escrow", credit: "card_clearing" },
  card_fee: { debit: "non_program", credit: "bank" },
  non_program: { debit: "suspense", credit: "non_program" },
  withdrawal: { debit: "non_program", credit: "bank" },
  disbursement: { debit: "in_transit", credit: "escrow" },
  disbursement_return: { debit: "escrow", credit: "in_transit" },
  acknowledgement: { debit: "with_community", credit: "in_transit" },
  accounting: { debit: "accounted", credit: "with_community" },
};

export type SourceKind = "pledge" | "bank_line" | "allocation" | "card_payment" | "card_payout" | "disbursement" | "receipt";

/** The four cumulative figures of the Alur Dana, in whole rupiah: target >= committed >= received >= disbursed >= accounted. */
export type Flow = {
  target: Rupiah;
  committed: Rupiah;
  received: Rupiah;
  disbursed: Rupiah;
  accounted: Rupiah;
};

export const emptyFlow: Flow = { target: 0n, committed: 0n, received: 0n, disbursed: 0n, accounted: 0n };
