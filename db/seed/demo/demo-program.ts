import type { LineTax } from "~/features/proposals/tax";
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
  beneficiaries: {
    total: number;
    unit: string;
    /** Where families are counted. */
    people?: number;
    indirect?: number;
    women?: number;
    men?: number;
    /** 0–5, 6–17, 18–59, 60 and over. */
    ages?: readonly [number, number, number, number];
    disabled?: number;
  };
  ledByWoman?: true;
  urgent?: true;
  startsOn: number;
  endsOn: number;
  openUntil: number;
  /** The groups of a joint proposal. */
  members?: readonly DemoMember[];
  lines: readonly DemoLine[];
  tranches: readonly DemoTranche[];
  /** A code of the catalogue at the end says what is measured, by the catalogue's unit. */
  indicators: readonly [name: string, unit: string, baseline: number, target: number, code?: string][];
};

/** What stands beside budget and termin; days are relative to the day of seeding and count as their months. */
export type DemoPlan = {
  activities: readonly [name: string, from: number, to: number][];
  risks: readonly [risk: string, likelihood: "low" | "medium" | "high", mitigation: string][];
  contributions?: readonly [kind: "labour" | "goods" | "cash", description: string, volume: number, unit: string, value: Rupiah][];
  /** Taxes of lines by their place in the budget. */
  taxes?: Readonly<Record<number, LineTax>>;
  /** How many of the beneficiaries belong to each need group. */
  groups?: Readonly<Record<string, number>>;
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
