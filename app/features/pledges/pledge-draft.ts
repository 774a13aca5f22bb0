import { addDays, type Day, isDay } from "~/kernel/dates";
import type { RefusalDetails } from "~/kernel/domain-error";
import { parseRupiah, type Rupiah, sum } from "~/kernel/money";
import { type Instalment, mostInstalments, planInstalments, problemOfPlan, smallestFor } from "./pledge";

/** What a person has typed so far, as it stands in the address of the page: nothing is lost by going back or by signing in. */
export type TypedPledge = {
  way: "amount" | "lines";
  amount: string;
  lines: string[];
  count: string;
  firstDueOn: string;
  everyMonths: string;
  rows: { amount: string; dueOn: string }[];
  note: string;
};

export const everyMonthsChoices = [1, 2, 3, 6] as const;
export const longestNote = 1000;

/** Reads the fields of the pledge form from an address or a form. */
export function readTyped(fields: URLSearchParams | FormData, today: Day): TypedPledge {
  const all = (name: string) => fields.getAll(name).filter((value): value is string => typeof value === "string");
  const one = (name: string) => all(name)[0] ?? "";
  const days = all("tempo");
  return {
    way: one("cara") === "baris" ? "lines" : "amount",
    amount: one("jumlah"),
    lines: all("baris"),
    count: one("tahap") || "1",
    firstDueOn: one("mulai") || addDays(today, 30),
    everyMonths: one("jarak") || "1",
    rows: one("maksud") === "bagi" ? [] : all("nominal").map((amount, index) => ({ amount, dueOn: days[index] ?? "" })),
    note: one("catatan"),
  };
}

export type OpenLine = { id: string; description: string; amount: Rupiah; open: Rupiah };
export type Choice = { left: Rupiah; lines: readonly OpenLine[]; today: Day };
export type DraftProblem = { field: string; code: string; details: RefusalDetails };

export type PledgeDraft = {
  typed: TypedPledge;
  /** Undefined while it can't be read. */
  amount: Rupiah | undefined;
  lines: { budgetLineId: string; description: string; amount: Rupiah }[];
  /** One row for each instalment, as it stands in the form. */
  rows: { amount: string; dueOn: string }[];
  planned: Rupiah;
  /** Complete only when there are no problems. */
  plan: Instalment[];
  problems: DraftProblem[];
};

/** What a typed pledge comes to: its amount, its plan, and everything that is still wrong, each with its field. */
export function draftOf(typed: TypedPledge, choice: Choice): PledgeDraft {
  const problems: DraftProblem[] = [];
  const problem = (field: string, code: string, details: RefusalDetails = {}) => void problems.push({ field, code, details });
  const chosen = choice.lines.filter((line) => line.open > 0n && typed.lines.includes(line.id));
  const amount = typed.way === "lines" ? sum(chosen.map((line) => line.open)) : parseRupiah(typed.amount);
  const amountField = typed.way === "lines" ? "baris" : "jumlah";

  if (typed.way === "lines" && chosen.length === 0) problem("baris", "lines_missing");
  else if (amount === undefined) problem(amountField, typed.amount.trim() === "" ? "amount_missing" : "not_rupiah");
  else if (amount > choice.left) problem(amountField, "target_exceeded", { left: choice.left });
  else if (amount < smallestFor(choice.left) || amount <= 0n)
    problem(amountField, "amount_too_small", { smallest: smallestFor(choice.left) });

  const count = Number(typed.count);
  const validCount = Number.isInteger(count) && count >= 1 && count <= mostInstalments;
  if (!validCount) problem("tahap", "instalments_count");
  if (!isDay(typed.firstDueOn)) problem("mulai", "not_a_day");
  const rows = rowsOf(typed, amount, validCount ? count : 1);
  const plan = rows.map((row) => ({ amount: parseRupiah(row.amount) ?? 0n, dueOn: row.dueOn }));
  const unread = rows.findIndex((row) => parseRupiah(row.amount) === undefined);
  const undated = rows.findIndex((row) => !isDay(row.dueOn));
  if (amount !== undefined && amount > 0n && validCount && isDay(typed.firstDueOn)) {
    if (unread >= 0) problem(`nominal-${unread + 1}`, "not_rupiah");
    else if (undated >= 0) problem(`tempo-${undated + 1}`, "not_a_day");
    else {
      const wrong = problemOfPlan(amount, plan, choice.today);
      if (wrong) problem(fieldOf(wrong, rows.length), wrong.code, { ...wrong });
    }
  }
  if (typed.note.length > longestNote) problem("catatan", "too_long", { most: longestNote });
  return {
    typed,
    amount,
    lines: chosen.map((line) => ({ budgetLineId: line.id, description: line.description, amount: line.open })),
    rows,
    planned: sum(plan.map((row) => row.amount)),
    plan,
    problems,
  };
}

/** The typed rows if there are as many as asked for; else equal parts. A single instalment is always the whole amount. */
function rowsOf(typed: TypedPledge, amount: Rupiah | undefined, count: number): { amount: string; dueOn: string }[] {
  const single = count === 1;
  if (!single && typed.rows.length === count) return typed.rows;
  if (!isDay(typed.firstDueOn)) return [{ amount: String(amount ?? 0n), dueOn: typed.firstDueOn }];
  const every = everyMonthsChoices.find((months) => String(months) === typed.everyMonths) ?? 1;
  const plan = planInstalments({ amount: amount ?? 0n, count, firstDueOn: typed.firstDueOn, everyMonths: every });
  return plan.map((row) => ({ amount: String(row.amount), dueOn: row.dueOn }));
}

function fieldOf(problem: { code: string; n?: number }, rows: number): string {
  if (rows === 1) return problem.code === "instalment_past" || problem.code === "instalment_too_far" ? "mulai" : "tahap";
  if (problem.n === undefined) return "nominal-1";
  return problem.code === "instalment_amount" ? `nominal-${problem.n}` : `tempo-${problem.n}`;
}

/** The typed pledge as parameters of the page's address, so that a link can lead back to it. */
export function searchOf(typed: TypedPledge): string {
  const search = new URLSearchParams();
  search.set("cara", typed.way === "lines" ? "baris" : "jumlah");
  if (typed.amount) search.set("jumlah", typed.amount);
  for (const line of typed.lines) search.append("baris", line);
  search.set("tahap", typed.count);
  search.set("mulai", typed.firstDueOn);
  search.set("jarak", typed.everyMonths);
  for (const row of typed.rows) {
    search.append("nominal", row.amount);
    search.append("tempo", row.dueOn);
  }
  if (typed.note) search.set("catatan", typed.note);
  return search.toString();
}
