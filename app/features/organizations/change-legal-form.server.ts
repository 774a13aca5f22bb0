import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { type Day, addDays } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockOrganization } from "./lock-organization.server";
import { type LegalForm, hasLegalForm } from "./organization";
import { documentKinds } from "./standing-queries.server";

/** How long an approved standing outlives a change of legal form: time to upload what the other ladder asks for. */
const graceDays = 60;

/**
 * An LKS becomes a legal entity, or was registered as one by mistake: from now on the other ladder counts. Documents that it doesn't ask
 * for are superseded; an approved standing ends in 60 days at the latest, unless the new documents are approved before. Refuses
 * `legal_form_fixed` (not an LKS) and `legal_form_being_checked`.
 */
export async function changeLegalForm(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; legalForm: LegalForm },
): Promise<void> {
  requireMembership(actor, input.organizationId, "chair");
  const organization = await lockOrganization(trx, input.organizationId);
  if (!hasLegalForm(organization.element)) throw new DomainError("legal_form_fixed", { field: "legalForm" });
  if (organization.standing === "submitted") throw new DomainError("legal_form_being_checked", { field: "legalForm" });
  if (organization.legal_form === input.legalForm) return;
  const kinds = await documentKinds(trx, organization.element, input.legalForm);
  await trx
    .updateTable("standing_documents")
    .set({ superseded_at: now() })
    .where("organization_id", "=", organization.id)
    .where("superseded_at", "is", null)
    .where(
      "kind",
      "not in",
      kinds.map((kind) => kind.code),
    )
    .execute();
  await trx
    .updateTable("organizations")
    .set({ legal_form: input.legalForm, standing_valid_until: shortened(organization) })
    .where("id", "=", organization.id)
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "organization.legal_form_changed",
    subject: { kind: "organization", id: organization.id },
    organizationId: organization.id,
    details: { from: organization.legal_form, to: input.legalForm },
  });
}

function shortened(organization: { standing: string; standing_valid_until: Day | null }): Day | null {
  const until = organization.standing_valid_until;
  if (organization.standing !== "approved") return until;
  const grace = addDays(today(), graceDays);
  return until !== null && until < grace ? until : grace;
}
