import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { getProgramForMoney } from "~/features/proposals/program-queries.server";
import { communityPowers } from "~/features/identity/powers";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import type { AmendmentReason } from "./amendment";
import { currentVersion } from "./keep-version.server";
import { requireAmendable } from "./lock-amendment.server";
import { recordAmendmentEvent } from "./move-amendment.server";
import { encodeContent } from "./program-content";

/**
 * Begins an amendment of a published or running program, with its reason; its content begins as the version in force. Refuses
 * `amendment_program_closed`, `amendment_open` while another one is on its way, `reason_missing` and `organization_frozen`.
 */
export async function startAmendment(
  trx: Transaction<DB>,
  actor: Actor,
  input: { key: string; proposalId: string; reasonCode: AmendmentReason; reason: string },
): Promise<{ n: number }> {
  const program = await getProgramForMoney(trx, input.proposalId);
  requireMembership(actor, program.organizationId, ...communityPowers.writes_amendments);
  return once(trx, { key: input.key, operation: "start-amendment", input: { ...input, actor: actor.userId } }, async () => {
    await requireAmendable(trx, program);
    const reason = input.reason.trim();
    if (reason === "") throw new DomainError("reason_missing", { field: "reason" });
    const base = await currentVersion(trx, program.id);
    const last = await trx
      .selectFrom("amendments")
      .select("n")
      .where("proposal_id", "=", program.id)
      .orderBy("n", "desc")
      .limit(1)
      .executeTakeFirst();
    const amendment = { proposalId: program.id, n: (last?.n ?? 0) + 1, id: newId() };
    const insert = trx
      .insertInto("amendments")
      .values({
        proposal_id: program.id,
        n: amendment.n,
        id: amendment.id,
        status: "draft",
        base_version: base.version,
        reason_code: input.reasonCode,
        reason,
        content: encodeContent(base.content),
        created_by: actor.userId,
        created_at: now(),
        updated_at: now(),
      })
      .execute();
    await refusing(insert, { amendments_one_open: "amendment_open" });
    await recordAmendmentEvent(trx, amendment, { from: null, to: "draft", actorId: actor.userId });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "amendment.started",
      subject: { kind: "amendment", id: amendment.id },
      organizationId: program.organizationId,
      proposalId: program.id,
      details: { number: amendment.n, reason: input.reasonCode },
    });
    return { n: amendment.n };
  });
}
