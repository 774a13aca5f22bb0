import { type Day, daysBetween } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";

export const paymentStatuses = ["planned", "expected", "partly_received", "received", "cancelled", "refunded"] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** Every transition there is. Money that is taken back (a match that was wrong) leads back the way it came. */
export const transitions: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  planned: ["expected", "cancelled"],
  expected: ["partly_received", "received", "cancelled"],
  partly_received: ["partly_received", "received", "expected", "cancelled"],
  received: ["partly_received", "expected", "cancelled", "refunded"],
  cancelled: [],
  refunded: [],
};

export type PaymentMoney = {
  status: PaymentStatus;
  amount: Rupiah;
  received: Rupiah;
};

/** Money may still arrive for it. */
export function isOpen(status: PaymentStatus): boolean {
  return status === "expected" || status === "partly_received";
}

export function leftOf(payment: { amount: Rupiah; received: Rupiah }): Rupiah {
  return payment.amount - payment.received;
}

/** The state of a payment of which this much has arrived. */
export function statusFor(amount: Rupiah, received: Rupiah): "expected" | "partly_received" | "received" {
  if (received <= 0n) return "expected";
  return received < amount ? "partly_received" : "received";
}

export type Changed =
  | { ok: true; payment: PaymentMoney }
  | {
      ok: false;
      code: "payment_closed" | "payment_overpaid" | "payment_not_received";
    };

/** A payment after money has arrived for it; never more than it is. */
export function afterReceipt(payment: PaymentMoney, amount: Rupiah): Changed {
  if (!isOpen(payment.status)) return { ok: false, code: "payment_closed" };
  if (amount <= 0n || amount > leftOf(payment)) return { ok: false, code: "payment_overpaid" };
  const received = payment.received + amount;
  return {
    ok: true,
    payment: {
      ...payment,
      received,
      status: statusFor(payment.amount, received),
    },
  };
}

/**
 * A payment after an arrival turned out not to belong to it. `closed`: its pledge is no longer in force, so what was taken back is
 * not expected again and the payment shrinks to what stays.
 */
export function afterUndo(payment: PaymentMoney, amount: Rupiah, closed: boolean): Changed {
  if (amount <= 0n || amount > payment.received) return { ok: false, code: "payment_not_received" };
  const received = payment.received - amount;
  if (!closed)
    return {
      ok: true,
      payment: {
        ...payment,
        received,
        status: statusFor(payment.amount, received),
      },
    };
  return {
    ok: true,
    payment: received === 0n ? { ...payment, received, status: "cancelled" } : { amount: received, received, status: "received" },
  };
}

/** Days before the due day on which a reminder goes out. */
export const reminderDays = [7, 1] as const;

/** Which reminder is for today: the days left, or undefined. */
export function reminderFor(dueOn: Day, today: Day): (typeof reminderDays)[number] | undefined {
  const left = daysBetween(today, dueOn);
  return reminderDays.find((days) => days === left);
}

/** The most that one BI-FAST transfer carries. */
export const biFastLimit: Rupiah = 250_000_000n;
