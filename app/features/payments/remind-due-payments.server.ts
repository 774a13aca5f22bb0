import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";
import { findEscrowAccount } from "~/features/pledges/escrow-account.server";
import { peopleToTell } from "~/features/pledges/payers.server";
import { daysBetween } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import { reminderFor } from "./payment";
import { openPayments } from "./payment-queries.server";

/** Queues the reminders of instalments that are due in seven days or tomorrow; each goes out once, however often this runs. */
export async function remindDuePayments(db: Kysely<DB>): Promise<number> {
  const day = today();
  const account = await findEscrowAccount(db);
  if (!account) return 0;
  const due = (await openPayments(db)).filter((payment) => reminderFor(payment.dueOn, day) !== undefined);
  for (const payment of due) {
    await db.transaction().execute(async (trx) => {
      for (const person of await peopleToTell(trx, payment.companyId)) {
        await queueEmail(trx, {
          template: "payment-due",
          to: person,
          props: {
            program: payment.programTitle,
            urgent: payment.urgent,
            left: String(payment.left),
            dueOn: payment.dueOn,
            daysLeft: daysBetween(day, payment.dueOn),
            instruction: {
              bank: account.bankName,
              accountNumber: account.number,
              holder: account.holderName,
              payments: [
                { n: payment.n, of: payment.of, amount: String(payment.left), dueOn: payment.dueOn, reference: payment.reference },
              ],
            },
            url: absoluteUrl(`/ruang/perusahaan/komitmen/${payment.pledgeId}`),
          },
          dedupeKey: `payment-due:${payment.paymentId}:${daysBetween(day, payment.dueOn)}:${person.userId}`,
        });
      }
    });
  }
  return due.length;
}
