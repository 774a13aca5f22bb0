import type { EmailName } from "./registry";

/** News that a person may have at once, once a day, or not at all. */
export const optionalKinds = ["pledges", "receipts", "programs", "reports", "desk"] as const;
export type OptionalKind = (typeof optionalKinds)[number];

/** News that is always sent: money, the account and its safety, decisions with a deadline. */
export const requiredKinds = ["money", "account", "decisions"] as const;
type RequiredKind = (typeof requiredKinds)[number];

/** Of which kind each email is; one without a kind is a type error. */
export const emailKinds: { readonly [Name in EmailName]: OptionalKind | RequiredKind } = {
  "confirm-email": "account",
  "already-registered": "account",
  "reset-password": "account",
  "password-changed": "account",
  "second-factor-changed": "account",
  "factor-reset": "account",
  "factor-reset-waiting": "decisions",
  "account-erasure": "account",
  "daily-digest": "account",
  "member-invited": "account",
  "payee-account-verified": "money",
  "pledge-awaiting-approval": "money",
  "pledge-approved": "money",
  "pledge-refused": "money",
  "pledge-cancelled": "money",
  "payment-due": "money",
  "payment-received": "money",
  "disbursement-acknowledged": "money",
  "disbursement-executed": "money",
  "disbursement-rejected": "money",
  "disbursement-requested": "money",
  "disbursement-returned": "money",
  "standing-approved": "decisions",
  "standing-revision-requested": "decisions",
  "standing-rejected": "decisions",
  "revision-requested": "decisions",
  "proposal-rejected": "decisions",
  "assignment-offered": "decisions",
  "appeal-waiting": "decisions",
  "appeal-decided": "decisions",
  "report-revision-requested": "decisions",
  "pledge-received": "pledges",
  "receipt-rejected": "receipts",
  "proposal-published": "programs",
  "report-published": "reports",
  "assignment-answered": "desk",
  "amendment-submitted": "desk",
  "amendment-progress": "decisions",
  "amendment-for-funder": "decisions",
  sponsorship: "decisions",
  mentoring: "decisions",
  referral: "decisions",
  "program-leader": "decisions",
  "proposal-consent": "decisions",
  "standing-expiring": "decisions",
  "organization-frozen": "decisions",
  "payee-account-changed": "money",
  "guidance-follow": "account",
  // Its readers asked for it by name, and each letter carries its own way out.
  "guidance-published": "decisions",
  "concern-received": "desk",
  "residents-doubt": "desk",
  "organization-submitted": "desk",
  "proposal-submitted": "desk",
  "report-submitted": "desk",
};

export function optionalKindOf(name: EmailName): OptionalKind | undefined {
  return optionalKinds.find((kind) => kind === emailKinds[name]);
}

/** News by what it is about, where that is money or the safety of the account. */
const topicKinds = { money: ["money", "pledges", "receipts"], security: ["account"] } as const satisfies {
  readonly [topic: string]: readonly (OptionalKind | RequiredKind)[];
};
export type NewsTopic = keyof typeof topicKinds;

export function templatesAbout(topic: NewsTopic): EmailName[] {
  const kinds: readonly string[] = topicKinds[topic];
  return (Object.keys(emailKinds) as EmailName[]).filter((name) => kinds.includes(emailKinds[name]));
}
