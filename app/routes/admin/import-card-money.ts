import { redirect } from "@remix-run/node";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { cardDeskMessages } from "~/features/reconciliation/card-messages";
import { flash } from "~/platform/flash.server";
import { enqueue } from "~/platform/jobs.server";

/** `/admin/rekonsiliasi/kartu/muat`: asks Stripe now instead of tonight. */
export const action = guardedAction(platform("reconciler"), async (c) => {
  await enqueue(c.db, "import-card-money", {}, { key: "import-card-money" });
  const headers = await flash(cardDeskMessages[c.language].loading);
  throw redirect("/admin/rekonsiliasi/kartu", { status: 303, headers });
});
