import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterReceipt, afterUndo, leftOf, type PaymentMoney, reminderFor } from "~/features/payments/payment";

const fresh: PaymentMoney = { status: "expected", amount: 1_000n, received: 0n };

describe("a payment", () => {
  it("never holds more than it is, whatever arrives and is taken back", () => {
    const step = fc.record({ undo: fc.boolean(), amount: fc.bigInt({ min: -5n, max: 1_200n }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let payment = fresh;
        for (const { undo, amount } of steps) {
          const changed = undo ? afterUndo(payment, amount, false) : afterReceipt(payment, amount);
          if (changed.ok) payment = changed.payment;
          expect(payment.received >= 0n && payment.received <= payment.amount).toBe(true);
          const status = payment.received === 0n ? "expected" : leftOf(payment) === 0n ? "received" : "partly_received";
          expect(payment.status).toBe(status);
        }
      }),
    );
  });

  it("refuses what it does not expect", () => {
    expect(afterReceipt(fresh, 1_001n)).toEqual({ ok: false, code: "payment_overpaid" });
    expect(afterReceipt({ ...fresh, status: "cancelled" }, 1n)).toEqual({ ok: false, code: "payment_closed" });
    expect(afterUndo({ ...fresh, status: "partly_received", received: 5n }, 6n, false)).toEqual({
      ok: false,
      code: "payment_not_received",
    });
  });

  it("shrinks to what stays when its pledge is over", () => {
    const closed: PaymentMoney = { status: "received", amount: 500n, received: 500n };
    expect(afterUndo(closed, 200n, true)).toEqual({ ok: true, payment: { status: "received", amount: 300n, received: 300n } });
    expect(afterUndo(closed, 500n, true)).toEqual({ ok: true, payment: { status: "cancelled", amount: 500n, received: 0n } });
  });

  it("is reminded of seven days and one day ahead", () => {
    expect(reminderFor("2026-12-01", "2026-11-24")).toBe(7);
    expect(reminderFor("2026-11-25", "2026-11-24")).toBe(1);
    expect(reminderFor("2026-11-24", "2026-11-24")).toBeUndefined();
  });
});
