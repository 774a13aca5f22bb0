import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import { findDraft } from "~/features/proposals/draft-queries.server";
import { budgetTotal } from "~/features/proposals/proposal-draft";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { evidenceHashes } from "./evidence-queries.server";
import { type ProgramContent, contentOfDraft, decodeContent, encodeContent } from "./program-content";

export type KeptVersion = { version: number; content: ProgramContent; contentHash: string };

/** The program as its tables say it now. */
export async function liveContent(trx: Transaction<DB>, proposalId: string): Promise<ProgramContent> {
  const record = await findDraft(trx, proposalId);
  if (!record) throw new DomainError("not_found");
  return contentOfDraft(record.draft);
}

/**
 * The version in force of a locked program. One that was published before versions were kept gets its first version now: nothing could
 * change its content until then, and `kept_at` says when it was written down.
 */
export async function currentVersion(trx: Transaction<DB>, proposalId: string): Promise<KeptVersion> {
  const row = await trx
    .selectFrom("program_versions")
    .select(["version", "content", "content_hash as contentHash"])
    .where("proposal_id", "=", proposalId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row) return { ...row, content: decodeContent(row.content) };
  return keepVersion(trx, { proposalId, content: await liveContent(trx, proposalId), amendmentN: null });
}

/** Keeps a version of a locked program for good, with a fingerprint that covers the version before it: none can be slipped in between. */
export async function keepVersion(
  trx: Transaction<DB>,
  { proposalId, content, amendmentN }: { proposalId: string; content: ProgramContent; amendmentN: number | null },
): Promise<KeptVersion> {
  const before = amendmentN === null ? undefined : await currentVersion(trx, proposalId);
  const version = (before?.version ?? 0) + 1;
  const evidence = amendmentN === null ? [] : await evidenceHashes(trx, { proposalId, n: amendmentN });
  const contentHash = hashOfVersion({ proposalId, version, before: before?.contentHash ?? null, content, evidence });
  const { published_at } = await trx.selectFrom("proposals").select("published_at").where("id", "=", proposalId).executeTakeFirstOrThrow();
  await trx
    .insertInto("program_versions")
    .values({
      proposal_id: proposalId,
      version,
      amendment_n: amendmentN,
      target: budgetTotal(content.lines),
      content: encodeContent(content),
      content_hash: contentHash,
      valid_from: before ? now() : (published_at ?? now()),
      kept_at: now(),
    })
    .execute();
  return { version, content, contentHash };
}

type Hashed = {
  proposalId: string;
  version: number;
  before: string | null;
  content: ProgramContent;
  /** The SHA-256 of each file of the amendment that made it, in their order. */
  evidence?: readonly string[];
};

/**
 * SHA-256 over the form's name, the program, the number, the fingerprint of the version before ("-" for the first) and the content's JSON.
 * The second form, of versions whose amendment has evidence, holds the SHA-256 of each file before the content.
 */
export function hashOfVersion({ proposalId, version, before, content, evidence = [] }: Hashed): string {
  const start = [evidence.length > 0 ? "sinergi-version-2" : "sinergi-version-1", proposalId, version, before ?? "-"];
  const canonical = [...start, ...(evidence.length > 0 ? [evidence.join(",")] : []), encodeContent(content)].join("|");
  return createHash("sha256").update(canonical).digest("hex");
}
