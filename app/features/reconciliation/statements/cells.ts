import { type Day, addDays, isDay } from "~/kernel/dates";
import type { DateOrder, DecimalMark, LineDirection, ProblemCode } from "./statement";

export type ReadAmount = { ok: true; sen: bigint; negative: boolean; direction: LineDirection | null } | { ok: false; code: ProblemCode };

const words: Record<string, LineDirection> = {
  CR: "in",
  C: "in",
  K: "in",
  KR: "in",
  KREDIT: "in",
  CREDIT: "in",
  MASUK: "in",
  "+": "in",
  DB: "out",
  D: "out",
  DR: "out",
  DEBET: "out",
  DEBIT: "out",
  KELUAR: "out",
  "-": "out",
};

/** "CR", "DB", "D", "K", "Kredit": which way the money went; undefined when it says neither. */
export function readDirection(cell: string): LineDirection | undefined {
  return words[cell.trim().toUpperCase().replace(/\.$/, "")];
}

/** An amount in sen, by the file's own decimal mark and never by guessing: "799,700.00 CR", "1.234,00", ".00", "(5,000.00)", "-2500". */
export function readAmount(cell: string, decimal: DecimalMark): ReadAmount {
  let text = cell
    .trim()
    .replace(/^'/, "")
    .replace(/[\u00a0\s]+/g, " ")
    .replace(/^(rp\.?|idr)\s*/i, "")
    .trim();
  if (/^[-+]?\d+([.,]\d+)?E[-+]?\d+/i.test(text)) return { ok: false, code: "number_mangled" };
  const suffix = /\s*([A-Za-z]{1,6})\.?$/.exec(text);
  const direction = suffix ? readDirection(suffix[1] ?? "") : undefined;
  if (suffix && !direction) return { ok: false, code: "amount_unreadable" };
  if (suffix) text = text.slice(0, suffix.index).trim();
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) text = bracketed[1] ?? "";
  const negative = bracketed !== null || /^[-\u2212]|-$/.test(text);
  text = text.replace(/^[-+\u2212]\s*|-$/g, "").replace(/,$/, "");
  const [group, mark] = decimal === "." ? [",", "\\."] : ["\\.", ","];
  const match = new RegExp(`^(\\d{1,3}(?:${group}\\d{3})+|\\d*)(?:${mark}(\\d{1,2}))?$`).exec(text);
  if (!match || text === "") return { ok: false, code: "amount_unreadable" };
  const whole = (match[1] ?? "").replace(/[.,]/g, "");
  if (whole === "" && match[2] === undefined) return { ok: false, code: "amount_unreadable" };
  if (whole.length > 15) return { ok: false, code: "amount_unreadable" };
  return {
    ok: true,
    sen: BigInt(whole || "0") * 100n + BigInt((match[2] ?? "").padEnd(2, "0") || "0"),
    negative,
    direction: direction ?? null,
  };
}

const months = ["jan", "feb", "mar", "apr", "mei|may", "jun", "jul", "agu|aug|ags", "sep", "okt|oct", "nov", "des|dec"];

type YearRule = { order: DateOrder; year?: number | undefined; period?: { from: Day; to: Day } | undefined; today: Day };

/** A date of a statement as a day; undefined when it can't be read. Without a year it takes the period's, the given one, or the latest past. */
export function readDay(cell: string, rule: YearRule): Day | undefined {
  const text = cell
    .trim()
    .replace(/^'/, "")
    .replace(/[T ]\d{1,2}[:.]\d{2}([:.]\d{2})?.*$/, "")
    .trim();
  const parts = text.split(/[\s/.-]+/);
  if (parts.length < 2 || parts.length > 3) return undefined;
  const order = /^\d{4}$/.test(parts[0] ?? "") ? "ymd" : rule.order;
  const [yearText, monthText, dayText] =
    order === "ymd" && parts.length === 3 ? parts : order === "mdy" ? [parts[2], parts[0], parts[1]] : [parts[2], parts[1], parts[0]];
  const month = monthOf(monthText ?? "");
  if (!month || !/^\d{1,2}$/.test(dayText ?? "")) return undefined;
  const monthDay = `${String(month).padStart(2, "0")}-${(dayText ?? "").padStart(2, "0")}`;
  if (yearText === undefined) return withoutYear(monthDay, rule);
  if (!/^(\d{2}|\d{4})$/.test(yearText)) return undefined;
  return existing(`${yearText.length === 2 ? `20${yearText}` : yearText}-${monthDay}`);
}

function monthOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : undefined;
  const index = months.findIndex((names) => new RegExp(`^(${names})`, "i").test(text));
  return index < 0 ? undefined : index + 1;
}

function withoutYear(monthDay: string, { year, period, today }: YearRule): Day | undefined {
  if (period) {
    const years = [period.from.slice(0, 4), period.to.slice(0, 4)];
    const within = years.map((y) => `${y}-${monthDay}`).find((day) => day >= period.from && day <= period.to);
    return existing(within ?? `${years[1]}-${monthDay}`);
  }
  if (year) return existing(`${year}-${monthDay}`);
  const thisYear = `${today.slice(0, 4)}-${monthDay}`;
  return existing(thisYear <= addDays(today, 1) ? thisYear : `${Number(today.slice(0, 4)) - 1}-${monthDay}`);
}

function existing(day: string): Day | undefined {
  return isDay(day) ? day : undefined;
}
