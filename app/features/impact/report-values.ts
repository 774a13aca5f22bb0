import { formatDecimal } from "~/features/proposals/proposal-draft";
import type { Language } from "~/kernel/messages";
import { impactMessages } from "./impact-messages";
import type { ReportDraft, ReportIssue } from "./report";
import type { ReportForm } from "./report-form";
import type { ReportSheet, ReportWorkspace } from "./report-queries.server";

/** What the report's form shows, by field name: numbers as they are read back, the Indonesian way, or else what was typed and couldn't be read. */
export function valuesOf(draft: ReportDraft, unread: Readonly<Record<string, string>>): Record<string, string> {
  const numbers = {
    beneficiaries: draft.beneficiaries,
    women: draft.women,
    children: draft.children,
    elderly: draft.elderly,
    disabled: draft.disabled,
  };
  const values: Record<string, string> = { headline: draft.headline, story: draft.story, lessons: draft.lessons };
  for (const [name, value] of Object.entries(numbers)) values[name] = value === null ? "" : formatDecimal(String(value));
  for (const result of draft.results) {
    values[`actual.${result.indicatorId}`] = result.actual === null ? "" : formatDecimal(result.actual);
    values[`note.${result.indicatorId}`] = result.note;
  }
  return { ...values, ...unread };
}

/** The sheet with what was typed instead of what is stored, so that a refused save loses nothing. */
export function overlaid(sheet: ReportSheet, { patch, unread }: ReportForm): ReportSheet {
  return { ...sheet, draft: patch, unread };
}

/** What is missing, as a sentence with the place where it is mended. */
export function issueText(issue: ReportIssue, workspace: ReportWorkspace, language: Language): { field: string; text: string } {
  const t = impactMessages[language];
  const [kind = "", id = ""] = issue.field.split(".");
  if (kind === "results") {
    const indicator = workspace.indicators.find((one) => one.id === id);
    return { field: `actual-${id}`, text: t.issue.no_result(indicator?.name ?? "") };
  }
  if (kind === "receipts") return { field: "nota", text: t.issue.no_receipts() };
  const name = t.field[kind as keyof typeof t.field];
  const sentence = issue.code === "no_receipts" || issue.code === "no_result" ? t.issue.missing : t.issue[issue.code];
  return { field: kind, text: sentence(name) };
}
