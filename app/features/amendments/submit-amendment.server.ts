import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { communityPowers } from "~/features/identity/powers";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import type { DB } from "#db/types.generated";
import { changedParts, type Limits, weightsOf } from "./amendment-rules";
import { currentVersion } from "./keep-version.server";
import { type AmendmentId, lockAmendment, requireAmendable } from "./lock-amendment.server";
import { moveAmendment } from "./move-amendment.server";
import { problemsNow } from "./program-facts.server";
import { tellDesk } from "./tell-amendment.server";

export const limits: Limits = { share: env.AMENDMENT_SHARE_ABOVE, days: env.AMENDMENT_DAYS_ABOVE };

/**
 * Sends an amendment to the desk, in the name of the organisation. Refuses `amendment_not_draft`, `stale_version`, `nothing_changed`,
 * `amendment_problems` with the first thing that can't stand, `amendment_program_closed` and `organization_frozen`.
 */
export async function submitAmendment(
  trx: Transaction<DB>,
  actor: Actor,
  input: AmendmentId & { key: string; revision: number },
): Promise<{ n: number }> {
  const { program, amendment } = await lockAmendment(trx, input);
  requireMembership(actor, program.organizationId, ...communityPowers.submits_amendments);
  return once(trx, { key: input.key, operation: "submit-amendment", input: { ...input, actor: actor.userId } }, async () => {
    if (amendment.status === "draft" && amendment.revision !== input.revision) {
      throw new DomainError("stale_version", { current: amendment.revision });
    }
    await requireAmendable(trx, program);
    const { content: before } = await currentVersion(trx, program.id);
    if (changedParts(before, amendment.content).length === 0) throw new DomainError("nothing_changed");
    const [first, ...others] = await problemsNow(trx, program.id, { before, after: amendment.content, unread: amendment.unread });
    if (first) throw new DomainError("amendment_problems", { count: others.length + 1, missing: first.field, because: first.code });
    const weights = weightsOf(before, amendment.content, limits);
    const sent = await moveAmendment(
      trx,
      program,
      amendment,
      { kind: "submit" },
      {
        actorId: actor.userId,
        action: "amendment.submitted",
        values: { submitted_by: actor.userId, submitted_at: now(), return_note: null, weights },
      },
    );
    await tellDesk(trx, program, sent);
    return { n: amendment.n };
  });
}
