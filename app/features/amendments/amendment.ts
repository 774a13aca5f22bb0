import type { CompanyRole } from "~/features/identity/actor";
import type { DraftPatch } from "~/features/proposals/draft-patch";
import { peopleParts } from "~/features/proposals/people";
import type { ProposalStatus, Section } from "~/features/proposals/proposal";
import { companyPowers, platformPowers } from "~/features/identity/powers";

export const amendmentStatuses = ["draft", "submitted", "checked", "awaiting_funders", "in_force", "refused", "withdrawn"] as const;
export type AmendmentStatus = (typeof amendmentStatuses)[number];

/** Why something changes, to choose from; the words come beside it. */
export const amendmentReasons = [
  "supplier_unavailable",
  "price_changed",
  "field_differs",
  "need_changed",
  "schedule_moved",
  "funding_changed",
  "other",
] as const;
export type AmendmentReason = (typeof amendmentReasons)[number];

/**
 * What ended an amendment that never came into force: the desk, a funder, silence, its own community, what happened to the program
 * meanwhile (a receipt claims what it wanted to take away), or the end of the program.
 */
export type Ending = "desk" | "funder" | "unanswered" | "community" | "overtaken" | "program_over";

/** Who of the desk checks amendments. */
export const checkerRoles = platformPowers.checks_amendments;

/** Funders have these days to answer; silence is no. */
export const answerDays = 14;

/**
 * What the companies with a commitment have said so far. `needed` is false when the desk's check is enough; `stands` when nothing has
 * happened meanwhile that it goes behind.
 */
export type Acceptance = { needed: boolean; outstanding: number; refused: number; stands: boolean };

export type Step =
  | { kind: "submit" }
  | { kind: "return" }
  | { kind: "check" }
  | { kind: "refuse" }
  | { kind: "withdraw" }
  /** A funder answers: whether it was asked, and whether it has answered before. */
  | { kind: "answer"; asked: boolean; answered: boolean }
  /** What follows from a check or an answer. */
  | { kind: "settle"; acceptance: Acceptance }
  | { kind: "lapse"; because: "unanswered" | "program_over" };

export type StepRefusal =
  | "amendment_ended"
  | "amendment_not_draft"
  | "amendment_not_submitted"
  | "amendment_not_awaiting"
  | "not_a_funder"
  | "answered_already";

export type Outcome = { to: AmendmentStatus } | { refusal: StepRefusal };

/** Still on its way: at most one of a program is. */
export function isOpen(status: AmendmentStatus): boolean {
  return status !== "in_force" && status !== "refused" && status !== "withdrawn";
}

/** The whole state machine: what an amendment becomes by a step, or why the step can't be taken. */
export function stepOf(status: AmendmentStatus, step: Step): Outcome {
  if (!isOpen(status)) return { refusal: "amendment_ended" };
  switch (step.kind) {
    case "submit":
      return status === "draft" ? { to: "submitted" } : { refusal: "amendment_not_draft" };
    case "return":
      return status === "submitted" ? { to: "draft" } : { refusal: "amendment_not_submitted" };
    case "check":
      return status === "submitted" ? { to: "checked" } : { refusal: "amendment_not_submitted" };
    case "refuse":
      return status === "submitted" ? { to: "refused" } : { refusal: "amendment_not_submitted" };
    case "withdraw":
      return { to: "withdrawn" };
    case "answer":
      if (status !== "awaiting_funders") return { refusal: "amendment_not_awaiting" };
      if (!step.asked) return { refusal: "not_a_funder" };
      return step.answered ? { refusal: "answered_already" } : { to: status };
    case "settle":
      return status === "checked" || status === "awaiting_funders"
        ? { to: settled(step.acceptance) }
        : { refusal: "amendment_not_awaiting" };
    case "lapse":
      if (step.because === "program_over") return { to: "withdrawn" };
      return status === "awaiting_funders" ? { to: "refused" } : { refusal: "amendment_not_awaiting" };
  }
}

/** One refusal is enough to stop it; all must accept where acceptance is needed. */
function settled({ needed, outstanding, refused, stands }: Acceptance): AmendmentStatus {
  if (needed && refused > 0) return "refused";
  if (needed && outstanding > 0) return "awaiting_funders";
  return stands ? "in_force" : "refused";
}

/** The parts of the form, in order; addresses are Indonesian. */
export const parts = ["reason", "budget", "tranches", "people", "indicators", "schedule", "story", "time", "review"] as const;
export type Part = (typeof parts)[number];
export type ContentPart = Exclude<Part, "reason" | "review">;

export const partPaths: Readonly<Record<Part, string>> = {
  reason: "alasan",
  budget: "rab",
  tranches: "termin",
  people: "penerima",
  indicators: "indikator",
  schedule: "jadwal",
  story: "cerita",
  time: "waktu",
  review: "periksa",
};

export function partOfPath(path: string | undefined): Part | undefined {
  return parts.find((part) => partPaths[part] === path);
}

export function isContentPart(part: Part): part is ContentPart {
  return part !== "reason" && part !== "review";
}

/** Who is reached: a change of it needs every funder. */
export const peopleFields = [
  "needs",
  "needPeople",
  "beneficiaries",
  "beneficiaryUnit",
  "people",
  "indirect",
  ...peopleParts,
] as const satisfies readonly (keyof DraftPatch)[];

/** The step of a proposal's editor that each part is written with, and what of it an amendment may change. */
export const amendable: { readonly [P in ContentPart]: { section: Section; fields: readonly (keyof DraftPatch)[] } } = {
  budget: { section: "budget", fields: ["lines", "contributions"] },
  tranches: { section: "tranches", fields: ["tranches"] },
  people: {
    section: "people",
    fields: ["answers", ...peopleFields],
  },
  indicators: { section: "indicators", fields: ["indicators"] },
  schedule: { section: "plan", fields: ["activities", "risks"] },
  story: { section: "story", fields: ["summary", "story"] },
  time: { section: "area", fields: ["endsOn"] },
};

export const contentParts = parts.filter(isContentPart);

/** Who answers in a company's name; where it has no approver, whoever manages it. */
export const answererRoles = companyPowers.answers_amendments;
export const answererOtherwise = ["admin"] as const satisfies readonly CompanyRole[];

/** Programs that can be amended: a suspended, completed or expired one can't. */
export const amendableStatuses = ["published", "running"] as const satisfies readonly ProposalStatus[];

/** The part of the form on which something in a section of a proposal is mended. */
export function partOfSection(section: Section): ContentPart {
  return contentParts.find((part) => amendable[part].section === section) ?? "budget";
}

/** Where a company that funds the program reads an amendment and answers it. */
export function fundersPage(program: { slug: string }, amendment: { n: number }): string {
  return `/ruang/perusahaan/persetujuan/adendum/${program.slug}/${amendment.n}`;
}
