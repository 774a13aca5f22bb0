import { addFocusArea } from "~/features/matching/change-focus-area.server";
import { type Focus, emptyFocus } from "~/features/matching/focus";
import { saveFocus } from "~/features/matching/save-focus.server";
import type { Day } from "~/kernel/dates";
import type { Timeline } from "./timeline";
import type { World } from "./world.server";

type Seeking = Omit<Focus, "areas"> & { company: string; officer: string; areas: readonly string[] };

/** What the companies of the demo look for: one shows much of it, one keeps its budget for verified organisations, one says only where. */
function seeking(nextYear: number): readonly Seeking[] {
  const day = (text: string): Day => `${nextYear - 1}-${text}`;
  return [
    {
      company: "energi-kawung",
      officer: "petugas.kawung",
      areas: ["33.16.06", "33.16.04", "33.16.03"],
      pillars: ["social", "economy"],
      goals: [4, 8, 11],
      ticket: { min: 50_000_000n, max: 200_000_000n },
      plan: { year: nextYear, amount: 750_000_000n, readsFrom: day("10-01"), readsUntil: day("12-15") },
      shown: { ...emptyFocus.shown, ticket: "public", plan: "private" },
    },
    {
      company: "tirta-sambara",
      officer: "petugas.tirta",
      areas: ["33.16.05", "33.16.04"],
      pillars: ["social", "environment"],
      goals: [4, 6],
      ticket: { min: 10_000_000n, max: 60_000_000n },
      plan: { year: nextYear, amount: 320_000_000n, readsFrom: null, readsUntil: null },
      shown: { ...emptyFocus.shown, plan: "verified" },
    },
    {
      company: "rimba-kencana",
      officer: "petugas.rimba",
      areas: ["33.16.02", "33.16.01"],
      pillars: [],
      goals: [5, 15],
      ticket: { min: null, max: 80_000_000n },
      plan: null,
      shown: emptyFocus.shown,
    },
  ];
}

export function planSeeking(world: World, timeline: Timeline): void {
  const nextYear = Number(world.seedingDay.slice(0, 4)) + 1;
  for (const { company, officer, areas, ...focus } of seeking(nextYear)) {
    timeline.on(-77, "09.30", `${company} says what it looks for`, async () => {
      const organizationId = world.organization(company);
      for (const areaCode of areas) await world.does(officer, addFocusArea, { organizationId, areaCode });
      await world.does(officer, saveFocus, { organizationId, version: 0, ...focus });
    });
  }
}
