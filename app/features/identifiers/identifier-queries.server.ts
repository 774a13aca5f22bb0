import { type Kysely, type Transaction, sql } from "kysely";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";

type Reader = Kysely<DB> | Transaction<DB>;

/** An organisation's numbers as pages show them: the last four digits, never more. */
export async function identifiersOf(db: Reader, organizationId: string) {
  return db
    .selectFrom("organization_identifiers")
    .select(["id", "kind", "last_four as lastFour", "doubtful"])
    .where("organization_id", "=", organizationId)
    .where("superseded_at", "is", null)
    .orderBy("kind")
    .execute();
}

export type IdentifierView = Awaited<ReturnType<typeof identifiersOf>>[number];

/** Names of other organisations with the same number, by the number's id: the same person twice, or a copied paper. */
export async function twinsOf(db: Reader, organizationId: string): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("organization_identifiers as mine")
    .innerJoin("organization_identifiers as theirs", (join) =>
      join.onRef("theirs.fingerprint", "=", "mine.fingerprint").onRef("theirs.kind", "=", "mine.kind"),
    )
    .innerJoin("organizations as o", "o.id", "theirs.organization_id")
    .select(["mine.id", "o.name"])
    .distinct()
    .where("mine.organization_id", "=", organizationId)
    .where("mine.superseded_at", "is", null)
    .where("theirs.superseded_at", "is", null)
    .whereRef("theirs.organization_id", "<>", "mine.organization_id")
    .orderBy("o.name")
    .execute();
  const twins = new Map<string, string[]>();
  for (const row of rows) twins.set(row.id, [...(twins.get(row.id) ?? []), row.name]);
  return twins;
}

/** One number with whose it is and who opened it before, for the page that opens it. */
export async function findIdentifier(db: Reader, identifierId: string) {
  if (!isId(identifierId)) return undefined;
  const row = await db
    .selectFrom("organization_identifiers as i")
    .innerJoin("organizations as o", "o.id", "i.organization_id")
    .select(["i.id", "i.kind", "i.last_four as lastFour", "o.id as organizationId", "o.name as organization", "o.kind as organizationKind"])
    .where("i.id", "=", identifierId)
    .where("i.superseded_at", "is", null)
    .executeTakeFirst();
  if (!row) return undefined;
  const openings = await db
    .selectFrom("audit_log as a")
    .leftJoin("users as u", "u.id", "a.actor_id")
    .select(["a.at", "u.name", sql<string>`coalesce(a.details->>'reason', '')`.as("reason")])
    .where("a.subject_kind", "=", "identifier")
    .where("a.subject_id", "=", identifierId)
    .where("a.action", "=", "identifier.revealed")
    .orderBy("a.at", "desc")
    .orderBy("a.id", "desc")
    .limit(20)
    .execute();
  return { ...row, openings };
}
