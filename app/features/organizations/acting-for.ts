import { motifOf } from "~/components/motif";
import type { Who } from "~/components/shells/account-menu";
import type { Area } from "~/components/shells/navigation";
import type { Actor, OrganizationKind } from "~/features/identity/actor";
import type { Language } from "~/kernel/messages";
import { organizationsMessages } from "./organizations-messages";
import { inOrder } from "./roles";

const kindOfArea: { readonly [A in Area]?: OrganizationKind } = {
  community: "community",
  company: "company",
  practitioner: "practitioner",
  admin: "platform",
};

/** How the header names whoever is signed in: the organisation worked for in this part of the site, with the roles held there. */
export function whoOf(actor: Actor | null, area: Area, preferredId: string | undefined, language: Language): Who | null {
  if (!actor) return null;
  const kind = kindOfArea[area];
  const fitting = actor.memberships.filter((membership) => kind === undefined || membership.kind === kind);
  const membership = fitting.find((one) => one.organizationId === preferredId) ?? fitting[0];
  const shared = { kinds: actor.memberships.map((one) => one.kind), organizations: actor.memberships.length };
  if (!membership) return { ...shared, name: actor.name, detail: actor.email, motif: "polos", roles: [] };
  const t = organizationsMessages[language];
  const roles = inOrder(membership.kind, membership.roles).map((role) => t.roles[role]);
  // What one may open depends on the element too.
  const held = membership.element ? [...membership.roles, membership.element] : membership.roles;
  return { ...shared, name: membership.organizationName, detail: roles.join(", "), motif: motifOf(membership), roles: held };
}
