import type { Transaction } from "kysely";
import { storeAttachment } from "~/features/files/store-attachment.server";
import type { Actor } from "~/features/identity/actor";
import type { DB } from "#db/types.generated";
import { evidencePlaces, mostEvidence } from "./evidence";
import type { AmendmentId } from "./lock-amendment.server";
import { lockDraft, nextRevision } from "./lock-draft.server";

/**
 * Puts an uploaded photo or document behind the reason of an amendment that is being written; its revision moves, so that nobody sends an
 * amendment with files that they have not seen. Refuses `amendment_not_draft` and what `storeAttachment` refuses.
 */
export async function attachEvidence(
  trx: Transaction<DB>,
  actor: Actor,
  input: AmendmentId & { file: File; title: string; forPublic: boolean },
): Promise<{ fileId: string; revision: number }> {
  const { amendment, organizationId } = await lockDraft(trx, actor, input);
  const attached = await trx
    .selectFrom("amendment_files as af")
    .innerJoin("files as f", "f.id", "af.file_id")
    .select(["af.position", "f.sha256"])
    .where("af.proposal_id", "=", amendment.proposalId)
    .where("af.amendment_n", "=", amendment.n)
    .execute();
  const { fileId, title } = await storeAttachment(trx, actor, {
    organizationId,
    // Whether the public may open it too is asked of the amendment, which must have been checked.
    access: "parties",
    file: input.file,
    title: input.title,
    attached: attached.map(({ sha256 }) => sha256),
    most: mostEvidence,
  });
  const position = evidencePlaces.find((place) => attached.every((one) => one.position !== place)) ?? mostEvidence;
  await trx
    .insertInto("amendment_files")
    .values({ proposal_id: amendment.proposalId, amendment_n: amendment.n, file_id: fileId, title, for_public: input.forPublic, position })
    .execute();
  return { fileId, revision: await nextRevision(trx, amendment) };
}
