import type { OrganizationKind } from "~/features/identity/actor";

/** What a freeze stops. `all` stops the three others, and the tasks of a practitioner. */
export const freezeScopes = ["proposals", "pledges", "disbursements", "all"] as const;
export type FreezeScope = (typeof freezeScopes)[number];

/** The scopes that mean something to a kind of organisation. */
export function scopesOf(kind: OrganizationKind): readonly FreezeScope[] {
  return scopes[kind];
}

const scopes: { readonly [K in OrganizationKind]: readonly FreezeScope[] } = {
  community: freezeScopes,
  company: ["pledges", "all"],
  practitioner: ["all"],
  platform: [],
};

/** Whether one of the open freezes stops something. */
export function stops(freezes: readonly { scope: FreezeScope }[], deed: FreezeScope): boolean {
  return freezes.some(({ scope }) => scope === deed || scope === "all");
}
