import type { Language } from "./messages";

/** A calendar day in WIB (Asia/Jakarta, no daylight saving), as "2026-11-24". */
export type Day = string;

const zone = "Asia/Jakarta";
const locale = { id: "id-ID", en: "en-GB" } as const;
const monthsShort = {
  id: ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
} as const;

const isoDay = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
const clockTime = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const clockSeconds = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone,
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** The WIB calendar day on which an instant falls. */
export function dayOf(instant: Date): Day {
  return isoDay.format(instant);
}

/** Whether a text is a calendar day that exists. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** "2026-11-24", as date fields send it, or "24/11/2026", as people type it where there is no date field. */
export function parseDay(typed: string): Day | undefined {
  const spelled = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim());
  const day = spelled ? `${spelled[3]}-${spelled[2]?.padStart(2, "0")}-${spelled[1]?.padStart(2, "0")}` : typed.trim();
  return isDay(day) ? day : undefined;
}

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same day so many years later; 29 February becomes 28 February. */
export function addYears(day: Day, years: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  const month = date.getUTCMonth();
  date.setUTCFullYear(date.getUTCFullYear() + years);
  if (date.getUTCMonth() !== month) date.setUTCDate(0);
  return date.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/** Midnight WIB at the start of a day, as an instant. */
export function startOfDay(day: Day): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

/** "24 Nov 2026" with no-break spaces. Takes a WIB day or an instant. */
export function formatDay(value: Day | Date, language: Language = "id"): string {
  const [year, month, date] = parts(value);
  return `${date}\u00a0${monthsShort[language][month - 1]}\u00a0${year}`;
}

/** "24 Nov": for lists where the year is plain from the context. */
export function formatDayShort(value: Day | Date, language: Language = "id"): string {
  const [, month, date] = parts(value);
  return `${date}\u00a0${monthsShort[language][month - 1]}`;
}

/** "24 November 2026", for documents. */
export function formatDayLong(value: Day | Date, language: Language = "id"): string {
  const day = typeof value === "string" ? value : dayOf(value);
  return new Intl.DateTimeFormat(locale[language], { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** "09.30 WIB". */
export function formatTime(instant: Date): string {
  return `${clockTime.format(instant).replace(":", ".")}\u00a0WIB`;
}

/** "24 Nov 2026, 09.30 WIB". */
export function formatInstant(instant: Date, language: Language = "id"): string {
  return `${formatDay(instant, language)}, ${formatTime(instant)}`;
}

/** "24 Nov 2026, 09.14.22": where the order of seconds matters; the place around it says WIB. */
export function formatSeconds(instant: Date, language: Language = "id"): string {
  return `${formatDay(instant, language)}, ${clockSeconds.format(instant).replaceAll(":", ".")}`;
}

function parts(value: Day | Date): [number, number, number] {
  const day = typeof value === "string" ? value : dayOf(value);
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return [year, month, date];
}
