import type { Pillar } from "~/features/proposals/proposal";
import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import { companyPowers } from "~/features/identity/powers";

/** Who may read a part of what a company seeks: anyone, members of organisations of approved standing, or the company alone. */
export const visibilities = ["public", "verified", "private"] as const;
export type Visibility = (typeof visibilities)[number];

/** The parts of a focus; each has a visibility of its own. */
export const focusParts = ["areas", "pillars", "goals", "ticket", "plan"] as const;
export type FocusPart = (typeof focusParts)[number];

/** A budget year: what is planned for it, and the days on which proposals for it are read. */
export type Plan = { year: number; amount: Rupiah | null; readsFrom: Day | null; readsUntil: Day | null };
/** `label` is the whole name, `name` the one that a list of neighbours needs: "Sambong", "Desa Ledok". */
export type FocusArea = { code: string; label: string; name: string };

/** What a company looks for. Nothing said about a part means that anything may come. */
export type Focus = {
  areas: readonly FocusArea[];
  pillars: readonly Pillar[];
  goals: readonly number[];
  /** The least and the most for one program. */
  ticket: { min: Rupiah | null; max: Rupiah | null };
  plan: Plan | null;
  shown: { readonly [P in FocusPart]: Visibility };
};

/** Nothing is shown to others before the company says so, except where it works and for what, which are no secrets of a budget. */
export const emptyFocus: Focus = {
  areas: [],
  pillars: [],
  goals: [],
  ticket: { min: null, max: null },
  plan: null,
  shown: { areas: "public", pillars: "public", goals: "public", ticket: "verified", plan: "private" },
};

/** How near a reader is to the company. */
export type Reader = "stranger" | "verified" | "member";

const readable: { readonly [R in Reader]: readonly Visibility[] } = {
  stranger: ["public"],
  verified: ["public", "verified"],
  member: visibilities,
};

export function mayRead(reader: Reader, visibility: Visibility): boolean {
  return readable[reader].includes(visibility);
}

/** Whether a company has said anything about a part. */
export function isSaid(focus: Focus, part: FocusPart): boolean {
  if (part === "ticket") return focus.ticket.min !== null || focus.ticket.max !== null;
  if (part === "plan") return focus.plan !== null;
  return focus[part].length > 0;
}

/** What a reader sees of a focus: parts that are said and open to him or her; `withheld` names those that are said and are not. */
export type ShownFocus = Partial<Pick<Focus, FocusPart>> & { withheld: readonly { part: FocusPart; to: Visibility }[] };

export function focusFor(reader: Reader, focus: Focus): ShownFocus {
  const said = focusParts.filter((part) => isSaid(focus, part));
  const open = said.filter((part) => mayRead(reader, focus.shown[part]));
  const withheld = said.filter((part) => !open.includes(part)).map((part) => ({ part, to: focus.shown[part] }));
  return { ...Object.fromEntries(open.map((part) => [part, focus[part]])), withheld };
}

/** Whether proposals for the year of a plan are read on a day; without days they always are. */
export function readsOn(plan: Plan, day: Day): "before" | "now" | "after" {
  if (plan.readsFrom !== null && day < plan.readsFrom) return "before";
  return plan.readsUntil !== null && day > plan.readsUntil ? "after" : "now";
}

/** The most areas of one company; who works in more names the larger area above them. */
export const mostFocusAreas = 40;

/** Who of a company says what it looks for. */
export const focusEditors = companyPowers.says_focus;
