import type { Language } from "~/kernel/messages";
import type { AuditAction } from "./audit-action-texts";
import { type AuditDetail, auditDetailTexts } from "./audit-detail-texts";
import { type AuditDetails, valueText } from "./audit-text";

export type AuditChange = { name: string; before: string; after: string };

/** What the pair "from, to" is about where the action does not say it. */
const subjects: { readonly [A in AuditAction]?: AuditDetail } = {
  "member.roles_changed": "role",
  "program.payee_changed": "account",
  "organization.legal_form_changed": "kind",
};

/** Details that hold the value from before another one. */
const pairs: readonly (readonly [before: AuditDetail, after: AuditDetail])[] = [
  ["before", "people"],
  ["before", "reference"],
  ["was", "target"],
];

/** What a line says was changed, as rows of before and after, and the details that say something else. `known` gives words for ids. */
export function changesOf(
  action: AuditAction,
  details: AuditDetails,
  language: Language,
  known: { readonly [id: string]: string },
): { changes: AuditChange[]; rest: AuditDetails } {
  const names = auditDetailTexts[language].details;
  const text = (detail: AuditDetail, value: string | number | boolean) => known[String(value)] ?? valueText(detail, value, language);
  const found = [["from", "to"] as const, ...pairs].filter(([before, after]) => isSaid(details[before]) && isSaid(details[after]));
  const changes = found.map(([before, after]) => ({
    name: names[before === "from" ? (subjects[action] ?? "kind") : after],
    before: text(before, details[before] as string),
    after: text(after, details[after] as string),
  }));
  const used = new Set<string>(found.flat());
  return { changes, rest: Object.fromEntries(Object.entries(details).filter(([name]) => !used.has(name))) };
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}
