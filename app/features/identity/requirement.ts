import {
  type Actor,
  type CommunityRole,
  type CompanyRole,
  type Membership,
  type PlatformRole,
  type PractitionerElement,
  holds,
} from "./actor";

/** Who may call a loader or an action. Routes name one; the guard and the test that walks all routes read it. */
export type Requirement =
  | { who: "anyone" }
  | { who: "signed_in" }
  /** Who has given the password and still owes the code of the second factor; somebody signed in passes too. */
  | { who: "second_step" }
  | { who: "community"; roles: readonly CommunityRole[] }
  | { who: "company"; roles: readonly CompanyRole[] }
  | { who: "practitioner"; elements: readonly PractitionerElement[] }
  | { who: "platform"; roles: readonly PlatformRole[] };

export const anyone = { who: "anyone" } as const satisfies Requirement;
export const secondStep = { who: "second_step" } as const satisfies Requirement;
export const signedIn = { who: "signed_in" } as const satisfies Requirement;

/** Members of a community organisation; with roles, only those. */
export function community(...roles: CommunityRole[]) {
  return { who: "community", roles } as const satisfies Requirement;
}

/** Members of a company; with roles, only those. */
export function company(...roles: CompanyRole[]) {
  return { who: "company", roles } as const satisfies Requirement;
}

/** Practitioners (social workers, extension officers and workers, PSM, TKSK); with elements, only those. */
export function practitioner(...elements: PractitionerElement[]) {
  return { who: "practitioner", elements } as const satisfies Requirement;
}

/** The platform's desk; with roles, only those. */
export function platform(...roles: PlatformRole[]) {
  return { who: "platform", roles } as const satisfies Requirement;
}

export type Verdict = { allowed: true; membership: Membership | null } | { allowed: false; because: "sign_in" | "forbidden" };

/**
 * Whether an actor meets a requirement, and with which membership: the organisation the actor works for now, or the first that
 * qualifies when none of that kind is chosen. Never another one than the chosen: a form of one organisation must not act for another.
 */
export function judge(requirement: Requirement, actor: Actor | null, preferredOrganizationId?: string): Verdict {
  if (requirement.who === "anyone") return { allowed: true, membership: actor?.memberships[0] ?? null };
  if (!actor) return { allowed: false, because: "sign_in" };
  if (requirement.who === "signed_in" || requirement.who === "second_step")
    return { allowed: true, membership: actor.memberships[0] ?? null };
  const ofKind = actor.memberships.filter((m) => m.kind === requirement.who);
  const chosen = ofKind.find((m) => m.organizationId === preferredOrganizationId);
  const membership = (chosen ? [chosen] : ofKind).find((m) => meets(m, requirement));
  return membership ? { allowed: true, membership } : { allowed: false, because: "forbidden" };
}

function meets(membership: Membership, requirement: Exclude<Requirement, { who: "anyone" | "signed_in" | "second_step" }>): boolean {
  if (requirement.who !== "practitioner") return holds(membership, requirement.roles);
  return requirement.elements.length === 0 || requirement.elements.some((element) => element === membership.element);
}
