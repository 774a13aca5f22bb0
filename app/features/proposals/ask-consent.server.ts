import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { consentOf } from "./consent-queries.server";
import { findDraft } from "./draft-queries.server";
import { isEditable, senderRoles } from "./proposal";
import { lockProposal } from "./proposal-transition.server";

/**
 * Asks the sponsor to co-sign this version of a complete proposal. Refuses `not_editable`, `stale_version`, `proposal_incomplete`,
 * `sponsor_not_accepted`, `consent_not_needed` and `consent_asked`.
 */
export async function askConsent(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; version: number },
): Promise<{ consentId: string }> {
  const proposal = await lockProposal(trx, input.proposalId);
  requireMembership(actor, proposal.organizationId, ...senderRoles);
  if (!isEditable(proposal.status)) throw new DomainError("not_editable", { status: proposal.status });
  if (proposal.version !== input.version) throw new DomainError("stale_version", { current: proposal.version });
  const consent = await consentOf(trx, proposal.id);
  if (consent.state === "not_needed" || consent.state === "given") throw new DomainError("consent_not_needed");
  if (consent.state === "asked") throw new DomainError("consent_asked");
  if (!consent.sponsor) throw new DomainError("sponsor_not_accepted");
  const record = await findDraft(trx, proposal.id);
  if (!record || record.issues.length > 0) throw new DomainError("proposal_incomplete", { issues: record?.issues.length ?? 0 });

  const consentId = await writeQuestion(trx, actor, { proposalId: proposal.id, sponsorId: consent.sponsor.id, version: proposal.version });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "proposal.consent_asked",
    subject: { kind: "proposal", id: proposal.id },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
    details: { version: proposal.version },
  });
  for (const person of await peopleWithRoles(trx, consent.sponsor.id, "chair")) {
    await queueEmail(trx, {
      template: "proposal-consent",
      to: person,
      props: {
        happened: "asked",
        title: record.draft.title,
        sponsor: consent.sponsor.name,
        sponsored: record.organizationName,
        note: "",
        url: absoluteUrl(`/ruang/lembaga/naungan/usulan/${proposal.id}`),
      },
      dedupeKey: `proposal-consent:${consentId}:asked:${proposal.version}:${person.userId}`,
    });
  }
  return { consentId };
}

/** A question about an earlier version, not answered yet, becomes the one about this version. */
async function writeQuestion(
  trx: Transaction<DB>,
  actor: Actor,
  { proposalId, sponsorId, version }: { proposalId: string; sponsorId: string; version: number },
): Promise<string> {
  const question = { sponsor_id: sponsorId, version, asked_by: actor.userId, asked_at: now() };
  const renewed = await trx
    .updateTable("proposal_consents")
    .set(question)
    .where("proposal_id", "=", proposalId)
    .where("status", "=", "asked")
    .returning("id")
    .executeTakeFirst();
  if (renewed) return renewed.id;
  const id = newId();
  await trx
    .insertInto("proposal_consents")
    .values({ proposal_id: proposalId, id, status: "asked", ...question })
    .execute();
  return id;
}
