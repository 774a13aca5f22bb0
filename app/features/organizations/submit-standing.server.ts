import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { platformPeople } from "~/features/identity/people.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import { settleAsks } from "~/platform/notices.server";
import type { DB } from "#db/types.generated";
import { lockOrganization, requireTransition } from "./lock-organization.server";
import { workspaceOf } from "./organization";
import { missingDocuments } from "./standing";
import { documentKinds, heldDocuments } from "./standing-queries.server";
import { communityPowers, companyPowers } from "~/features/identity/powers";

/**
 * Sends an organisation's documents to be checked; refuses `standing_documents_missing` with how many are missing. An approved
 * organisation stays approved while its renewal is checked.
 */
export async function submitStanding(trx: Transaction<DB>, actor: Actor, { organizationId }: { organizationId: string }): Promise<void> {
  requireMembership(actor, organizationId, ...communityPowers.submits_standing, ...companyPowers.submits_standing, "practitioner");
  const organization = await lockOrganization(trx, organizationId);
  const renewal = organization.standing === "approved";
  if (!renewal) requireTransition(organization.standing, "submitted");
  const held = await heldDocuments(trx, organizationId);
  const missing = missingDocuments(await documentKinds(trx, organization.element, organization.legal_form), held, today());
  if (missing.length > 0) throw new DomainError("standing_documents_missing", { count: missing.length });
  if (renewal && !held.some((document) => document.status === "submitted")) throw new DomainError("standing_nothing_new");

  if (!renewal) {
    await trx
      .updateTable("organizations")
      .set({ standing: "submitted", standing_note: null })
      .where("id", "=", organizationId)
      .where("standing", "=", organization.standing)
      .execute();
  }
  await recordAudit(trx, {
    actorId: actor.userId,
    action: renewal ? "standing.renewal_submitted" : "standing.submitted",
    subject: { kind: "organization", id: organizationId },
    organizationId,
  });
  await settleAsks(trx, [`${workspaceOf(organization.kind)}/legalitas`], { organizationId });
  await tellAdministrators(trx, organization, held.length);
}

async function tellAdministrators(
  trx: Transaction<DB>,
  organization: Awaited<ReturnType<typeof lockOrganization>>,
  documents: number,
): Promise<void> {
  const element = await trx
    .selectFrom("psks_elements")
    .select(["name_id", "name_en"])
    .where("code", "=", organization.element)
    .executeTakeFirst();
  const area = await trx.selectFrom("areas").select("label").where("code", "=", organization.area_code).executeTakeFirst();
  const occasion = newId();
  for (const person of await platformPeople(trx, "administrator")) {
    await queueEmail(trx, {
      template: "organization-submitted",
      to: person,
      props: {
        organization: organization.name,
        element: { id: element?.name_id ?? "", en: element?.name_en ?? "" },
        area: area?.label ?? "",
        documents,
        url: absoluteUrl(`/admin/anggota/${organization.id}`),
      },
      dedupeKey: `organization-submitted:${occasion}:${person.userId}`,
    });
  }
}
