import type { Kysely } from "kysely";
import type { Actor, PractitionerElement, Standing } from "~/features/identity/actor";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { buildActor, buildUser } from "./people";

type OrganizationOverrides = { name?: string; slug?: string; standing?: Standing; areaCode?: string };

export type BuiltCommunity = {
  organizationId: string;
  slug: string;
  payeeAccountId: string;
  chair: Actor;
  editor: Actor;
  treasurer: Actor;
};

/** A community organisation of approved standing with a verified payee account and one person for each role. */
export async function buildCommunity(
  db: Kysely<DB>,
  overrides: OrganizationOverrides & { element?: DB["organizations"]["element"] } = {},
): Promise<BuiltCommunity> {
  const { organizationId, slug, deciderId } = await insertOrganization(db, {
    name: "Karang Taruna Uji Coba",
    kind: "community",
    element: "karang_taruna",
    company_type: null,
    ...overrides,
  });
  const payeeAccountId = newId();
  await db
    .insertInto("payee_accounts")
    .values({
      id: payeeAccountId,
      organization_id: organizationId,
      kind: "own",
      bank_name: "Bank Contoh",
      account_number: "1234567890",
      holder_name: overrides.name ?? "Karang Taruna Uji Coba",
      verified_at: now(),
      verified_by: deciderId,
      created_at: now(),
    })
    .execute();
  return {
    organizationId,
    slug,
    payeeAccountId,
    chair: await buildActor(db, { name: "Ketua Uji", organizationId, roles: ["chair"] }),
    editor: await buildActor(db, { name: "Penyunting Uji", organizationId, roles: ["editor"] }),
    treasurer: await buildActor(db, { name: "Bendahara Uji", organizationId, roles: ["treasurer"] }),
  };
}

export type BuiltCompany = {
  organizationId: string;
  slug: string;
  admin: Actor;
  officer: Actor;
  approver: Actor;
  finance: Actor;
};

/** A company of approved standing with one person for each role that works with pledges. */
export async function buildCompany(
  db: Kysely<DB>,
  overrides: OrganizationOverrides & { companyType?: "bumn" | "bumd" | "private" } = {},
): Promise<BuiltCompany> {
  const { companyType = "private", ...rest } = overrides;
  const { organizationId, slug } = await insertOrganization(db, {
    name: "PT Uji Coba",
    kind: "company",
    element: "business",
    company_type: companyType,
    ...rest,
  });
  return {
    organizationId,
    slug,
    admin: await buildActor(db, { name: "Admin Uji", organizationId, roles: ["admin"] }),
    officer: await buildActor(db, { name: "Petugas TJSL Uji", organizationId, roles: ["officer"] }),
    approver: await buildActor(db, { name: "Penyetuju Uji", organizationId, roles: ["approver"] }),
    finance: await buildActor(db, { name: "Keuangan Uji", organizationId, roles: ["finance"] }),
  };
}

/** A practitioner of approved standing who works in the demo's district unless told otherwise. */
export async function buildPractitioner(
  db: Kysely<DB>,
  overrides: OrganizationOverrides & { element?: PractitionerElement; areas?: readonly string[] } = {},
): Promise<{ organizationId: string; person: Actor }> {
  const { element = "community_social_worker", areas = ["33.16.05"], ...rest } = overrides;
  const name = overrides.name ?? "Petugas Uji";
  const { organizationId } = await insertOrganization(db, { kind: "practitioner", element, company_type: null, ...rest, name });
  await db
    .insertInto("practitioner_areas")
    .values(areas.map((code) => ({ organization_id: organizationId, area_code: code, created_at: now() })))
    .execute();
  return { organizationId, person: await buildActor(db, { name, organizationId, roles: ["practitioner"] }) };
}

export type BuiltDesk = {
  organizationId: string;
  administrator: Actor;
  verifier: Actor;
  reconciler: Actor;
  disburser: Actor;
  disbursementApprover: Actor;
  auditor: Actor;
};

/** The platform's own desk, one person for each role. */
export async function buildPlatformDesk(db: Kysely<DB>, overrides: OrganizationOverrides = {}): Promise<BuiltDesk> {
  const { organizationId } = await insertOrganization(db, {
    name: "Meja Sinergi",
    kind: "platform",
    element: null,
    company_type: null,
    ...overrides,
  });
  return {
    organizationId,
    administrator: await buildActor(db, { name: "Administrator Uji", organizationId, roles: ["administrator"] }),
    verifier: await buildActor(db, { name: "Verifikator Uji", organizationId, roles: ["verifier"] }),
    reconciler: await buildActor(db, { name: "Rekonsiliator Uji", organizationId, roles: ["reconciler"] }),
    disburser: await buildActor(db, { name: "Penyalur Uji", organizationId, roles: ["disburser"] }),
    disbursementApprover: await buildActor(db, { name: "Penyetuju Penyaluran Uji", organizationId, roles: ["disbursement_approver"] }),
    auditor: await buildActor(db, { name: "Auditor Uji", organizationId, roles: ["auditor"] }),
  };
}

async function insertOrganization(
  db: Kysely<DB>,
  values: OrganizationOverrides & Pick<DB["organizations"], "kind" | "element" | "company_type"> & { name: string },
): Promise<{ organizationId: string; slug: string; deciderId: string }> {
  const organizationId = newId();
  const { userId: deciderId } = await buildUser(db, { name: "Pemeriksa Legalitas" });
  const slug = values.slug ?? `organisasi-${organizationId}`;
  const standing = values.standing ?? "approved";
  const decided = standing === "approved" || standing === "rejected";
  await db
    .insertInto("organizations")
    .values({
      id: organizationId,
      kind: values.kind,
      element: values.element,
      company_type: values.company_type,
      legal_form: values.element === "lks" ? "incorporated" : null,
      name: values.name,
      slug,
      area_code: values.areaCode ?? "33.16.05",
      standing,
      standing_decided_at: decided ? now() : null,
      standing_decided_by: decided ? deciderId : null,
      standing_valid_until: standing === "approved" ? addDays(today(), 365) : null,
      created_at: now(),
    })
    .execute();
  return { organizationId, slug, deciderId };
}
