import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { requireCommunityUnfrozen } from "~/features/freezes/require-unfrozen.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { type ProgramForMoney, getProgramForMoney } from "~/features/proposals/program-queries.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { settleAsks } from "~/platform/notices.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import { obstacleOf, treasuryRoles } from "./disbursement";
import { giveDisbursementReference } from "./give-disbursement-reference.server";
import { tellRequested } from "./tell-desk.server";
import { fundFactsOf } from "./termin-queries.server";

export type RequestDisbursementInput = { key: string; proposalId: string; trancheN: number; note: string };

/**
 * The community asks for its next termin. Refuses what `obstacleOf` says: `not_next`, `previous_not_acknowledged`,
 * `previous_not_reported`, `escrow_short` (with `short`), `payee_unverified`, `program_not_open`, `already_requested`,
 * `standing_invalid`; and `organization_frozen`.
 */
export async function requestDisbursement(
  trx: Transaction<DB>,
  actor: Actor,
  input: RequestDisbursementInput,
): Promise<{ disbursementId: string }> {
  const program = await getProgramForMoney(trx, input.proposalId);
  requireMembership(actor, program.organizationId, ...treasuryRoles);
  return once(trx, { key: input.key, operation: "request-disbursement", input: { ...input, actor: actor.userId } }, async () => {
    await requireCommunityUnfrozen(trx, program.organizationId, "disbursements");
    const facts = await fundFactsOf(trx, program);
    const obstacle = obstacleOf(input.trancheN, facts);
    if (obstacle) {
      const { code, ...values } = obstacle;
      throw new DomainError(code, values);
    }
    const termin = facts.termins.find((one) => one.n === input.trancheN);
    const amount = termin?.amount ?? 0n;
    const disbursementId = newId();
    const reference = await insertRequest(trx, actor, { ...input, program, disbursementId, amount });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "disbursement.requested",
      subject: { kind: "disbursement", id: disbursementId },
      organizationId: program.organizationId,
      proposalId: program.id,
      details: { termin: input.trancheN, amount: String(amount), reference },
    });
    await settleAsks(trx, [`/ruang/lembaga/program/${program.slug}`], { organizationId: program.organizationId });
    await tellRequested(trx, { program, disbursementId, trancheN: input.trancheN, title: termin?.title ?? "", amount });
    return { disbursementId };
  });
}

async function insertRequest(
  trx: Transaction<DB>,
  actor: Actor,
  request: RequestDisbursementInput & { program: ProgramForMoney; disbursementId: string; amount: bigint },
): Promise<string> {
  const { payee_account_id } = await trx
    .selectFrom("proposals")
    .select("payee_account_id")
    .where("id", "=", request.proposalId)
    .executeTakeFirstOrThrow();
  if (!payee_account_id) throw new DomainError("payee_unverified");
  const reference = await giveDisbursementReference(trx, request);
  const insert = trx
    .insertInto("disbursements")
    .values({
      proposal_id: request.proposalId,
      id: request.disbursementId,
      tranche_n: request.trancheN,
      amount: request.amount,
      status: "requested",
      payee_account_id,
      reference,
      requested_by: actor.userId,
      requested_at: now(),
      request_note: request.note.trim(),
    })
    .execute();
  await refusing(insert, { disbursements_one_alive: "already_requested" });
  return reference;
}
