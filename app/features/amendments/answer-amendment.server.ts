import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import { fundersOf } from "~/features/proposals/funders.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import { settleAsks } from "~/platform/notices.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import { type AmendmentStatus, answererOtherwise, answererRoles, fundersPage, stepOf } from "./amendment";
import { type AmendmentId, lockAmendment, requireAmendable } from "./lock-amendment.server";
import { answersOf, settleAmendment } from "./settle-amendment.server";

export type AnswerAmendmentInput = AmendmentId & { key: string; companyId: string; answer: "accepted" | "refused"; note: string };

/**
 * A company with a commitment accepts an amendment or refuses it with a reason; the last acceptance puts it in force, one refusal stops
 * it. Refuses `not_a_funder`, `answered_already`, `amendment_not_awaiting`, `amendment_ended`, `reason_missing` for a refusal without
 * words, `amendment_program_closed` and `organization_frozen`.
 */
export async function answerAmendment(
  trx: Transaction<DB>,
  actor: Actor,
  input: AnswerAmendmentInput,
): Promise<{ status: AmendmentStatus }> {
  await requireAnswerer(trx, actor, input.companyId);
  const { program, amendment } = await lockAmendment(trx, input);
  return once(trx, { key: input.key, operation: "answer-amendment", input: { ...input, actor: actor.userId } }, async () => {
    await requireAmendable(trx, program);
    const note = input.note.trim();
    if (input.answer === "refused" && note === "") throw new DomainError("reason_missing", { field: "note" });
    const [funders, answers] = [await fundersOf(trx, program.id), await answersOf(trx, amendment)];
    const outcome = stepOf(amendment.status, {
      kind: "answer",
      asked: funders.includes(input.companyId),
      answered: answers.has(input.companyId),
    });
    if ("refusal" in outcome) throw new DomainError(outcome.refusal);
    const insert = trx
      .insertInto("amendment_answers")
      .values({
        proposal_id: program.id,
        amendment_n: amendment.n,
        company_id: input.companyId,
        answer: input.answer,
        note,
        answered_by: actor.userId,
        at: now(),
      })
      .execute();
    await refusing(insert, { amendment_answers_pkey: "answered_already" });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: input.answer === "accepted" ? "amendment.accepted" : "amendment.refused_by_funder",
      subject: { kind: "amendment", id: amendment.id },
      organizationId: input.companyId,
      proposalId: program.id,
      details: { number: amendment.n },
    });
    await settleAsks(trx, [fundersPage(program, amendment)], { organizationId: input.companyId });
    return { status: (await settleAmendment(trx, program, amendment, actor.userId)).status };
  });
}

/** The company's approver; where it has none, whoever manages the company. */
async function requireAnswerer(trx: Transaction<DB>, actor: Actor, companyId: string): Promise<void> {
  const approvers = await peopleWithRoles(trx, companyId, ...answererRoles);
  requireMembership(actor, companyId, ...(approvers.length > 0 ? answererRoles : answererOtherwise));
}
