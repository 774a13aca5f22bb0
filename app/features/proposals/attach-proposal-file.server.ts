import type { Transaction } from "kysely";
import { storeFile } from "~/features/files/store-file.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { isEditable, writerRoles } from "./proposal";
import { lockProposal } from "./proposal-transition.server";

/** More than anybody reads; a larger report belongs into one PDF. */
const mostFiles = 20;
const longestFileTitle = 120;

/**
 * Keeps an uploaded photo or document and puts it at the end of the proposal's attachments. It doesn't touch what others are writing.
 * Refuses `too_many_files`, `file_twice` for content that is attached already, `title_too_long`, and what `storeFile` refuses.
 */
export async function attachProposalFile(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; file: File; title: string; access: "public" | "parties" },
): Promise<{ fileId: string }> {
  const proposal = await lockProposal(trx, input.proposalId);
  requireMembership(actor, proposal.organizationId, ...writerRoles);
  if (!isEditable(proposal.status)) throw new DomainError("not_editable", { status: proposal.status });
  const title = input.title.trim() || input.file.name.replace(/\.[^.]+$/, "").slice(0, longestFileTitle);
  if (title.length > longestFileTitle) throw new DomainError("title_too_long", { field: "uploadTitle" });
  const attached = await trx
    .selectFrom("proposal_files as pf")
    .innerJoin("files as f", "f.id", "pf.file_id")
    .select(["pf.position", "f.sha256"])
    .where("pf.proposal_id", "=", proposal.id)
    .execute();
  if (attached.length >= mostFiles) throw new DomainError("too_many_files", { most: mostFiles });
  const { fileId } = await storeFile(trx, actor, { organizationId: proposal.organizationId, access: input.access, file: input.file });
  const { sha256 } = await trx.selectFrom("files").select("sha256").where("id", "=", fileId).executeTakeFirstOrThrow();
  if (attached.some((one) => one.sha256 === sha256)) throw new DomainError("file_twice", { field: "file" });
  const position = Math.max(0, ...attached.map((one) => one.position)) + 1;
  await trx.insertInto("proposal_files").values({ proposal_id: proposal.id, file_id: fileId, title, position }).execute();
  return { fileId };
}
