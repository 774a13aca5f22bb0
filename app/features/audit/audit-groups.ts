import type { AuditAction } from "./audit-action-texts";
import { auditActions } from "./audit-text";

/** What a reader of the log looks for; every action belongs to the first whose beginnings it has. */
const beginnings = {
  personal: [
    "identifier.revealed",
    "concern.contact_read",
    "concern.evidence_opened",
    "file.opened",
    "account.data_exported",
    "account.erasure_",
    "account.erased",
  ],
  payees: ["payee_account.", "program.payee_", "bank_account."],
  money: ["pledge.", "payment.", "statement.", "bank_line.", "stripe_event.", "allocation.", "disbursement.", "receipt.", "books."],
  access: ["account.", "member.", "organization.", "audit."],
  checks: ["proposal.", "program.", "standing.", "verification.", "amendment.", "report.", "assignment.", "appeal.", "duty.", "tie."],
  others: [""],
} as const satisfies Record<string, readonly string[]>;

export type AuditGroup = keyof typeof beginnings;
const groups = Object.keys(beginnings) as AuditGroup[];

/** A choice of the filter: one group, the three that matter most together, or what deserves reading and isn't read. */
export const auditChoices = ["core", "unread", ...groups] as const;
export type AuditChoice = (typeof auditChoices)[number];

export function isAuditChoice(value: string): value is AuditChoice {
  return (auditChoices as readonly string[]).includes(value);
}

function groupOf(action: string): AuditGroup {
  return groups.find((group) => beginnings[group].some((beginning) => action.startsWith(beginning))) ?? "others";
}

export function actionsOf(choice: Exclude<AuditChoice, "unread">): AuditAction[] {
  const wanted: readonly AuditGroup[] = choice === "core" ? ["money", "payees", "access"] : [choice];
  return auditActions().filter((action) => wanted.includes(groupOf(action)));
}

/** What somebody should look at though nothing failed: where money goes was changed, hidden data was opened, a booking was undone. */
export const weightyActions: readonly AuditAction[] = [
  "payee_account.added",
  "program.payee_changed",
  "identifier.revealed",
  "concern.contact_read",
  "concern.evidence_opened",
  "allocation.reversed",
  "payment.undone",
  "disbursement.returned",
  "disbursement.return_reversed",
  "account.factor_reset_done",
  "organization.frozen",
  "organization.legal_form_changed",
];

export function deservesReading(action: string): boolean {
  return (weightyActions as readonly string[]).includes(action);
}
