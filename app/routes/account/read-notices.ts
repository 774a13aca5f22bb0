import { redirect } from "@remix-run/node";
import { guardedAction, signedIn } from "~/features/identity/guard.server";
import { noticeMessages } from "~/features/notifications/notice-messages";
import { readNotices } from "~/features/notifications/read-notices.server";
import { now } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";

/** `/kabar/terbaca`: marks as read what stood there when the page was opened. */
export const action = guardedAction(signedIn, async (c) => {
  const shown = Date.parse(String((await c.form()).get("sampai") ?? ""));
  await c.run(readNotices, { until: Number.isNaN(shown) ? now() : new Date(Math.min(shown, now().getTime())) });
  throw redirect("/kabar", { status: 303, headers: await flash(noticeMessages[c.language].allRead) });
});
