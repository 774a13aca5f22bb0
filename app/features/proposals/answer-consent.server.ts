import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { consentOf } from "./consent-queries.server";
import { senderRoles } from "./proposal";
import { lockProposal } from "./proposal-transition.server";

/**
 * The sponsor's chair co-signs the version that was read, or declines with a reason. Refuses `consent_not_asked`, `consent_stale` when
 * the proposal changed since it was opened, and `consent_note_missing`.
 */
export async function answerConsent(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; version: number; give: boolean; note: string },
): Promise<void> {
  const proposal = await lockProposal(trx, input.proposalId);
  const consent = await consentOf(trx, proposal.id);
  if (!consent.sponsor || !consent.consentId) throw new DomainError("consent_not_asked");
  requireMembership(actor, consent.sponsor.id, ...senderRoles);
  if (consent.state === "outdated" || proposal.version !== input.version) throw new DomainError("consent_stale");
  if (consent.state !== "asked") throw new DomainError("consent_not_asked");
  const note = input.note.trim();
  if (!input.give && note === "") throw new DomainError("consent_note_missing", { field: "note" });
  const status = input.give ? ("given" as const) : ("refused" as const);
  await trx
    .updateTable("proposal_consents")
    .set({ status, answered_by: actor.userId, answered_at: now(), note })
    .where("proposal_id", "=", proposal.id)
    .where("id", "=", consent.consentId)
    .where("status", "=", "asked")
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: `proposal.consent_${status}`,
    subject: { kind: "proposal", id: proposal.id },
    organizationId: consent.sponsor.id,
    proposalId: proposal.id,
    details: { version: proposal.version },
  });
  const sponsored = await trx
    .selectFrom("organizations")
    .select("name")
    .where("id", "=", proposal.organizationId)
    .executeTakeFirstOrThrow();
  for (const person of await peopleWithRoles(trx, proposal.organizationId, "chair", "editor")) {
    await queueEmail(trx, {
      template: "proposal-consent",
      to: person,
      props: {
        happened: status,
        title: proposal.title,
        sponsor: consent.sponsor.name,
        sponsored: sponsored.name,
        note,
        url: absoluteUrl(`/ruang/lembaga/usulan/${proposal.id}/kirim`),
      },
      dedupeKey: `proposal-consent:${consent.consentId}:${status}:${person.userId}`,
    });
  }
}
