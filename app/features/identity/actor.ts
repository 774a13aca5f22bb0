import { DomainError } from "~/kernel/domain-error";

export type OrganizationKind = "community" | "company" | "practitioner" | "platform";
export type CommunityRole = "chair" | "editor" | "treasurer";
export type CompanyRole = "admin" | "officer" | "approver" | "finance" | "reader";
export type PlatformRole = "administrator" | "verifier" | "reconciler" | "disburser" | "disbursement_approver" | "auditor";
export type PractitionerRole = "practitioner";
export type Role = CommunityRole | CompanyRole | PractitionerRole | PlatformRole;
/** Elements that are persons and work under a practitioner profile. */
export const practitionerElements = [
  "professional_social_worker",
  "functional_extension_officer",
  "community_extension_worker",
  "community_social_worker",
  "tksk",
  "woman_leader",
] as const;
export type PractitionerElement = (typeof practitionerElements)[number];

export type Standing = "draft" | "submitted" | "revision_requested" | "approved" | "rejected";

/** One organisation that a person works in, with every role held there. */
export type Membership = {
  organizationId: string;
  organizationName: string;
  slug: string;
  kind: OrganizationKind;
  element: string | null;
  companyType: "bumn" | "bumd" | "private" | null;
  standing: Standing;
  roles: readonly Role[];
};

/** Who acts: a signed-in person, or the system itself (no user, no memberships) in jobs and automatic matching. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  emailVerified: boolean;
  memberships: readonly Membership[];
};

export function holds(membership: Membership, roles: readonly Role[]): boolean {
  return roles.length === 0 || roles.some((role) => membership.roles.includes(role));
}

/** The actor's membership of one organisation with one of the roles; refuses `not_allowed`. No role named means any member. */
export function requireMembership(actor: Actor, organizationId: string, ...roles: Role[]): Membership {
  const membership = actor.memberships.find((m) => m.organizationId === organizationId && holds(m, roles));
  if (!membership) throw new DomainError("not_allowed");
  return membership;
}

/** The actor's own practitioner profile, of one of the elements when some are named; refuses `not_allowed`. */
export function requirePractitioner(actor: Actor, organizationId: string, ...elements: PractitionerElement[]): Membership {
  const membership = actor.memberships.find((m) => m.organizationId === organizationId && m.kind === "practitioner");
  const fits = elements.length === 0 || elements.some((element) => element === membership?.element);
  if (!membership || !fits) throw new DomainError("not_allowed");
  return membership;
}

/** The actor's membership of the platform's desk with one of the roles; refuses `not_allowed`. */
export function requirePlatform(actor: Actor, ...roles: PlatformRole[]): Membership {
  const membership = actor.memberships.find((m) => m.kind === "platform" && holds(m, roles));
  if (!membership) throw new DomainError("not_allowed");
  return membership;
}

export function isPlatform(actor: Actor | null, ...roles: PlatformRole[]): boolean {
  return actor?.memberships.some((m) => m.kind === "platform" && holds(m, roles)) ?? false;
}
