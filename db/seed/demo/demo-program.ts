import type { Rupiah } from "~/kernel/money";

/** What a demo program consists of before anybody pledges. Days are relative to the day of seeding (negative: before it). */
export type DemoProgram = {
  key: string;
  community: string;
  title: string;
  summary: string;
  story: string;
  pillar: "social" | "economy" | "environment" | "governance";
  areaCode: string;
  place: string;
  needs: readonly string[];
  /** Needs of the demo that it answers, by their keys, and how many of their people it reaches. */
  answers?: readonly [need: string, people: number][];
  goals: readonly number[];
  beneficiaries: { total: number; unit: string; women?: number; children?: number; elderly?: number; disabled?: number };
  ledByWoman?: true;
  urgent?: true;
  startsOn: number;
  endsOn: number;
  openUntil: number;
  /** The groups of a joint proposal. */
  members?: readonly DemoMember[];
  lines: readonly DemoLine[];
  tranches: readonly DemoTranche[];
  indicators: readonly [name: string, unit: string, baseline: number, target: number][];
};

/** In a joint proposal a line names its group by its place, or every group with an equal part. */
export type DemoLine = readonly [
  section: string,
  description: string,
  volume: number,
  unit: string,
  unitPrice: Rupiah,
  member?: number | "all",
];
export type DemoMember = readonly [name: string, village: string, coordinator: string];
export type DemoTranche = readonly [title: string, amount: Rupiah, condition: string, plannedOn: number];
