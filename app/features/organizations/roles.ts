import type { CommunityRole, CompanyRole, OrganizationKind, PlatformRole, Role } from "~/features/identity/actor";

const communityRoles = ["chair", "treasurer", "editor"] as const satisfies readonly CommunityRole[];
const companyRoles = ["admin", "officer", "approver", "finance", "reader"] as const satisfies readonly CompanyRole[];
const platformRoles = [
  "administrator",
  "verifier",
  "reconciler",
  "disburser",
  "disbursement_approver",
  "auditor",
] as const satisfies readonly PlatformRole[];

/** Every role that a kind of organisation knows, the weightiest first. */
export function rolesOf(kind: OrganizationKind): readonly Role[] {
  return roles[kind];
}

const roles = {
  community: communityRoles,
  company: companyRoles,
  practitioner: ["practitioner"],
  platform: platformRoles,
} as const satisfies Record<OrganizationKind, readonly Role[]>;

/** The role that invites and removes members; an organisation never loses its last one. */
export function managingRole(kind: OrganizationKind) {
  return managers[kind];
}

const managers = {
  community: "chair",
  company: "admin",
  practitioner: "practitioner",
  platform: "administrator",
} as const satisfies Record<OrganizationKind, Role>;

/** The roles of whoever registers an organisation: enough to work alone at first. */
export function founderRoles(kind: OrganizationKind): readonly Role[] {
  return kind === "company" ? ["admin", "officer"] : [managingRole(kind)];
}

const apart: readonly (readonly [Role, Role])[] = [
  ["chair", "treasurer"],
  ["reconciler", "disburser"],
  ["reconciler", "disbursement_approver"],
  ["disburser", "disbursement_approver"],
];

/** Two roles that one person may not hold together where the organisation has more than one member; undefined when all is well. */
export function conflictingRoles(roles: readonly Role[]): readonly [Role, Role] | undefined {
  return apart.find(([one, other]) => roles.includes(one) && roles.includes(other));
}

/** Roles in the order in which pages show them. */
export function inOrder(kind: OrganizationKind, roles: readonly Role[]): Role[] {
  return rolesOf(kind).filter((role) => roles.includes(role));
}
