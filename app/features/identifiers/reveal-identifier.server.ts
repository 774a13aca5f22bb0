import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, holds, isPlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { formatIdentifier } from "./identifier";
import { findIdentifier } from "./identifier-queries.server";
import { opened } from "./seal.server";

/** Who may see an organisation's whole numbers: who checks them at the desk, and who answers for the organisation. */
export function mayReveal(actor: Actor, organizationId: string): boolean {
  if (isPlatform(actor, "administrator", "verifier")) return true;
  return actor.memberships.some((m) => m.organizationId === organizationId && holds(m, ["chair", "admin", "practitioner"]));
}

/** The shortest reason that tells a later reader something. */
const leastReason = 10;

/**
 * Shows one number in full, once, for a reason that is kept in the audit log; the number itself never is. Refuses
 * `identifier_not_found`, `not_allowed` and `reveal_reason_missing`.
 */
export async function revealIdentifier(
  trx: Transaction<DB>,
  actor: Actor,
  input: { identifierId: string; reason: string },
): Promise<{ number: string }> {
  const identifier = await findIdentifier(trx, input.identifierId);
  if (!identifier) throw new DomainError("identifier_not_found");
  if (!mayReveal(actor, identifier.organizationId)) throw new DomainError("not_allowed");
  const reason = input.reason.trim();
  if (reason.length < leastReason) throw new DomainError("reveal_reason_missing", { field: "reason" });
  const { ciphertext } = await trx
    .selectFrom("organization_identifiers")
    .select("ciphertext")
    .where("id", "=", identifier.id)
    .executeTakeFirstOrThrow();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "identifier.revealed",
    subject: { kind: "identifier", id: identifier.id },
    organizationId: identifier.organizationId,
    details: { kind: identifier.kind, reason: reason.slice(0, 200) },
  });
  return { number: formatIdentifier(identifier.kind, opened(ciphertext)) };
}
