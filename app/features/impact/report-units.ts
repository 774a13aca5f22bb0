import type { Conflict } from "~/components/conflict-choices";
import type { Language } from "~/kernel/messages";
import { type Side, type Units, mergeUnits } from "~/kernel/three-way";
import { impactMessages } from "./impact-messages";
import { type ReportForm, readReport } from "./report-form";
import type { ReportWorkspace } from "./report-queries.server";
import { valuesOf } from "./report-values";

/** The fields of a report's form as their texts: as typed where that could not be read, else as they are read back. */
export function reportUnits({ patch, unread }: Pick<ReportForm, "patch" | "unread">): Units {
  const values = Object.entries(valuesOf(patch, unread)).map(([name, value]) => [name, value.replaceAll("\r\n", "\n").trim()] as const);
  return Object.fromEntries(values);
}

type Other = {
  base: Readonly<Record<string, string>>;
  saved: Pick<ReportForm, "patch" | "unread">;
  asked: Readonly<Record<string, Side | undefined>>;
};

/** The form with each field from the side that changed it, and the fields that both changed, which stay as typed. */
export function mergeReport(form: FormData, { base, saved, asked }: Other): { merged: ReportForm; conflicts: string[] } {
  const stored = reportUnits(saved);
  const { take, conflicts } = mergeUnits({ base, asked, mine: reportUnits(readReport(form)), saved: stored });
  const whole = new FormData();
  for (const [name, value] of form) whole.append(name, value);
  for (const [name, side] of take) if (side === "saved") whole.set(name, stored[name] ?? "");
  return { merged: readReport(whole), conflicts };
}

/** Both versions of each field in conflict, in words. */
export function reportConflicts(
  names: readonly string[],
  { typed, saved, asked }: { typed: ReportForm; saved: ReportForm; asked: Other["asked"] },
  indicators: ReportWorkspace["indicators"],
  language: Language,
): Conflict[] {
  const fields = impactMessages[language].field;
  const [mine, stored] = [reportUnits(typed), reportUnits(saved)];
  return names.map((unit) => {
    const [kind = "", id] = unit.split(".");
    const label = id ? (indicators.find((indicator) => indicator.id === id)?.name ?? "") : fields[kind as keyof typeof fields];
    return { unit, label, mine: mine[unit] ?? "", saved: stored[unit] ?? "", unanswered: unit in asked && asked[unit] === undefined };
  });
}
