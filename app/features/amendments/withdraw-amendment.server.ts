import type { Transaction } from "kysely";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { communityPowers } from "~/features/identity/powers";
import type { DB } from "#db/types.generated";
import { type AmendmentId, lockAmendment } from "./lock-amendment.server";
import { moveAmendment } from "./move-amendment.server";
import { tellFunders } from "./tell-amendment.server";

/** The community takes its amendment back: a draft whoever writes, what was sent only who sends. Refuses `amendment_ended`. */
export async function withdrawAmendment(trx: Transaction<DB>, actor: Actor, input: AmendmentId): Promise<void> {
  const { program, amendment } = await lockAmendment(trx, input);
  requireMembership(
    actor,
    program.organizationId,
    ...(amendment.status === "draft" ? communityPowers.writes_amendments : communityPowers.submits_amendments),
  );
  const move = { actorId: actor.userId, action: "amendment.withdrawn", ending: "community" } as const;
  await moveAmendment(trx, program, amendment, { kind: "withdraw" }, move);
  if (amendment.status === "awaiting_funders") await tellFunders(trx, program, amendment, { happened: "withdrawn", words: "" });
}
