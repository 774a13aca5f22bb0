import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, type Membership, holds, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { requireNoTie } from "./require-no-tie.server";

export type CheckStandingDocumentInput = { documentId: string; accepted: boolean; note: string };

/**
 * Accepts or refuses one standing document; a refusal needs a note. A wrong decision is corrected by deciding again. Refuses
 * `document_not_found` (also when a newer one has superseded it), `document_note_missing` and `document_own_organization`.
 */
export async function checkStandingDocument(trx: Transaction<DB>, actor: Actor, input: CheckStandingDocumentInput): Promise<void> {
  const desk = requirePlatform(actor, "administrator", "verifier");
  if (!isId(input.documentId)) throw new DomainError("document_not_found");
  const document = await trx
    .selectFrom("standing_documents")
    .select(["id", "organization_id", "kind"])
    .where("id", "=", input.documentId)
    .where("superseded_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!document) throw new DomainError("document_not_found");
  await requireNoTie(trx, actor, document.organization_id);
  if (!input.accepted && input.note.trim() === "") throw new DomainError("document_note_missing", { field: "note" });
  await trx
    .updateTable("standing_documents")
    .set({
      status: input.accepted ? "accepted" : "refused",
      note: input.note.trim() || null,
      checked_by: actor.userId,
      checked_as: checkingRole(desk),
      checked_at: now(),
    })
    .where("id", "=", document.id)
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: input.accepted ? "standing.document_accepted" : "standing.document_refused",
    subject: { kind: "standing_document", id: document.id },
    organizationId: document.organization_id,
    details: { kind: document.kind },
  });
}

/** The role under which the public reads that a document was checked. */
function checkingRole(desk: Membership): "verifier" | "administrator" {
  return holds(desk, ["verifier"]) ? "verifier" : "administrator";
}
