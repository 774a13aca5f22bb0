import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { storeFile } from "~/features/files/store-file.server";
import { type IdentifierKind, maskedIdentifier } from "~/features/identifiers/identifier";
import { keepIdentifier } from "~/features/identifiers/keep-identifier.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { type Day, addYears } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockOrganization } from "./lock-organization.server";
import type { LegalForm } from "./organization";
import { type DocumentKindView, documentKinds } from "./standing-queries.server";

export type SubmitStandingDocumentInput = {
  key: string;
  organizationId: string;
  kind: string;
  number: string;
  issuer: string;
  issuedOn: Day;
  validUntil: Day | null;
  file: File;
};

/**
 * Adds a document that proves an organisation's standing; an older one of the same kind is superseded, never deleted. Refuses
 * `document_kind_unknown`, `document_issued_in_future`, `document_expired`, `document_expiry_missing`, `document_dates_order`,
 * `document_term_too_long` (officers serve at most so many years) and the forms of an identity number, which is encrypted and masked.
 */
export async function submitStandingDocument(
  trx: Transaction<DB>,
  actor: Actor,
  input: SubmitStandingDocumentInput,
): Promise<{ documentId: string; fileId: string }> {
  requireMembership(actor, input.organizationId, "chair", "editor", "admin", "officer", "practitioner");
  const organization = await lockOrganization(trx, input.organizationId);
  const { file, ...said } = input;
  const seen = { ...said, file: `${file.name}:${file.size}`, actor: actor.userId };
  return once(trx, { key: input.key, operation: "submit_standing_document", input: seen }, async () => {
    const kind = await requireSound(trx, organization, input);
    const { fileId } = await storeFile(trx, actor, { organizationId: organization.id, access: "private", file });
    await trx
      .updateTable("standing_documents")
      .set({ superseded_at: now() })
      .where("organization_id", "=", organization.id)
      .where("kind", "=", input.kind)
      .where("superseded_at", "is", null)
      .execute();
    const documentId = newId();
    await trx
      .insertInto("standing_documents")
      .values({
        id: documentId,
        organization_id: organization.id,
        kind: input.kind,
        number: kind.identifier ? "" : input.number,
        issuer: input.issuer,
        issued_on: input.issuedOn,
        valid_until: input.validUntil,
        file_id: fileId,
        status: "submitted",
        created_at: now(),
      })
      .execute();
    if (kind.identifier) await sealNumber(trx, { ...input, documentId, identifier: kind.identifier });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "standing.document_added",
      subject: { kind: "standing_document", id: documentId },
      organizationId: organization.id,
      details: { kind: input.kind },
    });
    return { documentId, fileId };
  });
}

async function requireSound(
  trx: Transaction<DB>,
  organization: { element: DB["organizations"]["element"]; legal_form: LegalForm | null },
  input: SubmitStandingDocumentInput,
): Promise<DocumentKindView> {
  const kinds = await documentKinds(trx, organization.element, organization.legal_form);
  const kind = kinds.find((one) => one.code === input.kind);
  if (!kind) throw new DomainError("document_kind_unknown", { field: "kind" });
  if (input.issuedOn > today()) throw new DomainError("document_issued_in_future", { field: "issuedOn" });
  if (kind.hasExpiry && input.validUntil === null) throw new DomainError("document_expiry_missing", { field: "validUntil" });
  if (input.validUntil !== null && input.validUntil < input.issuedOn)
    throw new DomainError("document_dates_order", { field: "validUntil" });
  if (input.validUntil !== null && input.validUntil < today()) throw new DomainError("document_expired", { field: "validUntil" });
  if (kind.longestYears !== null && input.validUntil !== null && input.validUntil > addYears(input.issuedOn, kind.longestYears)) {
    throw new DomainError("document_term_too_long", { field: "validUntil", years: kind.longestYears });
  }
  return kind;
}

/** The number of an identity card lives encrypted among the organisation's identifiers; the document shows its end. */
async function sealNumber(
  trx: Transaction<DB>,
  input: { organizationId: string; documentId: string; identifier: IdentifierKind; number: string },
): Promise<void> {
  const { organizationId, documentId, identifier, number } = input;
  const { lastFour } = await keepIdentifier(trx, { organizationId, kind: identifier, typed: number, field: "number", documentId });
  await trx
    .updateTable("standing_documents")
    .set({ number: maskedIdentifier(lastFour) })
    .where("id", "=", documentId)
    .execute();
}
