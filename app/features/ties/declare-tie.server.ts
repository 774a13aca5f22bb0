import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import type { Day } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { isId, newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { TieKind } from "./tie";

export type DeclareTieInput = {
  /** One of the two: an organisation on Sinergi, or the name of a shop or person's business that is not. */
  organizationId: string | null;
  partyName: string;
  kind: TieKind;
  detail: string;
  endedOn: Day | null;
};

/**
 * A person declares a tie of his or her own, ahead of any task that it would touch. Refuses `tie_party_missing`, `tie_party_unknown`,
 * `tie_own_organization` (membership is known already) and `tie_end_in_future`.
 */
export async function declareTie(trx: Transaction<DB>, actor: Actor, input: DeclareTieInput): Promise<{ tieId: string }> {
  const partyName = input.partyName.trim();
  if (!input.organizationId && partyName === "") throw new DomainError("tie_party_missing", { field: "partyName" });
  if (input.organizationId) await requireParty(trx, actor, input.organizationId);
  if (input.endedOn !== null && input.endedOn > today()) throw new DomainError("tie_end_in_future", { field: "endedOn" });
  const tieId = newId();
  await trx
    .insertInto("ties")
    .values({
      id: tieId,
      user_id: actor.userId,
      organization_id: input.organizationId,
      party_name: input.organizationId ? null : partyName,
      kind: input.kind,
      detail: input.detail.trim(),
      ended_on: input.endedOn,
      declared_at: now(),
    })
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "tie.declared",
    subject: { kind: "tie", id: tieId },
    organizationId: input.organizationId ?? undefined,
    details: { kind: input.kind },
  });
  return { tieId };
}

async function requireParty(trx: Transaction<DB>, actor: Actor, organizationId: string): Promise<void> {
  if (actor.memberships.some((m) => m.organizationId === organizationId)) throw new DomainError("tie_own_organization");
  const party = isId(organizationId)
    ? await trx.selectFrom("organizations").select("id").where("id", "=", organizationId).where("kind", "<>", "platform").executeTakeFirst()
    : undefined;
  if (!party) throw new DomainError("tie_party_unknown", { field: "partyName" });
}
