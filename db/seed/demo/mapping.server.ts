import { closeNeed } from "~/features/needs/close-need.server";
import { recordNeed } from "~/features/needs/record-need.server";
import { updateNeed } from "~/features/needs/update-need.server";
import type { DemoNeed } from "./needs";
import type { Timeline } from "./timeline";
import { type World, formKey, known } from "./world.server";

/** A PSM records a need on its first day, counts it again on the others, and closes it where it is gone. */
export function planNeed(world: World, timeline: Timeline, need: DemoNeed): void {
  for (const [index, count] of need.counts.entries()) {
    timeline.on(count.day, "16.20", `${need.key} is counted`, async () => {
      const common = { ...formKey(), organizationId: world.organization(need.psm), file: null, ...countOf(need, count) };
      if (index > 0) {
        const before = { needId: known(world.needs, need.key), seen: index, instead: "replace", reason: count.why ?? "" } as const;
        await world.does(need.psm, updateNeed, { ...common, ...before });
        return;
      }
      const { areaCode, group: needCode, about } = need;
      const first = { areaCode, needCode, about, since: timeline.day(need.since) };
      const { needId } = await world.does(need.psm, recordNeed, { ...common, ...first });
      world.needs.set(need.key, needId);
    });
  }
  const { closed } = need;
  if (!closed) return;
  timeline.on(closed.day, "16.40", `${need.key} is closed`, () =>
    world.does(need.psm, closeNeed, {
      organizationId: world.organization(need.psm),
      needId: known(world.needs, need.key),
      seen: need.counts.length,
      closing: "met",
      note: closed.note,
    }),
  );
}

function countOf(need: DemoNeed, { people, households, men }: DemoNeed["counts"][number]) {
  return {
    people,
    households: households ?? null,
    men: men ?? null,
    women: men === undefined ? null : people - men,
    urgency: need.urgency,
    sources: ["home_visit", "school_or_health_post"] as const,
  };
}
