import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { getProgramForMoney } from "~/features/proposals/program-queries.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { writerRoles } from "./report";

/** Starts the report of a termin whose money has been acknowledged, or gives the one that is there. Refuses `termin_not_acknowledged`. */
export async function startReport(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; trancheN: number },
): Promise<{ reportId: string }> {
  const program = await getProgramForMoney(trx, input.proposalId);
  requireMembership(actor, program.organizationId, ...writerRoles);
  const known = await trx
    .selectFrom("reports")
    .select("id")
    .where("proposal_id", "=", program.id)
    .where("tranche_n", "=", input.trancheN)
    .executeTakeFirst();
  if (known) return { reportId: known.id };
  await requireAcknowledged(trx, program.id, input.trancheN);
  const reportId = newId();
  await trx
    .insertInto("reports")
    .values({
      proposal_id: program.id,
      id: reportId,
      tranche_n: input.trancheN,
      status: "draft",
      created_by: actor.userId,
      created_at: now(),
      updated_at: now(),
    })
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "report.started",
    subject: { kind: "report", id: reportId },
    organizationId: program.organizationId,
    proposalId: program.id,
    details: { termin: input.trancheN },
  });
  return { reportId };
}

/** Refuses `termin_not_acknowledged` until the community has the termin's money; gives the amount in whole rupiah. */
export async function requireAcknowledged(trx: Transaction<DB>, proposalId: string, trancheN: number): Promise<bigint> {
  const paid = await trx
    .selectFrom("disbursements")
    .select("amount")
    .where("proposal_id", "=", proposalId)
    .where("tranche_n", "=", trancheN)
    .where("status", "=", "acknowledged")
    .executeTakeFirst();
  if (!paid) throw new DomainError("termin_not_acknowledged");
  return paid.amount;
}
