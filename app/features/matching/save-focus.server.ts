import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { lockOrganization } from "~/features/organizations/lock-organization.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import { type Focus, focusEditors } from "./focus";

export type SaveFocusInput = Omit<Focus, "areas"> & {
  organizationId: string;
  /** The number of the save that the page showed; 0 before the first. */
  version: number;
};

/**
 * Says what a company looks for, and to whom each part is shown; its areas are kept one by one. Refuses `stale_version` when somebody else
 * saved in between, `ticket_upside_down` and `reading_upside_down`.
 */
export async function saveFocus(trx: Transaction<DB>, actor: Actor, input: SaveFocusInput): Promise<void> {
  const { organizationId } = requireFocusEditor(actor, input.organizationId);
  await lockOrganization(trx, organizationId);
  const before = await trx.selectFrom("company_focus").select("version").where("organization_id", "=", organizationId).executeTakeFirst();
  if ((before?.version ?? 0) !== input.version) throw new DomainError("stale_version");
  const values = { ...columnsOf(input), version: input.version + 1, saved_at: now(), saved_by: actor.userId };
  const save = trx
    .insertInto("company_focus")
    .values({ organization_id: organizationId, ...values })
    .onConflict((conflict) => conflict.column("organization_id").doUpdateSet(values))
    .execute();
  await refusing(save, { company_focus_ticket_order: "ticket_upside_down", company_focus_reading_order: "reading_upside_down" });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "company.focus_saved",
    subject: { kind: "organization", id: organizationId },
    organizationId,
    details: { version: String(values.version) },
  });
}

/** Who speaks for a company about what it looks for; refuses `not_allowed`. */
export function requireFocusEditor(actor: Actor, organizationId: string) {
  const membership = requireMembership(actor, organizationId, ...focusEditors);
  if (membership.kind !== "company") throw new DomainError("not_allowed");
  return membership;
}

function columnsOf({ pillars, goals, ticket, plan, shown }: SaveFocusInput) {
  return {
    areas_shown: shown.areas,
    pillars: [...pillars],
    pillars_shown: shown.pillars,
    goals: [...new Set(goals)].sort((a, b) => a - b),
    goals_shown: shown.goals,
    ticket_min: ticket.min,
    ticket_max: ticket.max,
    ticket_shown: shown.ticket,
    plan_year: plan?.year ?? null,
    plan_amount: plan?.amount ?? null,
    plan_reads_from: plan?.readsFrom ?? null,
    plan_reads_until: plan?.readsUntil ?? null,
    plan_shown: shown.plan,
  };
}
