import type { Transaction, Updateable } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { settleAsks } from "~/platform/notices.server";
import type { DB } from "#db/types.generated";
import { type AppealStatus, mayBecome } from "./appeal";

/** One appeal, locked until the transaction ends; refuses `appeal_not_found`. */
export async function lockAppeal(trx: Transaction<DB>, appealId: string) {
  if (!isId(appealId)) throw new DomainError("appeal_not_found");
  const row = await trx.selectFrom("appeals").selectAll().where("id", "=", appealId).forUpdate().executeTakeFirst();
  if (!row) throw new DomainError("appeal_not_found");
  return row;
}

export type LockedAppeal = Awaited<ReturnType<typeof lockAppeal>>;

/** Moves a locked appeal to another state, with its audit line; refuses `appeal_moved`. Null acts for the system. The only place that writes a status. */
export async function moveAppeal(
  trx: Transaction<DB>,
  appeal: Pick<LockedAppeal, "id" | "status" | "organization_id" | "code">,
  move: { to: AppealStatus; actorId: string | null; set?: Updateable<DB["appeals"]>; proposalId?: string },
): Promise<void> {
  if (!mayBecome(appeal.status, move.to)) throw new DomainError("appeal_moved", { from: appeal.status, to: move.to });
  const moved = await trx
    .updateTable("appeals")
    .set({ ...move.set, status: move.to })
    .where("id", "=", appeal.id)
    .where("status", "=", appeal.status)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw new DomainError("appeal_moved", { from: appeal.status, to: move.to });
  await settleAsks(trx, [`/admin/siaga/${appeal.id}`]);
  await recordAudit(trx, {
    actorId: move.actorId,
    action: `appeal.${move.to}`,
    subject: { kind: "appeal", id: appeal.id },
    organizationId: appeal.organization_id,
    proposalId: move.proposalId,
    details: { code: appeal.code },
  });
}
