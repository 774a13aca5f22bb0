import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { requireCommunityUnfrozen } from "~/features/freezes/require-unfrozen.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { platformPeople } from "~/features/identity/people.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { consentOf } from "./consent-queries.server";
import { type DraftRecord, findDraft } from "./draft-queries.server";
import { isEditable, senderRoles } from "./proposal";
import { budgetTotal } from "./proposal-draft";
import { lockProposal, moveProposal } from "./proposal-transition.server";

/**
 * Sends a complete proposal to the verifiers, in the name of the organisation. Refuses `proposal_incomplete` with the first thing that is
 * missing, `sponsor_not_accepted` and `sponsor_consent_missing` where a sponsor co-signs, `organization_frozen`, and `stale_version` when it changed since it was read. Answers every open request for revision.
 */
export async function submitProposal(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; version: number },
): Promise<{ proposalId: string }> {
  const proposal = await lockProposal(trx, input.proposalId);
  requireMembership(actor, proposal.organizationId, ...senderRoles);
  if (!isEditable(proposal.status)) throw new DomainError("not_editable", { status: proposal.status });
  if (proposal.version !== input.version) throw new DomainError("stale_version", { current: proposal.version });
  const record = await findDraft(trx, proposal.id);
  if (!record) throw new DomainError("not_found");
  const [first] = record.issues;
  if (first)
    throw new DomainError("proposal_incomplete", {
      issues: record.issues.length,
      section: first.section,
      missing: first.field,
      because: first.code,
    });

  const consent = await consentOf(trx, proposal.id);
  if (consent.state === "no_sponsor") throw new DomainError("sponsor_not_accepted");
  if (consent.state !== "not_needed" && consent.state !== "given") throw new DomainError("sponsor_consent_missing");
  await requireCommunityUnfrozen(trx, proposal.organizationId, "proposals");
  await moveProposal(trx, proposal, { to: "submitted", actorId: actor.userId });
  await trx
    .updateTable("proposals")
    .set({ submitted_at: now(), target: budgetTotal(record.draft.lines) })
    .where("id", "=", proposal.id)
    .execute();
  await trx
    .updateTable("revision_requests")
    .set({ answered_at: now() })
    .where("proposal_id", "=", proposal.id)
    .where("sent_at", "is not", null)
    .where("answered_at", "is", null)
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: proposal.status === "draft" ? "proposal.submitted" : "proposal.resubmitted",
    subject: { kind: "proposal", id: proposal.id },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
    details: { version: proposal.version, target: String(budgetTotal(record.draft.lines)) },
  });
  await tell(trx, actor, record, proposal.organizationId);
  return { proposalId: proposal.id };
}

/** The verifiers learn that there is work; the sender has it in writing that it arrived. */
async function tell(trx: Transaction<DB>, actor: Actor, record: DraftRecord, organizationId: string): Promise<void> {
  const props = { title: record.draft.title, organization: record.organizationName, target: String(budgetTotal(record.draft.lines)) };
  for (const verifier of await platformPeople(trx, "verifier", "administrator")) {
    await queueEmail(trx, {
      template: "proposal-submitted",
      to: verifier,
      props: { ...props, name: verifier.name, reader: "verifier", url: absoluteUrl(`/admin/verifikasi/${record.id}`) },
      dedupeKey: `proposal-submitted:${record.id}:${record.version}:${verifier.userId}`,
    });
  }
  const sender = await trx.selectFrom("users").select("language").where("id", "=", actor.userId).executeTakeFirstOrThrow();
  await queueEmail(trx, {
    template: "proposal-submitted",
    to: { email: actor.email, language: sender.language, organizationId },
    props: { ...props, name: actor.name, reader: "sender", url: absoluteUrl(`/ruang/lembaga/usulan/${record.id}/kirim`) },
    dedupeKey: `proposal-submitted:${record.id}:${record.version}:sender`,
  });
}
