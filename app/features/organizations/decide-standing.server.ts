import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, type OrganizationKind, type Standing, requirePlatform } from "~/features/identity/actor";
import { type Person, peopleWithRoles } from "~/features/identity/people.server";
import type { Day } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import { settleAsks } from "~/platform/notices.server";
import type { DB } from "#db/types.generated";
import { lockOrganization, requireTransition } from "./lock-organization.server";
import { requireNoTie } from "./require-no-tie.server";
import { managingRole } from "./roles";
import { platformPowers } from "~/features/identity/powers";

type Decision = { organizationId: string; to: Exclude<Standing, "draft" | "submitted">; note: string | null; validUntil: Day | null };
export type DecidedOrganization = { id: string; name: string; kind: Exclude<OrganizationKind, "platform">; managers: Person[] };

/** Locks an organisation for a decision on its standing by an administrator who is not a member of it. */
export async function lockForDecision(trx: Transaction<DB>, actor: Actor, organizationId: string, to: Decision["to"]) {
  requirePlatform(actor, ...platformPowers.checks_standing);
  const organization = await lockOrganization(trx, organizationId);
  if (organization.kind === "platform") throw new DomainError("organization_not_found");
  await requireNoTie(trx, actor, organizationId);
  requireTransition(organization.standing, to);
  return { ...organization, kind: organization.kind };
}

/** Writes a decision on a standing and its audit line; gives whom to write to. */
export async function recordDecision(
  trx: Transaction<DB>,
  actor: Actor,
  organization: Awaited<ReturnType<typeof lockForDecision>>,
  decision: Decision,
): Promise<DecidedOrganization> {
  const { numUpdatedRows } = await trx
    .updateTable("organizations")
    .set({
      standing: decision.to,
      standing_note: decision.note,
      standing_decided_at: now(),
      standing_decided_by: actor.userId,
      standing_valid_until: decision.validUntil,
    })
    .where("id", "=", organization.id)
    .where("standing", "=", organization.standing)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new DomainError("standing_wrong_state", { from: organization.standing, to: decision.to });
  await settleAsks(trx, [`/admin/anggota/${organization.id}`]);
  await recordAudit(trx, {
    actorId: actor.userId,
    action: `standing.${decision.to}`,
    subject: { kind: "organization", id: organization.id },
    organizationId: organization.id,
    details: decision.validUntil ? { validUntil: decision.validUntil } : {},
  });
  return {
    id: organization.id,
    name: organization.name,
    kind: organization.kind,
    managers: await peopleWithRoles(trx, organization.id, managingRole(organization.kind)),
  };
}

/** A note that a person can act on; refuses `standing_note_missing`. */
export function requireNote(note: string): string {
  const text = note.trim();
  if (text === "") throw new DomainError("standing_note_missing", { field: "note" });
  return text;
}
