import type { Pillar } from "~/features/proposals/proposal";
import type { Rupiah } from "~/kernel/money";
import type { Focus } from "./focus";

/** A program as it is held against what a company seeks. */
export type Candidate = {
  /** No more exact than the public may know. */
  areaCode: string;
  pillar: Pillar | null;
  /** The primary goal first. */
  goals: readonly number[];
  /** What it still needs. */
  need: Rupiah;
};

/** One reason for or against: what was compared, and with what outcome. */
export type Reason =
  | { about: "area"; fits: boolean /** The company's area that holds the program. */; area: string | null }
  | { about: "pillar"; fits: boolean; pillar: Pillar | null }
  | { about: "goal"; fits: boolean; goal: number | null; primary: boolean }
  | {
      about: "ticket";
      fits: boolean /** What it needs is within the range, more than one company gives, or too little. */;
      how: "within" | "part" | "small";
    };

/** Points out of those that the company's words can give, in hundredths; reasons in the order of their weight. */
export type Fit = { score: number; reasons: readonly Reason[] };

const weights = { area: 40, pillar: 20, goal: 20, ticket: 20 } as const;
/** A secondary goal says less than the one that a program is for. */
const secondary = 0.5;

/**
 * Why a program fits a company: whether it lies where the company works, is of its pillars and goals, and needs what it gives. Only what
 * the company has said counts, so that a company that says little isn't told that nothing fits. Undefined when it has said nothing.
 */
export function fitOf(focus: Pick<Focus, "areas" | "pillars" | "goals" | "ticket">, program: Candidate): Fit | undefined {
  const reasons = [areaReason(focus, program), pillarReason(focus, program), goalReason(focus, program), ticketReason(focus, program)];
  const said = reasons.filter((reason) => reason !== undefined);
  if (said.length === 0) return undefined;
  const most = said.reduce((total, { about }) => total + weights[about], 0);
  const earned = said.reduce((total, reason) => total + pointsOf(reason), 0);
  return { score: Math.round((100 * earned) / most), reasons: said };
}

function pointsOf(reason: Reason): number {
  if (!reason.fits) return 0;
  return weights[reason.about] * (reason.about === "goal" && !reason.primary ? secondary : 1);
}

function areaReason({ areas }: Pick<Focus, "areas">, { areaCode }: Candidate): Reason | undefined {
  if (areas.length === 0) return undefined;
  // The nearest of several that hold it: "Sambong" says more than "Blora".
  const [nearest] = areas
    .filter(({ code }) => holdsArea(code, areaCode))
    .sort((a, b) => b.code.length - a.code.length || (a.code < b.code ? -1 : 1));
  return { about: "area", fits: nearest !== undefined, area: nearest?.label ?? null };
}

/** Whether an area is, or lies in, another one. */
export function holdsArea(larger: string, code: string): boolean {
  return code === larger || code.startsWith(`${larger}.`);
}

function pillarReason({ pillars }: Pick<Focus, "pillars">, { pillar }: Candidate): Reason | undefined {
  if (pillars.length === 0) return undefined;
  return { about: "pillar", fits: pillar !== null && pillars.includes(pillar), pillar };
}

function goalReason({ goals }: Pick<Focus, "goals">, program: Candidate): Reason | undefined {
  if (goals.length === 0) return undefined;
  const goal = program.goals.find((one) => goals.includes(one)) ?? null;
  return {
    about: "goal",
    fits: goal !== null,
    goal: goal ?? program.goals[0] ?? null,
    primary: goal !== null && goal === program.goals[0],
  };
}

function ticketReason({ ticket: { min, max } }: Pick<Focus, "ticket">, { need }: Candidate): Reason | undefined {
  if (min === null && max === null) return undefined;
  if (min !== null && need < min) return { about: "ticket", fits: false, how: "small" };
  // A company may give a part: what needs more than it gives still fits.
  return { about: "ticket", fits: true, how: max !== null && need > max ? "part" : "within" };
}
