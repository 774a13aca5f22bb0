import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import type { DB } from "#db/types.generated";
import type { AmendmentId } from "./lock-amendment.server";
import { lockDraft, nextRevision } from "./lock-draft.server";

/** Takes a file from an amendment that is being written; what was sent keeps its evidence. Refuses `amendment_not_draft`. */
export async function removeEvidence(trx: Transaction<DB>, actor: Actor, input: AmendmentId & { fileId: string }): Promise<void> {
  const { amendment } = await lockDraft(trx, actor, input);
  await trx
    .deleteFrom("amendment_files")
    .where("proposal_id", "=", amendment.proposalId)
    .where("amendment_n", "=", amendment.n)
    .where("file_id", "=", input.fileId)
    .execute();
  await nextRevision(trx, amendment);
}
