import { type OrganizationKind, type PractitionerElement, practitionerElements } from "~/features/identity/actor";

/** The elements that register as a community organisation and may propose, in the order in which pages list them. */
export const communityElements = ["karang_taruna", "lks", "lk3", "wksbm", "pioneer_family", "woman_leader", "disaster_cadet"] as const;
export type CommunityElement = (typeof communityElements)[number];

export const companyTypes = ["bumn", "bumd", "private"] as const;
export type CompanyType = (typeof companyTypes)[number];

/** Whether an LKS is a foundation or association of its own, or a group recognised by its village: each has its own ladder of documents. */
export const legalForms = ["incorporated", "unincorporated"] as const;
export type LegalForm = (typeof legalForms)[number];

/** Elements of which some organisations are legal entities and others are not. */
export function hasLegalForm(element: string | null): boolean {
  return element === "lks";
}

export function isCommunityElement(value: unknown): value is CommunityElement {
  return communityElements.some((element) => element === value);
}

/** The word by which the registration names a person's element: a woman leader registers herself, apart from a group that she leads. */
export function personRole(element: PractitionerElement): string {
  return element === "woman_leader" ? "pemimpin" : element;
}

export function elementOfPersonRole(role: unknown): PractitionerElement | undefined {
  return practitionerElements.find((element) => personRole(element) === role);
}

export function isCompanyType(value: unknown): value is CompanyType {
  return companyTypes.some((type) => type === value);
}

/** A family has no bank account in its own name: it proposes through a sponsor that holds the money. */
export function needsSponsor(element: string | null): boolean {
  return element === "pioneer_family";
}

/** "lks-senja-sejahtera" from a name; empty when the name has no letter or digit. */
export function slugOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}

/** Where a kind of organisation has its team; the desk's stands beside the organisations it looks after. */
export function teamAddressOf(kind: OrganizationKind): string {
  return kind === "platform" ? "/admin/anggota/meja" : `${workspaceOf(kind)}/tim`;
}

/** The workspace of a kind of organisation. */
export function workspaceOf(kind: OrganizationKind) {
  return workspaces[kind];
}

const workspaces = {
  community: "/ruang/lembaga",
  company: "/ruang/perusahaan",
  practitioner: "/ruang/petugas",
  platform: "/admin",
} as const satisfies Record<OrganizationKind, string>;
