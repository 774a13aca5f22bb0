import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { checksShort, validUntilFrom } from "./appeal";
import { foundEmergencyProgram } from "./found-emergency-program.server";
import { moveAppeal } from "./lock-appeal.server";
import { lockForDuty } from "./require-duty.server";
import { tellFollowers, tellUnit } from "./tell-appeal.server";

/**
 * Verifies an appeal: it becomes a program with a fund of its own, open for pledges for fourteen days. One officer decides, since every
 * hour counts; its money still leaves under two signatures. Refuses `checks_short` with how many checks are left.
 */
export async function verifyAppeal(
  trx: Transaction<DB>,
  actor: Actor,
  input: { appealId: string; note: string },
): Promise<{ proposalId: string; slug: string }> {
  const appeal = await lockForDuty(trx, actor, input.appealId);
  const checks = await trx.selectFrom("appeal_checks").select(["kind", "result", "note"]).where("appeal_id", "=", appeal.id).execute();
  const short = checksShort(checks);
  if (short > 0) throw new DomainError("checks_short", { count: short });
  const validUntil = validUntilFrom(today());
  const program = await foundEmergencyProgram(trx, actor, appeal, { checks, validUntil });
  await moveAppeal(trx, appeal, {
    to: "verified",
    actorId: actor.userId,
    proposalId: program.proposalId,
    set: {
      decided_by: actor.userId,
      decided_at: now(),
      decision_note: input.note.trim() || null,
      proposal_id: program.proposalId,
      valid_until: validUntil,
    },
  });
  await tellUnit(trx, appeal, { news: "verified", note: input.note, path: `/program/${program.slug}` });
  await tellFollowers(trx, appeal, `/program/${program.slug}`);
  return program;
}
