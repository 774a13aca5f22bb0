import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { keepIdentifier } from "~/features/identifiers/keep-identifier.server";
import type { Actor, PractitionerElement } from "~/features/identity/actor";
import { recordSponsorshipAsked } from "~/features/sponsorships/ask-sponsorship.server";
import { isSponsor } from "~/features/sponsorships/sponsorship-queries.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { addMember } from "./add-member.server";
import { type CommunityElement, type CompanyType, type LegalForm, hasLegalForm, needsSponsor, slugOf } from "./organization";
import { founderRoles } from "./roles";

type Common = {
  key: string;
  name: string;
  areaCode: string;
  address: string;
  phone: string;
  about: string;
  taxNumber?: string | null;
};
export type RegisterOrganizationInput =
  | (Common & { kind: "community"; element: CommunityElement; sponsorId?: string | null; legalForm?: LegalForm | null | undefined })
  | (Common & { kind: "practitioner"; element: PractitionerElement })
  | (Common & { kind: "company"; companyType: CompanyType });

/**
 * Registers a community organisation or a practitioner under the PSKS element, or a company; who registers becomes its chair or admin. It
 * starts without standing. Refuses `email_unconfirmed`, `organization_name_taken`, `area_unknown`, `sponsor_missing`, `sponsor_unfit`, `legal_form_missing`,
 * `practitioner_registered`, `phone_form` and `npwp_form`. A sponsor is asked by this; it holds nothing before it has accepted.
 */
export async function registerOrganization(
  trx: Transaction<DB>,
  actor: Actor,
  input: RegisterOrganizationInput,
): Promise<{ organizationId: string; slug: string }> {
  if (!actor.emailVerified) throw new DomainError("email_unconfirmed");
  return once(trx, { key: input.key, operation: "register_organization", input: { ...input, actor: actor.userId } }, async () => {
    const sponsorId = await provenSponsor(trx, input);
    await requireArea(trx, input.areaCode);
    if (input.kind === "practitioner") requireFirstProfile(actor, input.element);
    const organizationId = newId();
    const slug = await insertNamed(trx, organizationId, input, legalFormOf(input));
    await keepIdentifier(trx, { organizationId, kind: "phone", typed: input.phone, field: "phone" });
    if (input.taxNumber) await keepIdentifier(trx, { organizationId, kind: "npwp", typed: input.taxNumber, field: "taxNumber" });
    if (input.kind === "practitioner") await startAreaOfWork(trx, organizationId, input.areaCode);
    await addMember(trx, { organizationId, userId: actor.userId, roles: founderRoles(input.kind) });
    if (sponsorId) await recordSponsorshipAsked(trx, actor, { sponsorId, sponsoredId: organizationId, sponsoredName: input.name.trim() });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "organization.registered",
      subject: { kind: "organization", id: organizationId },
      organizationId,
      details: { kind: input.kind, name: input.name },
    });
    return { organizationId, slug };
  });
}

async function provenSponsor(trx: Transaction<DB>, input: RegisterOrganizationInput): Promise<string | null> {
  if (input.kind !== "community") return null;
  const sponsorId = input.sponsorId ?? null;
  if (sponsorId === null) {
    if (needsSponsor(input.element)) throw new DomainError("sponsor_missing", { field: "sponsorId" });
    return null;
  }
  if (!(await isSponsor(trx, sponsorId))) throw new DomainError("sponsor_unfit", { field: "sponsorId" });
  return sponsorId;
}

function legalFormOf(input: RegisterOrganizationInput): LegalForm | null {
  if (input.kind !== "community" || !hasLegalForm(input.element)) return null;
  if (!input.legalForm) throw new DomainError("legal_form_missing", { field: "legalForm" });
  return input.legalForm;
}

async function requireArea(trx: Transaction<DB>, code: string): Promise<void> {
  const area = await trx.selectFrom("areas").select("code").where("code", "=", code).executeTakeFirst();
  if (!area) throw new DomainError("area_unknown", { field: "areaCode" });
}

/** A person has one profile for each element that he or she serves in. */
function requireFirstProfile(actor: Actor, element: PractitionerElement): void {
  const twin = actor.memberships.some((m) => m.kind === "practitioner" && m.element === element);
  if (twin) throw new DomainError("practitioner_registered");
}

async function startAreaOfWork(trx: Transaction<DB>, organizationId: string, areaCode: string): Promise<void> {
  await trx.insertInto("practitioner_areas").values({ organization_id: organizationId, area_code: areaCode, created_at: now() }).execute();
}

/** Inserts under the first free address: "karang-taruna-tunas", "karang-taruna-tunas-2" and so on. */
async function insertNamed(
  trx: Transaction<DB>,
  organizationId: string,
  input: RegisterOrganizationInput,
  legalForm: LegalForm | null,
): Promise<string> {
  const name = input.name.trim();
  const wanted = slugOf(name) || "organisasi";
  await refuseTwin(trx, name, input);
  for (let attempt = 1; attempt <= 50; attempt += 1) {
    const slug = attempt === 1 ? wanted : `${wanted}-${attempt}`;
    const inserted = await trx
      .insertInto("organizations")
      .values({
        id: organizationId,
        kind: input.kind,
        element: input.kind === "company" ? "business" : input.element,
        company_type: input.kind === "company" ? input.companyType : null,
        name,
        slug,
        about: input.about,
        area_code: input.areaCode,
        address: input.address,
        legal_form: legalForm,
        standing: "draft",
        created_at: now(),
      })
      .onConflict((conflict) => conflict.column("slug").doNothing())
      .returning("slug")
      .executeTakeFirst();
    if (inserted) return inserted.slug;
  }
  throw new DomainError("organization_name_taken", { field: "name" });
}

/** The same name in the same area is the same organisation, registered twice by two people. Two persons may share a name. */
async function refuseTwin(trx: Transaction<DB>, name: string, input: RegisterOrganizationInput): Promise<void> {
  if (input.kind === "practitioner") return;
  const twin = await trx
    .selectFrom("organizations")
    .select("id")
    .where((eb) => eb(eb.fn<string>("lower", ["name"]), "=", name.toLowerCase()))
    .where("kind", "=", input.kind)
    .where("area_code", "=", input.areaCode)
    .executeTakeFirst();
  if (twin) throw new DomainError("organization_name_taken", { field: "name" });
}
