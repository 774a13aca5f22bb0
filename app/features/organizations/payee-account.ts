import { needsSponsor } from "./organization";

/** own: in the organisation's name. sponsor: of the organisation that holds the money for it. village_treasury: Rekening Kas Desa. */
export const payeeKinds = ["own", "sponsor", "village_treasury"] as const;
export type PayeeKind = (typeof payeeKinds)[number];

/** Why a kind of account can't be used by an organisation, or undefined. */
export function payeeKindRefusal(kind: PayeeKind, organization: { element: string | null; sponsorId: string | null }): string | undefined {
  if (kind === "own" && needsSponsor(organization.element)) return "payee_family_needs_sponsor";
  if (kind === "sponsor" && organization.sponsorId === null) return "payee_sponsor_missing";
  return undefined;
}

/** Digits alone: people write spaces, dots and hyphens into account numbers. */
export function accountDigits(typed: string): string {
  return typed.replace(/[\s.-]/g, "");
}

/** "•••• 6601": enough to recognise an account by, too little to use it. */
export function maskedAccount(number: string): string {
  return `••••\u00a0${number.slice(-4)}`;
}
