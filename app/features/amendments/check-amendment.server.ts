import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import type { ProgramForMoney } from "~/features/proposals/program-queries.server";
import { requireUntied } from "~/features/ties/require-untied.server";
import { addDays } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { answerDays, checkerRoles } from "./amendment";
import { weightsOf } from "./amendment-rules";
import { currentVersion } from "./keep-version.server";
import { type AmendmentId, type LockedAmendment, lockAmendment, requireAmendable } from "./lock-amendment.server";
import { moveAmendment } from "./move-amendment.server";
import { problemsNow } from "./program-facts.server";
import { settleAmendment } from "./settle-amendment.server";
import { limits } from "./submit-amendment.server";
import { tellCommunity } from "./tell-amendment.server";

/** A submitted amendment, locked, for somebody of the desk without a tie; refuses `own_organization` and `declared_tie`. */
export async function lockForCheck(
  trx: Transaction<DB>,
  actor: Actor,
  id: AmendmentId,
): Promise<{ program: ProgramForMoney; amendment: LockedAmendment }> {
  requirePlatform(actor, ...checkerRoles);
  const locked = await lockAmendment(trx, id);
  const { sponsor_id } = await trx
    .selectFrom("organizations")
    .select("sponsor_id")
    .where("id", "=", locked.program.organizationId)
    .executeTakeFirstOrThrow();
  await requireUntied(trx, actor, [locked.program.organizationId, sponsor_id]);
  return locked;
}

/**
 * The desk finds an amendment to be in order: it comes into force, or waits for every company with a commitment. Refuses
 * `amendment_not_submitted`, `amendment_problems` when something has happened that it goes behind, `amendment_program_closed`,
 * `organization_frozen`, `own_organization` and `declared_tie`.
 */
export async function checkAmendment(
  trx: Transaction<DB>,
  actor: Actor,
  input: AmendmentId & { key: string },
): Promise<{ status: LockedAmendment["status"] }> {
  const { program, amendment } = await lockForCheck(trx, actor, input);
  return once(trx, { key: input.key, operation: "check-amendment", input: { ...input, actor: actor.userId } }, async () => {
    await requireAmendable(trx, program);
    const { content: before } = await currentVersion(trx, program.id);
    const [first, ...others] = await problemsNow(trx, program.id, { before, after: amendment.content, unread: {} });
    if (amendment.status === "submitted" && first) {
      throw new DomainError("amendment_problems", { count: others.length + 1, missing: first.field, because: first.code });
    }
    const weights = weightsOf(before, amendment.content, limits);
    const checked = await moveAmendment(
      trx,
      program,
      { ...amendment, weights },
      { kind: "check" },
      {
        actorId: actor.userId,
        action: "amendment.checked",
        values: {
          weights,
          checked_by: actor.userId,
          checked_at: now(),
          answer_by: weights.length > 0 ? addDays(today(), answerDays) : null,
        },
      },
    );
    return { status: (await settleAmendment(trx, program, checked, actor.userId)).status };
  });
}

/** The desk sends an amendment back to be changed, with what is missing. Refuses `reason_missing` and what `lockForCheck` refuses. */
export async function returnAmendment(trx: Transaction<DB>, actor: Actor, input: AmendmentId & { note: string }): Promise<void> {
  const { program, amendment } = await lockForCheck(trx, actor, input);
  const note = required(input.note);
  const move = { actorId: actor.userId, action: "amendment.returned", note, values: { return_note: note } } as const;
  await moveAmendment(trx, program, amendment, { kind: "return" }, move);
  await tellCommunity(trx, program, amendment, { happened: "returned", words: note });
}

/** The desk turns an amendment down for good, with its reason; the version in force stays. */
export async function refuseAmendment(trx: Transaction<DB>, actor: Actor, input: AmendmentId & { note: string }): Promise<void> {
  const { program, amendment } = await lockForCheck(trx, actor, input);
  const note = required(input.note);
  const move = { actorId: actor.userId, action: "amendment.refused", note, ending: "desk" } as const;
  await moveAmendment(trx, program, amendment, { kind: "refuse" }, move);
  await tellCommunity(trx, program, amendment, { happened: "refused", words: note });
}

function required(words: string): string {
  const note = words.trim();
  if (note === "") throw new DomainError("reason_missing", { field: "note" });
  return note;
}
