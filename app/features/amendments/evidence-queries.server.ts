import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import type { Evidence } from "./evidence";
import type { AmendmentId } from "./lock-amendment.server";

type Reader = Kysely<DB> | Transaction<DB>;

function filesOf(db: Reader, { proposalId, n }: AmendmentId) {
  return db
    .selectFrom("amendment_files as af")
    .innerJoin("files as f", "f.id", "af.file_id")
    .where("af.proposal_id", "=", proposalId)
    .where("af.amendment_n", "=", n)
    .orderBy("af.position");
}

/** What a community put behind the reason of an amendment, in its order. */
export async function evidenceOf(db: Reader, id: AmendmentId): Promise<Evidence[]> {
  return filesOf(db, id)
    .select(["f.id as fileId", "af.title", "f.media_type as mediaType", "f.size_bytes as sizeBytes", "af.for_public as forPublic"])
    .execute();
}

/** The SHA-256 of each, in the same order: what the fingerprint of its version covers. */
export async function evidenceHashes(db: Reader, id: AmendmentId): Promise<string[]> {
  return (await filesOf(db, id).select("f.sha256").execute()).map(({ sha256 }) => sha256);
}
