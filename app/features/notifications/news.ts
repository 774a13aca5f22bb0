import type { Membership, OrganizationKind } from "~/features/identity/actor";
import { type OptionalKind, optionalKinds, requiredKinds } from "#emails/kinds";

/** The kinds of news that nobody can turn off. */
export const requiredNews = requiredKinds;

export const newsChoices = ["immediately", "daily", "off"] as const;
export type NewsChoice = (typeof newsChoices)[number];
export type NewsChoices = { readonly [K in OptionalKind]: NewsChoice };

const audiences: { readonly [K in OptionalKind]: readonly OrganizationKind[] } = {
  pledges: ["community"],
  receipts: ["community"],
  programs: ["community"],
  reports: ["company", "community"],
  desk: ["platform"],
};

/** The kinds of optional news that a person can get at all, by where they work. */
export function kindsFor(memberships: readonly Pick<Membership, "kind">[]): OptionalKind[] {
  return optionalKinds.filter((kind) => memberships.some((membership) => audiences[kind].includes(membership.kind)));
}

export function isNewsKind(value: unknown): value is OptionalKind {
  return optionalKinds.some((kind) => kind === value);
}
