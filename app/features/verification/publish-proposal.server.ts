import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { findDraft } from "~/features/proposals/draft-queries.server";
import { mayBecome } from "~/features/proposals/proposal";
import { budgetTotal } from "~/features/proposals/proposal-draft";
import { DomainError } from "~/kernel/domain-error";
import { today } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import type { DB } from "#db/types.generated";
import { openProgram } from "./open-program.server";
import { lockForVerification } from "./require-untied.server";
import { type CountedCheck, checksMissing } from "./verification";

/**
 * Publishes a verified proposal as a program: gives it its code and address and opens its fund with the target as the ceiling.
 * Refuses `checks_missing` until legality, need and budget match, `own_check` for whoever recorded one of them (another person decides),
 * `pins_unsent` while requests for change wait to be sent, and `proposal_incomplete` when time has passed it by (a date is over, a standing or an account no longer holds), and `organization_frozen`.
 */
export async function publishProposal(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string },
): Promise<{ proposalId: string; slug: string; code: string }> {
  const proposal = await lockForVerification(trx, actor, input.proposalId);
  if (!mayBecome(proposal.status, "published")) {
    throw new DomainError("transition_not_allowed", { from: proposal.status, to: "published" });
  }
  const record = await findDraft(trx, proposal.id);
  if (!record) throw new DomainError("not_found");
  const target = budgetTotal(record.draft.lines);
  const checks = await countedChecks(trx, proposal.id);
  const [missing] = checksMissing(checks, today(), { target, secondReadingAbove: env.SECOND_READING_ABOVE });
  if (missing) throw new DomainError("checks_missing", { kind: missing });
  if (checks.some((check) => check.checkedBy === actor.userId)) throw new DomainError("own_check");
  if (await hasUnsentPins(trx, proposal.id)) throw new DomainError("pins_unsent");
  const [issue] = record.issues;
  if (issue) throw new DomainError("proposal_incomplete", { issues: record.issues.length, missing: issue.field, because: issue.code });

  const { slug, code } = await openProgram(trx, actor, proposal, target);
  return { proposalId: proposal.id, slug, code };
}

async function hasUnsentPins(trx: Transaction<DB>, proposalId: string): Promise<boolean> {
  const pin = await trx
    .selectFrom("revision_requests")
    .select("id")
    .where("proposal_id", "=", proposalId)
    .where("sent_at", "is", null)
    .executeTakeFirst();
  return pin !== undefined;
}

/** The latest check of each kind, with who recorded it. */
async function countedChecks(trx: Transaction<DB>, proposalId: string): Promise<CountedCheck[]> {
  return trx
    .selectFrom("proposal_checks")
    .select(["kind", "result", "checked_by as checkedBy", "valid_until as validUntil"])
    .distinctOn("kind")
    .where("proposal_id", "=", proposalId)
    .orderBy("kind")
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
}
