import type { Day } from "~/kernel/dates";
import { daysBetween } from "~/kernel/dates";
import { type Rupiah, sum } from "~/kernel/money";
import type { Issue } from "~/features/proposals/issue";
import { issuesOf } from "~/features/proposals/proposal-completeness";
import { type Unread, amountOfLine, budgetTotal } from "~/features/proposals/proposal-draft";
import { type ContentPart, amendable, contentParts, peopleFields } from "./amendment";
import { type ProgramContent, sameIn } from "./program-content";

/** What has happened to a program already: an amendment can't go behind it. Amounts in whole rupiah. */
export type ProgramFacts = {
  committed: Rupiah;
  /** By line: what receipts claim of it, what pledges in force name of it, whether any pledge or receipt ever named it, which groups spent of it. */
  lines: ReadonlyMap<string, { receipted: Rupiah; pledged: Rupiah; named: boolean; spentBy: readonly string[] }>;
  /** Termin that were requested or paid, and those that something refers to. */
  fixed: ReadonlySet<number>;
  referred: ReadonlySet<number>;
  /** Indicators that a report speaks of. */
  reported: ReadonlySet<string>;
};

/** Why every company with a commitment must accept an amendment. */
export const weights = ["target", "budget", "tranches", "people", "ends"] as const;
export type Weight = (typeof weights)[number];

/** Above these an amendment needs the funders: percent of the RAB that moves, days by which the end moves. */
export type Limits = { share: number; days: number };

export type Moved = { amount: Rupiah; of: Rupiah };

/** What of the RAB moves: the larger of what is taken from lines and what is added to lines, against the target before. */
export function movedInBudget(before: ProgramContent, after: ProgramContent): Moved {
  const amounts = (content: ProgramContent) => new Map(content.lines.map((line) => [line.id, amountOfLine(line) ?? 0n]));
  return { amount: moved(amounts(before), amounts(after)), of: budgetTotal(before.lines) };
}

function movedInTranches(before: ProgramContent, after: ProgramContent): Moved {
  const amounts = (content: ProgramContent) => new Map(content.tranches.map((tranche, index) => [index, tranche.amount ?? 0n]));
  return { amount: moved(amounts(before), amounts(after)), of: budgetTotal(before.lines) };
}

function moved<Key>(before: ReadonlyMap<Key, Rupiah>, after: ReadonlyMap<Key, Rupiah>): Rupiah {
  const changes = [...new Set([...before.keys(), ...after.keys()])].map((key) => (after.get(key) ?? 0n) - (before.get(key) ?? 0n));
  const added = sum(changes.filter((change) => change > 0n));
  const taken = -sum(changes.filter((change) => change < 0n));
  return added > taken ? added : taken;
}

function above({ amount, of }: Moved, share: number): boolean {
  return amount * 100n > of * BigInt(share);
}

/** Why the funders must accept it; nothing when the desk's check is enough. */
export function weightsOf(before: ProgramContent, after: ProgramContent, limits: Limits): Weight[] {
  const days = before.endsOn && after.endsOn ? Math.abs(daysBetween(before.endsOn, after.endsOn)) : 0;
  const weighs: Readonly<Record<Weight, boolean>> = {
    target: budgetTotal(before.lines) !== budgetTotal(after.lines),
    budget: above(movedInBudget(before, after), limits.share),
    tranches: above(movedInTranches(before, after), limits.share),
    people: !sameIn(before, after, peopleFields),
    ends: days > limits.days,
  };
  return weights.filter((weight) => weighs[weight]);
}

/** The parts in which two contents differ. */
export function changedParts(before: ProgramContent, after: ProgramContent): ContentPart[] {
  return contentParts.filter((part) => !sameIn(before, after, amendable[part].fields as readonly (keyof ProgramContent)[]));
}

type Around = { today: Day; unread: Unread; jointly: boolean };

/**
 * Everything that keeps an amendment from being sent and from coming into force, beside its field. What a part breaks that the amendment
 * doesn't touch is no matter of it; the sums always are.
 */
export function problemsOf(before: ProgramContent, after: ProgramContent, facts: ProgramFacts, around: Around): Issue[] {
  const changed = changedParts(before, after);
  const draft = { ...after, payeeAccountId: null };
  const general = issuesOf(draft, { ...around, standingValid: true, payee: undefined, photos: 1 }).filter(
    (issue) => issue.section === "tranches" || contentParts.some((part) => belongs(issue, part) && touched(issue, part, changed)),
  );
  return [...general, ...endProblems(before, after), ...lineProblems(after, before, facts), ...planProblems(before, after, facts)];
}

function belongs(issue: Issue, part: ContentPart): boolean {
  const { section, fields } = amendable[part];
  const [noun = ""] = issue.field.split(".");
  return issue.section === section && (part === "budget" || fields.some((field) => field === noun));
}

/** What could not be read is shown even though the part says what it said before. */
function touched(issue: Issue, part: ContentPart, changed: readonly ContentPart[]): boolean {
  return changed.includes(part) || issue.code.startsWith("unread") || issue.code === "must_be_positive";
}

function endProblems(before: ProgramContent, after: ProgramContent): Issue[] {
  const early = after.endsOn !== null && after.openUntil !== null && after.endsOn < after.openUntil && after.endsOn !== before.endsOn;
  return early ? [{ section: "area", requirement: "endsOn", field: "endsOn", code: "open_after_end" }] : [];
}

function lineProblems(after: ProgramContent, before: ProgramContent, facts: ProgramFacts): Issue[] {
  const at = (field: string, code: Issue["code"], values: NonNullable<Issue["values"]> = {}): Issue => ({
    section: "budget",
    requirement: "amounts",
    field,
    code,
    values,
  });
  const problems = after.lines.flatMap((line, index): Issue[] => {
    const fact = facts.lines.get(line.id);
    const amount = amountOfLine(line);
    if (!fact || amount === undefined) return [];
    const values = { n: index + 1, name: line.description };
    const price = `lines.${line.id}.unitPrice`;
    if (amount < fact.receipted) return [at(price, "line_below_receipts", { ...values, least: fact.receipted })];
    if (amount < fact.pledged) return [at(price, "line_below_pledges", { ...values, least: fact.pledged })];
    const holders = [line.memberId, ...line.shares.map((share) => share.memberId)];
    return fact.spentBy.every((memberId) => holders.includes(memberId))
      ? []
      : [at(`lines.${line.id}.memberId`, "line_member_spent", values)];
  });
  const kept = new Set(after.lines.map((line) => line.id));
  const gone = before.lines.filter((line) => !kept.has(line.id) && facts.lines.get(line.id)?.named);
  for (const line of gone) problems.push(at("lines", "line_named", { name: line.description }));
  const target = budgetTotal(after.lines);
  if (target < facts.committed) problems.push(at("lines", "target_below_committed", { committed: facts.committed, target }));
  return problems;
}

function planProblems(before: ProgramContent, after: ProgramContent, facts: ProgramFacts): Issue[] {
  const tranches = before.tranches.flatMap((tranche, index): Issue[] => {
    const n = index + 1;
    const now = after.tranches[index];
    if (facts.fixed.has(n) && JSON.stringify(plain(now)) !== JSON.stringify(plain(tranche))) {
      return [
        {
          section: "tranches",
          requirement: "plan",
          field: now ? `tranches.${n}.amount` : "tranches",
          code: "tranche_fixed",
          values: { n },
        },
      ];
    }
    return !now && facts.referred.has(n)
      ? [{ section: "tranches", requirement: "plan", field: "tranches", code: "tranche_named", values: { n } }]
      : [];
  });
  const kept = new Set(after.indicators.map(({ id }) => id));
  const indicators = before.indicators
    .filter(({ id }) => !kept.has(id) && facts.reported.has(id))
    .map(
      ({ name }): Issue => ({
        section: "indicators",
        requirement: "values",
        field: "indicators",
        code: "indicator_reported",
        values: { name },
      }),
    );
  return [...tranches, ...indicators];
}

function plain(tranche: ProgramContent["tranches"][number] | undefined): unknown {
  return tranche && [tranche.title, String(tranche.amount), tranche.condition, tranche.plannedOn];
}
