import type { IconName } from "~/components/icon";
import { type Day, addDays, dayOf } from "~/kernel/dates";
import type { NoticeWords } from "#emails/inside";
import { templatesAbout } from "#emails/kinds";

/** What the list shows: everything, what asks for something, or one subject. */
export const noticeFilters = ["all", "asks", "money", "security"] as const;
export type NoticeFilter = (typeof noticeFilters)[number];

/** The words of the address. */
const filterWords: { readonly [F in NoticeFilter]: string } = { all: "", asks: "tindakan", money: "uang", security: "keamanan" };

export type NoticeLine = NoticeWords & {
  id: string;
  template: string;
  organizationName: string | null;
  asks: boolean;
  dueOn: Day | null;
  at: Date;
  read: boolean;
};

export type NoticePlace = { filter: NoticeFilter; before: string | null; after: string | null };

export function noticesPath({ filter, before = null, after = null }: Partial<NoticePlace> & { filter: NoticeFilter }): string {
  const query = new URLSearchParams();
  if (filter !== "all") query.set("saring", filterWords[filter]);
  if (before) query.set("sebelum", before);
  if (after) query.set("sesudah", after);
  const text = query.toString();
  return text ? `/kabar?${text}` : "/kabar";
}

export function readNoticeFilter(params: URLSearchParams): NoticeFilter {
  return noticeFilters.find((filter) => filter !== "all" && filterWords[filter] === params.get("saring")) ?? "all";
}

export type NoticeDay = "today" | "yesterday" | "older";

/** The lines under the day on which they came, in their order. */
export function byDay(lines: readonly NoticeLine[], today: Day): { day: NoticeDay; lines: NoticeLine[] }[] {
  const yesterday = addDays(today, -1);
  const dayNameOf = ({ at }: NoticeLine): NoticeDay => {
    const day = dayOf(at);
    return day >= today ? "today" : day === yesterday ? "yesterday" : "older";
  };
  return (["today", "yesterday", "older"] as const)
    .map((day) => ({ day, lines: lines.filter((line) => dayNameOf(line) === day) }))
    .filter((group) => group.lines.length > 0);
}

const proven = ["payment-received", "disbursement-acknowledged"];
const [aboutMoney, aboutSecurity] = [templatesAbout("money"), templatesAbout("security")];

/** The mark beside a line: deadline, safety, money that arrived, other money, the rest. */
export function markOf({ template, dueOn, asks }: NoticeLine): { look: "w" | "b" | "k" | "i" | ""; icon: IconName } {
  if (asks && dueOn) return { look: "w", icon: "clock" };
  if (proven.includes(template)) return { look: "k", icon: "check" };
  if (aboutSecurity.some((name) => name === template)) return { look: "b", icon: "lock" };
  if (aboutMoney.some((name) => name === template)) return { look: "i", icon: "bank" };
  return asks ? { look: "w", icon: "flag" } : { look: "", icon: "doc" };
}
