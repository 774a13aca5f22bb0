import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bookableAs, fitsCard, largestCardPayment, meaningOf, minorOf, rupiahOf, smallestCardPayment } from "~/features/payments/card";

describe("rupiah at Stripe", () => {
  it("are hundredths there, and come back the same for every amount that Stripe takes", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: largestCardPayment }), (amount) => {
        const minor = minorOf(amount);
        expect(Number.isSafeInteger(minor)).toBe(true);
        expect(String(minor).length).toBeLessThanOrEqual(12);
        expect(BigInt(minor)).toBe(amount * 100n);
        expect(rupiahOf(minor)).toBe(amount);
      }),
    );
  });

  it("are refused beyond twelve digits and below nothing", () => {
    expect(minorOf(9_999_999_999n)).toBe(999_999_999_900);
    expect(() => minorOf(10_000_000_000n)).toThrow(RangeError);
    expect(() => minorOf(-1n)).toThrow(RangeError);
  });

  it("are never guessed from a part of a rupiah", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: largestCardPayment * 100n }), (minor) => {
        expect(rupiahOf(minor)).toBe(minor % 100n === 0n ? minor / 100n : undefined);
      }),
    );
  });

  it("are booked by a bank rounded down or up, and in no other way", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: -3n, max: 3n }), (minor, off) => {
        const amount = minor / 100n + off;
        const difference = amount * 100n - minor;
        expect(bookableAs(minor, amount)).toBe(difference > -100n && difference < 100n);
      }),
    );
  });

  it("may be paid by card within Stripe's limits", () => {
    expect([smallestCardPayment - 1n, smallestCardPayment, largestCardPayment, largestCardPayment + 1n].map(fitsCard)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe("what an event asks of us", () => {
  const meaning = (type: string, object: object) => meaningOf({ type, object });

  it("is to count a payment, whichever of its events comes first", () => {
    expect(meaning("payment_intent.succeeded", { id: "pi_1" })).toEqual({ kind: "payment", intent: "pi_1" });
    const session = { id: "cs_1", payment_intent: "pi_1", payment_status: "paid" };
    expect(meaning("checkout.session.completed", session)).toEqual({ kind: "payment", intent: "pi_1" });
    expect(meaning("checkout.session.async_payment_succeeded", session)).toEqual({ kind: "payment", intent: "pi_1" });
    expect(meaning("checkout.session.completed", { ...session, payment_status: "unpaid" })).toEqual({ kind: "nothing" });
  });

  it("is to call a person for a refund, a dispute and a payout that failed", () => {
    expect(meaning("charge.refunded", { id: "ch_1", payment_intent: "pi_1" })).toMatchObject({ kind: "person", problem: "refund" });
    expect(meaning("refund.created", { id: "re_1", payment_intent: "pi_1" })).toMatchObject({ subject: "refund pi_1" });
    expect(meaning("charge.dispute.created", { id: "dp_1", charge: "ch_1" })).toMatchObject({ kind: "person", problem: "dispute" });
    expect(meaning("payout.failed", { id: "po_1" })).toMatchObject({ kind: "person", problem: "payout_failed", subject: "po_1" });
  });

  it("is nothing for whatever else Stripe tells", () => {
    expect(meaning("payout.paid", { id: "po_1" })).toEqual({ kind: "payouts" });
    expect(meaning("customer.created", { id: "cus_1" })).toEqual({ kind: "nothing" });
    expect(meaning("checkout.session.completed", {})).toEqual({ kind: "nothing" });
  });
});
