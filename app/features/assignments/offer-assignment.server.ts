import { type Transaction, sql } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, type PractitionerElement, requirePlatform } from "~/features/identity/actor";
import { practitionersFor } from "~/features/practitioners/practitioner-queries.server";
import { type LockedProposal, lockProposal } from "~/features/proposals/proposal-transition.server";
import { type Day, addDays } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { isId, newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type AssignmentKind, elementsFor, isAboutTermin } from "./assignment";
import { tieOfPractitioner } from "./practitioner-tie.server";
import { tellPractitioner } from "./tell-assignment.server";
import { platformPowers } from "~/features/identity/powers";

export type OfferInput = {
  key: string;
  proposalId: string;
  kind: AssignmentKind;
  /** The practitioner's profile. */
  organizationId: string;
  trancheN?: number | null;
  /** The last day to finish it (WIB). */
  dueOn: Day;
};

/** Days that a practitioner has to answer an offer, and the fewest that an offer leaves for the task. */
const answerDays = 2;

/**
 * Offers a task about a proposal or a termin to a practitioner who works there, whose standing holds and who has no tie to the organisation
 * or its sponsor. Refuses `not_verifying`, `termin_not_paid`, `due_too_soon`, `practitioner_unfit`, `practitioner_tied` and `assignment_open`.
 */
export async function offerAssignment(trx: Transaction<DB>, actor: Actor, input: OfferInput): Promise<{ assignmentId: string }> {
  requirePlatform(actor, ...platformPowers.assigns_visits);
  const proposal = await lockProposal(trx, input.proposalId);
  return once(trx, { key: input.key, operation: "offer_assignment", input: { ...input, actor: actor.userId } }, async () => {
    await requireSubject(trx, proposal, input);
    if (input.dueOn < addDays(today(), 1)) throw new DomainError("due_too_soon", { field: "dueOn" });
    await requireFit(trx, proposal, input);
    const assignmentId = newId();
    const answerUntil = [addDays(today(), answerDays), input.dueOn].sort()[0] ?? input.dueOn;
    const inserted = await trx
      .insertInto("assignments")
      .values({
        proposal_id: proposal.id,
        id: assignmentId,
        kind: input.kind,
        tranche_n: isAboutTermin(input.kind) ? (input.trancheN ?? null) : null,
        organization_id: input.organizationId,
        status: "offered",
        offered_by: actor.userId,
        offered_at: now(),
        answer_until: answerUntil,
        due_on: input.dueOn,
      })
      .onConflict((conflict) =>
        conflict
          .expression(sql`proposal_id, kind, coalesce(tranche_n, 0)`)
          .where(sql<boolean>`status in ('offered', 'accepted')`)
          .doNothing(),
      )
      .returning("id")
      .executeTakeFirst();
    if (!inserted) throw new DomainError("assignment_open", { field: "assignmentKind" });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "assignment.offered",
      subject: { kind: "assignment", id: assignmentId },
      organizationId: input.organizationId,
      proposalId: proposal.id,
      details: { kind: input.kind, dueOn: input.dueOn },
    });
    await tellPractitioner(trx, { ...input, id: assignmentId, title: proposal.title, answerUntil });
    return { assignmentId };
  });
}

/** Proposals are checked while they are verified; termins once their money has arrived. */
async function requireSubject(trx: Transaction<DB>, proposal: LockedProposal, input: OfferInput): Promise<void> {
  if (!isAboutTermin(input.kind)) {
    if (proposal.status !== "verifying") throw new DomainError("not_verifying");
    return;
  }
  const paid = await trx
    .selectFrom("disbursements")
    .select("id")
    .where("proposal_id", "=", proposal.id)
    .where("tranche_n", "=", input.trancheN ?? 0)
    .where("status", "=", "acknowledged")
    .executeTakeFirst();
  if (!paid) throw new DomainError("termin_not_paid", { field: "trancheN" });
}

async function requireFit(trx: Transaction<DB>, proposal: LockedProposal, input: OfferInput): Promise<void> {
  const place = await trx.selectFrom("proposals").select("area_code as areaCode").where("id", "=", proposal.id).executeTakeFirstOrThrow();
  const elements: readonly PractitionerElement[] = elementsFor[input.kind];
  const fit = await practitionersFor(trx, elements, place.areaCode ?? "");
  const chosen = isId(input.organizationId) ? fit.find((one) => one.organizationId === input.organizationId) : undefined;
  if (!chosen) throw new DomainError("practitioner_unfit", { field: "organizationId" });
  if (await tieOfPractitioner(trx, chosen.userId, proposal.id)) throw new DomainError("practitioner_tied", { field: "organizationId" });
}
