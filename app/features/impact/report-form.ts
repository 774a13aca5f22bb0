import { parseCount, parseDecimal } from "~/features/proposals/proposal-draft";
import { isId } from "~/kernel/ids";
import type { ReportDraft } from "./report";

/** What the report's form sent: what could be read, and by field the text of what could not. */
export type ReportForm = { patch: Omit<ReportDraft, "results"> & { results: ReportDraft["results"] }; unread: Record<string, string> };

const peopleFields = ["beneficiaries", "women", "children", "elderly", "disabled"] as const;

/** Reads a report as loosely as a draft allows: an empty number is no number, and one that can't be read is kept as it was typed. */
export function readReport(form: FormData): ReportForm {
  const unread: Record<string, string> = {};
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
  };
  function value<T>(name: string, read: (typed: string) => T | undefined): T | null {
    const typed = text(name).trim();
    if (typed === "") return null;
    const known = read(typed);
    if (known === undefined) unread[name] = typed.slice(0, 200);
    return known ?? null;
  }
  const people = Object.fromEntries(peopleFields.map((name) => [name, value(name, parseCount)])) as Record<
    (typeof peopleFields)[number],
    number | null
  >;
  const indicators = [...new Set(form.getAll("indicators").filter((id): id is string => typeof id === "string" && isId(id)))];
  const results = indicators.map((indicatorId) => ({
    indicatorId,
    actual: value(`actual.${indicatorId}`, (typed) => parseDecimal(typed, 2)),
    note: text(`note.${indicatorId}`).trim(),
  }));
  const patch = { headline: text("headline").trim(), story: text("story"), lessons: text("lessons"), ...people, results };
  return { patch, unread };
}
