import type { Transaction } from "kysely";
import { storeFile } from "~/features/files/store-file.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { isEditable, writerRoles } from "./proposal";
import { lockProposal } from "./proposal-transition.server";

/** Keeps an uploaded photo or document and puts it at the end of the proposal's attachments. It doesn't touch what others are writing. */
export async function attachProposalFile(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; file: File; title: string; access: "public" | "parties" },
): Promise<{ fileId: string }> {
  const proposal = await lockProposal(trx, input.proposalId);
  requireMembership(actor, proposal.organizationId, ...writerRoles);
  if (!isEditable(proposal.status)) throw new DomainError("not_editable", { status: proposal.status });
  const { fileId } = await storeFile(trx, actor, { organizationId: proposal.organizationId, access: input.access, file: input.file });
  const last = await trx
    .selectFrom("proposal_files")
    .select((eb) => eb.fn.max("position").as("position"))
    .where("proposal_id", "=", proposal.id)
    .executeTakeFirst();
  const title = input.title.trim() || input.file.name.replace(/\.[^.]+$/, "");
  await trx
    .insertInto("proposal_files")
    .values({ proposal_id: proposal.id, file_id: fileId, title, position: (last?.position ?? 0) + 1 })
    .execute();
  return { fileId };
}
