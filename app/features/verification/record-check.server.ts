import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import type { CheckKind, CheckResult } from "~/features/proposals/proposal";
import type { LockedProposal } from "~/features/proposals/proposal-transition.server";
import type { Day } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockForVerification } from "./require-untied.server";

export type CheckInput = {
  key: string;
  proposalId: string;
  kind: CheckKind;
  result: CheckResult;
  finding: string;
  /** The role that checked, as pages show it ("PSM Kecamatan Cepu"); never a name. */
  roleLabel: string;
  /** The day of the check; today if not given. */
  checkedOn?: Day;
  validUntil?: Day | null;
};

/** Records one check of a proposal that is being verified. A later check of the same kind takes the place of an earlier one. */
export async function recordCheck(trx: Transaction<DB>, actor: Actor, input: CheckInput): Promise<{ checkId: string }> {
  const proposal = await lockForVerification(trx, actor, input.proposalId);
  return once(trx, { key: input.key, operation: "record_check", input }, async () => {
    if (proposal.status !== "verifying") throw new DomainError("not_verifying");
    const checkedOn = input.checkedOn ?? today();
    if (checkedOn > today()) throw new DomainError("checked_in_future", { field: "checkedOn" });
    if (input.validUntil && input.validUntil < checkedOn) throw new DomainError("valid_before_check", { field: "validUntil" });
    if (input.kind === "second_reading") await requireOtherReader(trx, actor, proposal.id);
    return insertCheck(trx, actor, proposal, { ...input, checkedOn });
  });
}

/** The second reader has checked nothing of the proposal before; refuses `own_check`. */
async function requireOtherReader(trx: Transaction<DB>, actor: Actor, proposalId: string): Promise<void> {
  const own = await trx
    .selectFrom("proposal_checks")
    .select("id")
    .where("proposal_id", "=", proposalId)
    .where("checked_by", "=", actor.userId)
    .executeTakeFirst();
  if (own) throw new DomainError("own_check", { field: "kind" });
}

type Check = Pick<CheckInput, "kind" | "result" | "finding" | "roleLabel" | "validUntil"> & {
  checkedOn: Day;
  /** The task that it comes from, whose answers and photos prove it. */
  assignmentId?: string;
};

/** Writes a check of a locked proposal and its audit line: what the desk recorded, or what a practitioner's task came to. */
export async function insertCheck(
  trx: Transaction<DB>,
  actor: Actor,
  proposal: Pick<LockedProposal, "id" | "organizationId">,
  check: Check,
): Promise<{ checkId: string }> {
  const checkId = newId();
  await trx
    .insertInto("proposal_checks")
    .values({
      proposal_id: proposal.id,
      id: checkId,
      kind: check.kind,
      result: check.result,
      finding: check.finding.trim(),
      role_label: check.roleLabel.trim(),
      checked_by: actor.userId,
      checked_on: check.checkedOn,
      valid_until: check.validUntil ?? null,
      assignment_id: check.assignmentId ?? null,
      created_at: now(),
    })
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "proposal.check_recorded",
    subject: { kind: "proposal_check", id: checkId },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
    details: { kind: check.kind, result: check.result },
  });
  return { checkId };
}
