import type { Transaction } from "kysely";
import { type Actor, requireMembership } from "~/features/identity/actor";
import type { DraftPatch } from "~/features/proposals/draft-patch";
import { communityPowers } from "~/features/identity/powers";
import { amountOfLine } from "~/features/proposals/proposal-draft";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type AmendmentReason, type ContentPart, amendable } from "./amendment";
import { type AmendmentId, lockAmendment } from "./lock-amendment.server";
import { encodeContent, patchedContent } from "./program-content";

export type SaveAmendmentInput = AmendmentId & {
  /** The revision that the page was opened with. */
  revision: number;
  write:
    | { part: "reason"; reasonCode: AmendmentReason; reason: string }
    | { part: ContentPart; patch: DraftPatch; unread: Record<string, string> };
};

/**
 * Keeps one part of an amendment's draft, as loosely as it was written. Only what the part may change is taken. Refuses
 * `amendment_not_draft`, `stale_version` when somebody else saved meanwhile, and `reason_missing`.
 */
export async function saveAmendment(trx: Transaction<DB>, actor: Actor, input: SaveAmendmentInput): Promise<{ revision: number }> {
  const { program, amendment } = await lockAmendment(trx, input);
  requireMembership(actor, program.organizationId, ...communityPowers.writes_amendments);
  if (amendment.status !== "draft") throw new DomainError("amendment_not_draft");
  if (amendment.revision !== input.revision) throw new DomainError("stale_version", { current: amendment.revision });
  const { write } = input;
  if (write.part === "reason" && write.reason.trim() === "") throw new DomainError("reason_missing", { field: "reason" });
  const revision = amendment.revision + 1;
  const values = write.part === "reason" ? reasonOf(write) : contentOf(amendment, write);
  await trx
    .updateTable("amendments")
    .set({ ...values, revision, updated_at: now() })
    .where("proposal_id", "=", program.id)
    .where("n", "=", amendment.n)
    .execute();
  return { revision };
}

function reasonOf({ reasonCode, reason }: Extract<SaveAmendmentInput["write"], { part: "reason" }>) {
  return { reason_code: reasonCode, reason: reason.trim() };
}

function contentOf(
  amendment: Awaited<ReturnType<typeof lockAmendment>>["amendment"],
  { part, patch, unread }: Extract<SaveAmendmentInput["write"], { part: ContentPart }>,
) {
  const { section, fields } = amendable[part];
  const taken = Object.fromEntries(fields.map((field) => [field, patch[field]])) as DraftPatch;
  if (taken.lines?.some((line) => line.volume !== null && line.unitPrice !== null && amountOfLine(line) === undefined)) {
    throw new DomainError("amount_not_whole");
  }
  const content = encodeContent(patchedContent(amendment.content, taken));
  return { content, unread: JSON.stringify({ ...amendment.unread, [section]: unread }) };
}
