import type { Transaction } from "kysely";
import { storeAttachment } from "~/features/files/store-attachment.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { isEditable, writerRoles } from "./proposal";
import { lockProposal } from "./proposal-transition.server";

/** More than anybody reads; a larger report belongs into one PDF. */
const mostFiles = 20;

/**
 * Keeps an uploaded photo or document and puts it at the end of the proposal's attachments. It doesn't touch what others are writing.
 * Refuses what `storeAttachment` refuses.
 */
export async function attachProposalFile(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; file: File; title: string; access: "public" | "parties" },
): Promise<{ fileId: string }> {
  const proposal = await lockProposal(trx, input.proposalId);
  requireMembership(actor, proposal.organizationId, ...writerRoles);
  if (!isEditable(proposal.status)) throw new DomainError("not_editable", { status: proposal.status });
  const attached = await trx
    .selectFrom("proposal_files as pf")
    .innerJoin("files as f", "f.id", "pf.file_id")
    .select(["pf.position", "f.sha256"])
    .where("pf.proposal_id", "=", proposal.id)
    .execute();
  const { fileId, title } = await storeAttachment(trx, actor, {
    organizationId: proposal.organizationId,
    access: input.access,
    file: input.file,
    title: input.title,
    attached: attached.map(({ sha256 }) => sha256),
    most: mostFiles,
  });
  const position = Math.max(0, ...attached.map((one) => one.position)) + 1;
  await trx.insertInto("proposal_files").values({ proposal_id: proposal.id, file_id: fileId, title, position }).execute();
  return { fileId };
}
