import type { Transaction, Updateable } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { AuditAction } from "~/features/audit/audit-action-texts";
import type { AuditDetails } from "~/features/audit/audit-text";
import type { ProgramForMoney } from "~/features/proposals/program-queries.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { settleAsks } from "~/platform/notices.server";
import type { AmendmentEnding, Amendments, DB } from "#db/types.generated";
import { type AmendmentStatus, type Step, fundersPage, stepOf } from "./amendment";
import type { AmendmentId, LockedAmendment } from "./lock-amendment.server";

export type Move = {
  /** Null for what the system does by itself. */
  actorId: string | null;
  /** Whose member acts, for the log; the community's own when left out. */
  organizationId?: string;
  action: AuditAction;
  details?: AuditDetails;
  note?: string;
  ending?: AmendmentEnding;
  /** What else is written with the status. */
  values?: Pick<
    Updateable<Amendments>,
    "submitted_by" | "submitted_at" | "return_note" | "weights" | "checked_by" | "checked_at" | "answer_by"
  >;
};

/**
 * Takes a step of a locked amendment: the status, its event and its line of the log. Refuses what `stepOf` refuses. The only place that
 * writes a status.
 */
export async function moveAmendment<A extends LockedAmendment>(
  trx: Transaction<DB>,
  program: ProgramForMoney,
  amendment: A,
  step: Step,
  move: Move,
): Promise<A> {
  const outcome = stepOf(amendment.status, step);
  if ("refusal" in outcome) throw new DomainError(outcome.refusal);
  const { to } = outcome;
  if (to === amendment.status) return amendment;
  const ended = to === "in_force" || to === "refused" || to === "withdrawn";
  const moved = await trx
    .updateTable("amendments")
    .set({
      ...move.values,
      status: to,
      updated_at: now(),
      ...(ended ? { ended_at: now() } : {}),
      ...(move.ending ? { ending: move.ending, ending_note: move.note ?? null } : {}),
    })
    .where("proposal_id", "=", amendment.proposalId)
    .where("n", "=", amendment.n)
    .where("status", "=", amendment.status)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw new DomainError("amendment_ended");
  const page = `${program.slug}/adendum/${amendment.n}`;
  await settleAsks(trx, [
    `/admin/adendum/${program.slug}/${amendment.n}`,
    `/ruang/lembaga/program/${page}/periksa`,
    fundersPage(program, amendment),
  ]);
  await recordAmendmentEvent(trx, amendment, { from: amendment.status, to, actorId: move.actorId, note: move.note });
  await recordAudit(trx, {
    actorId: move.actorId,
    action: move.action,
    subject: { kind: "amendment", id: amendment.id },
    organizationId: move.organizationId ?? program.organizationId,
    proposalId: program.id,
    details: { number: amendment.n, ...move.details },
  });
  return { ...amendment, status: to };
}

/** Writes one event of an amendment's history; it can't be changed afterwards. */
export async function recordAmendmentEvent(
  trx: Transaction<DB>,
  { proposalId, n }: AmendmentId,
  event: { from: AmendmentStatus | null; to: AmendmentStatus; actorId: string | null; note?: string | undefined },
): Promise<void> {
  await trx
    .insertInto("amendment_events")
    .values({
      proposal_id: proposalId,
      amendment_n: n,
      id: newId(),
      from_status: event.from,
      to_status: event.to,
      actor_id: event.actorId,
      note: event.note ?? null,
      at: now(),
    })
    .execute();
}
