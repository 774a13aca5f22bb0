import { formatInstant } from "~/kernel/dates";
import type { Language } from "~/kernel/messages";
import { formatWhole } from "~/kernel/money";
import type { HealthState, SentenceName } from "./health";

type Sentence = { title: string; text: string; aside: string };
export type Sentences = { readonly [N in SentenceName]: (state: HealthState, good: boolean) => Sentence };

const gigabyte = 1024 ** 3;
const megabyte = 1024 ** 2;

export function whole(n: number | bigint, language: Language): string {
  return formatWhole(BigInt(n), language);
}

export function percent(part: number, all: number): string {
  return `${all > 0 ? Math.floor((part / all) * 100) : 0}%`;
}

/** "39 GB", "12 MB"; less than one megabyte is one. */
export function size(bytes: number): string {
  return bytes >= gigabyte ? `${Math.round(bytes / gigabyte)} GB` : `${Math.max(1, Math.round(bytes / megabyte))} MB`;
}

export function since(date: Date, language: Language): string {
  return formatInstant(date, language);
}

/** "40 detik", "12 menit", "3 jam". */
export function duration(seconds: number, language: Language): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 120) return language === "id" ? `${seconds} detik` : `${seconds} seconds`;
  if (minutes < 120) return language === "id" ? `${minutes} menit` : `${minutes} minutes`;
  const hours = whole(Math.round(minutes / 60), language);
  return language === "id" ? `${hours} jam` : `${hours} hours`;
}
