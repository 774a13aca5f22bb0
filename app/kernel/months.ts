import type { Day } from "./dates";
import type { Language } from "./messages";

/** A calendar month in WIB, as "2026-11". Months compare as texts. */
export type Month = string;

const names: Readonly<Record<Language, readonly string[]>> = {
  id: ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** "2026-11", as month fields send it; "11/2026", "Nov 2026" or "November 2026", as people type it where there is no month field. */
export function parseMonth(typed: string): Month | undefined {
  const text = typed.trim();
  const sent = /^(\d{4})-(\d{1,2})$/.exec(text);
  if (sent) return monthFrom(sent[1], Number(sent[2]));
  const spelled = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (spelled) return monthFrom(spelled[2], Number(spelled[1]));
  const named = /^(\p{L}{3,9})\.?\s+(\d{4})$/u.exec(text);
  if (!named) return undefined;
  const start = (named[1] ?? "").slice(0, 3).toLowerCase();
  const index = [names.id, names.en].map((list) => list.findIndex((name) => name.toLowerCase() === start)).find((at) => at >= 0);
  return index === undefined ? undefined : monthFrom(named[2], index + 1);
}

function monthFrom(year: string | undefined, month: number): Month | undefined {
  return year && month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, "0")}` : undefined;
}

/** "Nov 2026" with a no-break space. */
export function formatMonth(month: Month, language: Language = "id"): string {
  return `${names[language][Number(month.slice(5)) - 1] ?? ""}\u00a0${month.slice(0, 4)}`;
}

/** "Nov 2026 – Feb 2027", or the month alone. */
export function formatMonths(from: Month, to: Month, language: Language = "id"): string {
  return from === to ? formatMonth(from, language) : `${formatMonth(from, language)} – ${formatMonth(to, language)}`;
}

/** How many months after `from` a month is; negative when it is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  const number = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return number(to) - number(from);
}
