import { formatDay, isDay } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import type { Language } from "~/kernel/messages";
import { formatRupiah, formatWhole } from "~/kernel/money";
import { psksElements } from "#db/reference/psks-elements";
import { type AuditAction, auditActionTexts } from "./audit-action-texts";
import { type AuditDetail, type AuditSubjectKind, auditDetailTexts } from "./audit-detail-texts";
import { auditValueTexts } from "./audit-value-texts";

export type AuditValue = string | number | boolean | null;
export type AuditDetails = { readonly [D in AuditDetail]?: AuditValue };

type Form = "amount" | "day" | "count" | "code" | "text";

/** How each detail is written. Amounts are kept as text of whole rupiah, days as "2026-11-24", codes as the other rooms know them. */
const forms: { readonly [D in AuditDetail]: Form } = {
  account: "text",
  before: "count",
  closing: "code",
  finding: "text",
  group: "text",
  outcome: "code",
  people: "count",
  place: "text",
  scope: "code",
  thing: "text",
  title: "text",
  about: "text",
  accounted: "amount",
  amount: "amount",
  area: "text",
  bank: "text",
  bankReference: "text",
  code: "text",
  codesLeft: "count",
  declared: "code",
  declaredNoTie: "text",
  disaster: "code",
  dueOn: "day",
  event: "text",
  fee: "amount",
  file: "text",
  from: "code",
  gap: "amount",
  gross: "amount",
  hash: "text",
  instalments: "count",
  kept: "amount",
  kind: "code",
  known: "count",
  kuitansi: "text",
  left: "amount",
  lines: "count",
  name: "text",
  note: "text",
  number: "text",
  on: "day",
  opening: "amount",
  payment: "count",
  payout: "text",
  posted: "count",
  problem: "code",
  reason: "code",
  receipts: "count",
  reference: "text",
  released: "amount",
  requests: "count",
  result: "code",
  role: "code",
  score: "text",
  slug: "text",
  soleMember: "text",
  target: "amount",
  termin: "count",
  to: "code",
  total: "amount",
  type: "text",
  until: "day",
  validUntil: "day",
  vendor: "text",
  version: "count",
  was: "amount",
};

const papers = new Map(psksElements.flatMap(({ documents }) => documents.map((paper) => [paper.code, paper] as const)));

export function auditActions(): AuditAction[] {
  return Object.keys(auditActionTexts.id) as AuditAction[];
}

export function isAuditAction(value: string): value is AuditAction {
  return value in auditActionTexts.id;
}

export function isAuditSubject(value: string): value is AuditSubjectKind {
  return value in auditDetailTexts.id.subjects;
}

/** The details of a line as a sentence's parts, "jumlah: Rp 4.250.000"; what is empty is left away. */
export function detailTexts(details: AuditDetails, language: Language): string[] {
  return detailPairs(details, language).map(({ name, value }) => `${name}: ${value}`);
}

/** The same, name and value apart. */
export function detailPairs(details: AuditDetails, language: Language): { name: string; value: string }[] {
  const names = auditDetailTexts[language].details;
  return (Object.keys(forms) as AuditDetail[]).flatMap((name) => {
    const value = details[name];
    // An id says nothing to whoever reads.
    return value === undefined || value === null || value === "" || isId(value)
      ? []
      : [{ name: names[name], value: valueText(name, value, language) }];
  });
}

export function valueText(name: AuditDetail, value: string | number | boolean, language: Language): string {
  const form = forms[name];
  if (typeof value === "boolean") return auditDetailTexts[language][value ? "yes" : "no"];
  const text = String(value);
  if (form === "amount" && /^-?\d+$/.test(text)) return formatRupiah(BigInt(text), language);
  if (form === "count" && /^\d+$/.test(text)) return formatWhole(BigInt(text), language);
  if (form === "day" && isDay(text)) return formatDay(text, language);
  if (form === "code")
    return text
      .split(",")
      .map((code) => codeText(name, code, language))
      .join(", ");
  return text;
}

/** A code that says something else in one detail has a text of its own there. A reason may be words that somebody wrote: those stay. */
function codeText(name: AuditDetail, code: string, language: Language): string {
  const texts: { readonly [code: string]: string } = auditValueTexts[language];
  return texts[`${name}.${code}`] ?? texts[code] ?? papers.get(code)?.[language] ?? code;
}
