import type { Kysely, Transaction } from "kysely";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { tieTo } from "~/features/ties/tie-queries.server";
import { DomainError } from "~/kernel/domain-error";
import { isId, newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { settleAsks } from "~/platform/notices.server";
import type { DB } from "#db/types.generated";
import { type ConcernStatus, mayBecome } from "./concern";
import { hashOfCode } from "./concern-code.server";
import { platformPowers } from "~/features/identity/powers";

type Subject = { proposal_id: string | null; organization_id: string | null };

/** The case of a tracking code, locked until the transaction ends; refuses `code_unknown`. */
export async function lockByCode(trx: Transaction<DB>, typed: string) {
  const hash = hashOfCode(typed);
  const concern = hash
    ? await trx.selectFrom("concerns").selectAll().where("code_hash", "=", hash).forUpdate().executeTakeFirst()
    : undefined;
  if (!concern) throw new DomainError("code_unknown", { field: "kode" });
  return concern;
}

/** A case for somebody of the desk who may handle it, locked until the transaction ends; refuses `not_found` and `tied`. */
export async function lockForHandling(trx: Transaction<DB>, actor: Actor, concernId: string) {
  requirePlatform(actor, ...platformPowers.handles_concerns);
  const concern = isId(concernId)
    ? await trx.selectFrom("concerns").selectAll().where("id", "=", concernId).forUpdate().executeTakeFirst()
    : undefined;
  if (!concern) throw new DomainError("not_found");
  if (await isTied(trx, actor, concern)) throw new DomainError("tied");
  return concern;
}

/** Whether somebody is tied to the organisation or its sponsor, or has checked the program: they never see, let alone handle, its cases. */
export async function isTied(db: Kysely<DB> | Transaction<DB>, actor: Actor, subject: Subject): Promise<boolean> {
  if (subject.organization_id) {
    const { sponsor_id } = await db
      .selectFrom("organizations")
      .select("sponsor_id")
      .where("id", "=", subject.organization_id)
      .executeTakeFirstOrThrow();
    if (await tieTo(db, actor, [subject.organization_id, sponsor_id])) return true;
  }
  if (!subject.proposal_id) return false;
  const check = await db
    .selectFrom("proposal_checks")
    .select("id")
    .where("proposal_id", "=", subject.proposal_id)
    .where("checked_by", "=", actor.userId)
    .executeTakeFirst();
  return check !== undefined;
}

type Step = {
  to: ConcernStatus;
  /** Null for whoever reported: nobody knows who that is. */
  actorId: string | null;
  set?: { outcome?: "founded" | "unfounded" | "withdrawn"; published_outcome?: string | null };
};

/** Moves a locked case and writes the event; the contact is deleted when it closes. The only place that writes a status. */
export async function moveConcern(trx: Transaction<DB>, concern: { id: string; status: ConcernStatus }, step: Step): Promise<void> {
  if (!mayBecome(concern.status, step.to)) throw new DomainError("transition_not_allowed");
  await trx
    .updateTable("concerns")
    .set({ status: step.to, ...step.set, ...(step.to === "closed" ? { contact: null, closed_at: now() } : {}) })
    .where("id", "=", concern.id)
    .where("status", "=", concern.status)
    .execute();
  await settleAsks(trx, [`/admin/laporan-warga/${concern.id}`]);
  await writeEvent(trx, { concernId: concern.id, from: concern.status, to: step.to, actorId: step.actorId });
}

export async function writeEvent(
  trx: Transaction<DB>,
  event: { concernId: string; from: ConcernStatus | null; to: ConcernStatus; actorId: string | null },
): Promise<void> {
  await trx
    .insertInto("concern_events")
    .values({
      concern_id: event.concernId,
      id: newId(),
      from_status: event.from,
      to_status: event.to,
      actor_id: event.actorId,
      at: now(),
    })
    .execute();
}

/** Adds what was said to a case. `internal` never leaves the desk. */
export async function addNote(
  trx: Transaction<DB>,
  note: { concernId: string; voice: "reporter" | "desk" | "internal"; authorId: string | null; text: string },
): Promise<void> {
  await trx
    .insertInto("concern_notes")
    .values({
      concern_id: note.concernId,
      id: newId(),
      voice: note.voice,
      author_id: note.authorId,
      text: note.text.trim(),
      at: now(),
    })
    .execute();
}
