import { type Kysely, type Transaction, sql } from "kysely";
import { type Actor, isPlatform } from "~/features/identity/actor";
import type { DB } from "#db/types.generated";
import type { FileAccess } from "./file";

export type ReadableFile = {
  id: string;
  name: string;
  mediaType: string;
  sha256: string;
  access: FileAccess;
  organizationId: string | null;
  /** Whether the reader works for the organisation the file belongs to. */
  own: boolean;
};

/**
 * One file, if this reader may open it: public ones anyone; the owning organisation and the desk every one; of those meant for the
 * parties also companies with a pledge that stands (committed or settled) to the program in which the file is used, and practitioners
 * who took on a task about that program. Evidence of an amendment stays with its community and the desk until the desk has checked it.
 */
export async function findReadableFile(
  db: Kysely<DB> | Transaction<DB>,
  actor: Actor | null,
  fileId: string,
): Promise<ReadableFile | undefined> {
  const file = await db
    .selectFrom("files")
    .select(["id", "name", "media_type as mediaType", "sha256", "organization_id as organizationId"])
    .select(sql<FileAccess>`case when ${isShownEvidence()} then 'public' else access::text end`.as("access"))
    .where("id", "=", fileId)
    .executeTakeFirst();
  if (!file || file.access === "case") return undefined;
  const own = actor?.memberships.some((m) => m.organizationId === file.organizationId) ?? false;
  const allowed =
    file.access === "public" ||
    own ||
    isPlatform(actor) ||
    (file.access === "parties" && actor !== null && ((await isFunder(db, actor, fileId)) || (await isAssigned(db, actor, fileId))));
  return allowed ? { ...file, own } : undefined;
}

/** Evidence that its community meant for anyone, of an amendment that the desk has checked. */
function isShownEvidence() {
  return sql`exists (select from amendment_files af join amendments a on a.proposal_id = af.proposal_id and a.n = af.amendment_n
    where af.file_id = files.id and af.for_public and a.checked_at is not null)`;
}

async function isFunder(db: Kysely<DB> | Transaction<DB>, actor: Actor, fileId: string): Promise<boolean> {
  const companies = actor.memberships.filter((m) => m.kind === "company").map((m) => m.organizationId);
  if (companies.length === 0) return false;
  const pledge = await db
    .selectFrom("pledges as p")
    .innerJoin(programsUsing(fileId), "used.proposal_id", "p.proposal_id")
    .select("p.id")
    .where("p.company_id", "in", companies)
    .where("p.status", "in", ["committed", "settled"])
    .executeTakeFirst();
  return pledge !== undefined;
}

async function isAssigned(db: Kysely<DB> | Transaction<DB>, actor: Actor, fileId: string): Promise<boolean> {
  const profiles = actor.memberships.filter((m) => m.kind === "practitioner").map((m) => m.organizationId);
  if (profiles.length === 0) return false;
  const task = await db
    .selectFrom("assignments as a")
    .innerJoin(programsUsing(fileId), "used.proposal_id", "a.proposal_id")
    .select("a.id")
    .where("a.organization_id", "in", profiles)
    .where("a.status", "in", ["accepted", "done"])
    .executeTakeFirst();
  return task !== undefined;
}

function programsUsing(fileId: string) {
  return sql<{ proposal_id: string }>`(
    select proposal_id from proposal_files where file_id = ${fileId}
    union select proposal_id from receipts where file_id = ${fileId}
    union select proposal_id from report_photos where file_id = ${fileId}
    union select af.proposal_id from amendment_files af join amendments a on a.proposal_id = af.proposal_id and a.n = af.amendment_n
      where af.file_id = ${fileId} and a.checked_at is not null)`.as("used");
}
