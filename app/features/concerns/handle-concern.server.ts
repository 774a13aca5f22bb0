import type { Transaction } from "kysely";
import type { AuditAction } from "~/features/audit/audit-action-texts";
import type { AuditDetails } from "~/features/audit/audit-text";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { decrypt } from "~/platform/cipher.server";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { Finding } from "./concern";
import { addNote, lockForHandling, moveConcern } from "./concern-step.server";

/** An administrator without ties takes a case, also over from another one. Refuses `tied`, `not_found` and `concern_closed`. */
export async function takeConcern(trx: Transaction<DB>, actor: Actor, input: { concernId: string }): Promise<void> {
  const concern = await lockForHandling(trx, actor, input.concernId);
  if (concern.status === "closed") throw new DomainError("concern_closed");
  if (concern.status === "received") await moveConcern(trx, concern, { to: "looking", actorId: actor.userId });
  await trx
    .updateTable("concerns")
    .set({ assigned_to: actor.userId, answered_at: concern.answered_at ?? now() })
    .where("id", "=", concern.id)
    .execute();
  await audit(trx, actor, concern.id, "concern.taken");
}

/** Whoever has the case asks the one who reported, or writes a note that stays at the desk. Refuses `not_yours` and `concern_closed`. */
export async function writeDeskNote(
  trx: Transaction<DB>,
  actor: Actor,
  input: { concernId: string; voice: "desk" | "internal"; text: string },
): Promise<void> {
  const concern = await lockOwn(trx, actor, input.concernId);
  await addNote(trx, { concernId: concern.id, voice: input.voice, authorId: actor.userId, text: input.text });
  if (input.voice === "desk" && concern.status === "looking") await moveConcern(trx, concern, { to: "asked", actorId: actor.userId });
  await audit(trx, actor, concern.id, input.voice === "desk" ? "concern.asked" : "concern.noted");
}

/** Closes a case with what was found; the outcome is published on the pages of the program and the organisation. Refuses `not_yours` and `concern_closed`. */
export async function closeConcern(
  trx: Transaction<DB>,
  actor: Actor,
  input: { concernId: string; outcome: Finding; published: string },
): Promise<void> {
  const concern = await lockOwn(trx, actor, input.concernId);
  const set = { outcome: input.outcome, published_outcome: input.published.trim() };
  await moveConcern(trx, concern, { to: "closed", actorId: actor.userId, set });
  await audit(trx, actor, concern.id, "concern.closed", { outcome: input.outcome });
}

/** The contact of whoever reported, for the one person who has the case; that it was read leaves a trace. Refuses `not_yours` and `not_found`. */
export async function readContact(trx: Transaction<DB>, actor: Actor, input: { concernId: string }): Promise<{ contact: string }> {
  const concern = await lockOwn(trx, actor, input.concernId);
  if (!concern.contact) throw new DomainError("not_found");
  await audit(trx, actor, concern.id, "concern.contact_read");
  return { contact: decrypt(concern.contact, "contact") };
}

/** One file of evidence, for whoever may handle the case; that it was opened leaves a trace. Refuses `tied` and `not_found`. */
export async function openEvidence(trx: Transaction<DB>, actor: Actor, input: { concernId: string; fileId: string }) {
  const concern = await lockForHandling(trx, actor, input.concernId);
  const file = await trx
    .selectFrom("concern_files as c")
    .innerJoin("files as f", "f.id", "c.file_id")
    .select(["f.id", "f.name", "f.media_type as mediaType", "f.sha256"])
    .where("c.concern_id", "=", concern.id)
    .where((eb) => eb(eb.cast<string>("c.file_id", "text"), "=", input.fileId))
    .executeTakeFirst();
  if (!file) throw new DomainError("not_found");
  await audit(trx, actor, concern.id, "concern.evidence_opened", { file: file.id });
  return file;
}

async function lockOwn(trx: Transaction<DB>, actor: Actor, concernId: string) {
  const concern = await lockForHandling(trx, actor, concernId);
  if (concern.status === "closed") throw new DomainError("concern_closed");
  if (concern.assigned_to !== actor.userId) throw new DomainError("not_yours");
  return concern;
}

/** Names neither organisation nor program: who reads the log of an organisation must not learn of cases that are still looked into. */
async function audit(trx: Transaction<DB>, actor: Actor, id: string, action: AuditAction, details?: AuditDetails): Promise<void> {
  await recordAudit(trx, { actorId: actor.userId, action, subject: { kind: "concern", id }, ...(details ? { details } : {}) });
}
