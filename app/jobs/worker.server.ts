import { Logger, type Runner, type TaskList, run } from "graphile-worker";
import pg from "pg";
import { watchAmendments } from "~/features/amendments/watch-amendments.server";
import { lapseAssignments } from "~/features/assignments/lapse-assignments.server";
import { watchAppeals } from "~/features/appeals/watch-appeals.server";
import { forgetUnconfirmed } from "~/features/guidance/follow-guidance.server";
import { tellGuidance } from "~/features/guidance/tell-guidance.server";
import { forgetExpired } from "~/features/identity/forget-expired.server";
import { importCardMoney } from "~/features/payments/import-card-money.server";
import { warnExpiring } from "~/features/organizations/warn-expiring.server";
import { forgetNotices } from "~/features/notifications/forget-notices.server";
import { sendDigests } from "~/features/notifications/send-digests.server";
import { remindDuePayments } from "~/features/payments/remind-due-payments.server";
import { checkBooks } from "~/features/health/check-books.server";
import { handleStripeEvent } from "~/features/payments/stripe-events.server";
import { eraseDueAccounts } from "~/features/personal-data/erase-due-accounts.server";
import { endOverduePledges } from "~/features/pledges/end-overdue-pledges.server";
import { expirePrograms } from "~/features/proposals/expire-programs.server";
import { log } from "~/platform/log.server";
import type { Jobs } from "~/platform/jobs.server";
import { crontab } from "~/platform/schedule.server";
import { deliverStandInEvent } from "~/platform/stripe-stand-in/deliver.server";
import { cardsAreOffered, stripe } from "~/platform/stripe.server";
import { databaseUrl, db } from "#db/client.server";
import { sendEmail } from "./send-email.server";

const tasks: { [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<void> } = {
  "send-email": sendEmail,
  "expire-programs": async () => void (await db.transaction().execute(expirePrograms)),
  "remind-due-payments": async () => void (await remindDuePayments(db)),
  "warn-expiring-standing": async () => void (await warnExpiring(db)),
  "erase-due-accounts": async () => void (await eraseDueAccounts(db)),
  "send-digests": async () => void (await sendDigests(db)),
  "lapse-assignments": async () => void (await lapseAssignments(db)),
  "watch-amendments": async () => void (await watchAmendments(db)),
  "watch-appeals": async () => void (await watchAppeals(db)),
  "handle-stripe-event": ({ eventId }) => handleStripeEvent(db, stripe(), eventId),
  "import-card-money": async () => void (cardsAreOffered && (await importCardMoney(db, stripe()))),
  "deliver-stand-in-event": (payload) => deliverStandInEvent(db, payload),
  "forget-expired": async () => {
    await forgetExpired(db);
    await forgetUnconfirmed(db);
    await forgetNotices(db);
  },
  "tell-guidance": async (payload) => void (await db.transaction().execute((trx) => tellGuidance(trx, payload))),
  "check-books": async () => void (await db.transaction().execute((trx) => checkBooks(trx, null))),
  "end-overdue-pledges": async () => void (await endOverduePledges(db)),
};

const logger = new Logger(() => (level, message) => {
  if (level === "error") log.error({ from: "worker" }, message);
  else if (level === "warning") log.warn({ from: "worker" }, message);
  else log.debug({ from: "worker" }, message);
});

/** Runs jobs until it is stopped. The queue's tables belong to the database's owner, so the worker has a small pool of its own. */
export async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  const pgPool = new pg.Pool({ connectionString: databaseUrl(), max: 5 });
  pgPool.on("error", (error) => log.error({ err: error }, "an idle connection of the worker failed"));
  pgPool.on("connect", (client) => client.on("error", (error) => log.error({ err: error }, "a connection of the worker failed")));
  const runner: Runner = await run({
    pgPool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger,
    taskList: tasks as unknown as TaskList,
    crontab: crontab(),
  });
  return {
    async stop() {
      await runner.stop();
      await pgPool.end();
    },
  };
}
