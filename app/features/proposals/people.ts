import type { ProposalDraft } from "./proposal-draft";

/** The parts into which people are counted: each is optional, and none larger than all people. */
export const sexes = ["women", "men"] as const;
export const ageGroups = ["age0to5", "age6to17", "age18to59", "age60up"] as const;
export const peopleParts = [...sexes, ...ageGroups, "disabled"] as const;
export type PeoplePart = (typeof peopleParts)[number];

/** How many people are of each part; a part that is not given, or not shown, is null. */
export type PeopleFigures = { readonly [part in PeoplePart | "people" | "indirect"]: number | null };
/** People of a need group; `below` where there are some, too few to be shown. */
export type GroupFigure = { code: string; nameId: string; nameEn: string; people: number | "below" | null };

/** Whether there is anything to tell about who benefits besides the whole. */
export function hasParts(figures: PeopleFigures, groups: readonly GroupFigure[]): boolean {
  const given = (["people", "indirect", ...peopleParts] as const).some((part) => figures[part] !== null);
  return given || groups.some((group) => group.people !== null);
}

type People = Pick<ProposalDraft, "beneficiaries" | "beneficiaryUnit" | "people" | "needPeople" | PeoplePart>;

/** What is wrong with the count of people, and beside which field it is said. */
export type PeopleProblem = {
  field: string;
  code: "people_exceed_total" | "parts_differ" | "people_unknown";
  values?: { total: number; sum: number };
};

/** Whether a group of beneficiaries is counted in people, and not in families or houses. */
export function countsPeople(unit: string): boolean {
  return !/keluarga|kk|rumah|kelompok|desa|dukuh|famil|household|group/i.test(unit);
}

/** How many people the direct beneficiaries are; null where families are counted and nobody says. */
export function peopleTotal({ beneficiaries, beneficiaryUnit, people }: Pick<People, "beneficiaries" | "beneficiaryUnit" | "people">) {
  return countsPeople(beneficiaryUnit) ? beneficiaries : people;
}

/**
 * Parts against all people: no part is larger, those of one kind are not more together, and where all of a kind are given they make up all.
 * One person may belong to several need groups, so these are compared one by one.
 */
export function peopleProblems(draft: People): PeopleProblem[] {
  const total = peopleTotal(draft);
  const given = peopleParts.filter((part) => draft[part] !== null);
  if (total === null) {
    const asked = (given.length > 0 || draft.needPeople.length > 0) && !countsPeople(draft.beneficiaryUnit) && draft.beneficiaries !== null;
    return asked ? [{ field: "people", code: "people_unknown" }] : [];
  }
  const tooMany = given.filter((part) => (draft[part] ?? 0) > total).map((field) => ({ field, code: "people_exceed_total" }) as const);
  const groups = draft.needPeople
    .filter(({ people }) => people > total)
    .map(({ code }) => ({ field: `needPeople.${code}.people`, code: "people_exceed_total" }) as const);
  const sums = tooMany.length > 0 ? [] : [sexes, ageGroups].flatMap((parts) => sumProblem(draft, parts, total));
  return [...tooMany, ...sums, ...groups];
}

function sumProblem(draft: People, parts: readonly PeoplePart[], total: number): PeopleProblem[] {
  const given = parts.filter((part) => draft[part] !== null);
  const sum = given.reduce((all, part) => all + (draft[part] ?? 0), 0);
  const last = given.at(-1);
  const fits = given.length === parts.length ? sum === total : sum <= total;
  return fits || last === undefined ? [] : [{ field: last, code: "parts_differ", values: { total, sum } }];
}
