import type { Kysely } from "kysely";
import { findDraft } from "~/features/proposals/draft-queries.server";
import { budgetTotal } from "~/features/proposals/proposal-draft";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import { hashOfVersion } from "./keep-version.server";
import { type ProgramContent, contentOfDraft, decodeContent } from "./program-content";

export type VersionView = {
  version: number;
  amendmentN: number | null;
  target: Rupiah;
  validFrom: Date;
  contentHash: string;
  content: ProgramContent;
};

/**
 * Every version of a program, the first one first. A program that was published before versions were kept has one that is only read: its
 * tables, which nothing has changed since, with the fingerprint that it gets once it is written down.
 */
export async function versionsOf(db: Kysely<DB>, proposalId: string): Promise<VersionView[]> {
  const rows = await db
    .selectFrom("program_versions")
    .select(["version", "amendment_n as amendmentN", "target", "valid_from as validFrom", "content_hash as contentHash", "content"])
    .where("proposal_id", "=", proposalId)
    .orderBy("version")
    .execute();
  if (rows.length > 0) return rows.map((row) => ({ ...row, content: decodeContent(row.content) }));
  const record = await findDraft(db, proposalId);
  if (!record) return [];
  const { published_at } = await db.selectFrom("proposals").select("published_at").where("id", "=", proposalId).executeTakeFirstOrThrow();
  const content = contentOfDraft(record.draft);
  const contentHash = hashOfVersion({ proposalId, version: 1, before: null, content });
  return [
    { version: 1, amendmentN: null, target: budgetTotal(content.lines), validFrom: published_at ?? record.updatedAt, contentHash, content },
  ];
}
