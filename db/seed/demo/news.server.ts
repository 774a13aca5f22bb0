import { readNotices } from "~/features/notifications/read-notices.server";
import { now } from "~/platform/clock.server";
import type { Timeline } from "./timeline";
import type { World } from "./world.server";

/** Everybody has read their news up to a few days ago. */
export function planNews(world: World, timeline: Timeline): void {
  timeline.on(-3, "18.00", "everybody reads the news", async () => {
    for (const person of world.users.keys()) await world.does(person, readNotices, { until: now() });
  });
}
