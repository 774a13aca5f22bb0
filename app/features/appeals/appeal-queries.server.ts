import { type Kysely, type Transaction, sql } from "kysely";
import type { DB } from "#db/types.generated";
import { totalOf } from "./appeal";

type Reader = Kysely<DB> | Transaction<DB>;

function appeals(db: Reader) {
  return db
    .selectFrom("appeals as a")
    .innerJoin("organizations as o", "o.id", "a.organization_id")
    .innerJoin("areas as d", "d.code", "a.area_code")
    .leftJoin("proposals as p", "p.id", "a.proposal_id")
    .select(["a.id", "a.code", "a.status", "a.disaster", "a.title", "a.situation", "a.began_on as beganOn", "a.raised_at as raisedAt"])
    .select(["a.statement_number as statementNumber", "a.statement_issuer as statementIssuer", "a.statement_file_id as statementFileId"])
    .select(["a.statement_from as statementFrom", "a.statement_until as statementUntil", "a.decided_at as decidedAt"])
    .select(["a.decision_note as decisionNote", "a.valid_until as validUntil", "a.renewed_at as renewedAt", "a.proposal_id as proposalId"])
    .select(["a.second_called_at as secondCalledAt", "a.organization_id as organizationId", "a.recovery_proposal_id as recoveryProposalId"])
    .select(["o.name as organization", "o.slug as organizationSlug", "d.label as area", "d.name as areaName", "p.slug as programSlug"])
    .select(sql<bigint>`(select coalesce(sum(l.amount), 0)::bigint from appeal_lines l where l.appeal_id = a.id)`.as("total"))
    .select(sql<number>`(select count(*)::int from appeal_checks k where k.appeal_id = a.id and k.result = 'match')`.as("matching"));
}

export type AppealSummary = Awaited<ReturnType<ReturnType<typeof appeals>["execute"]>>[number];

/** Appeals that wait for a decision, the least time left first. */
export function waitingAppeals(db: Reader): Promise<AppealSummary[]> {
  return appeals(db).where("a.status", "=", "raised").orderBy("a.raised_at").orderBy("a.id").execute();
}

/** Appeals that were decided, the latest first. */
export function decidedAppeals(db: Reader, limit: number): Promise<AppealSummary[]> {
  return appeals(db).where("a.decided_at", "is not", null).orderBy("a.decided_at", "desc").orderBy("a.id").limit(limit).execute();
}

/** Every appeal of a unit, the latest first. */
export function appealsOf(db: Reader, organizationId: string): Promise<AppealSummary[]> {
  return appeals(db).where("a.organization_id", "=", organizationId).orderBy("a.raised_at", "desc").orderBy("a.id").execute();
}

/** One appeal with all that belongs to it, by its code or its id; undefined when there is none. */
export async function findAppeal(db: Reader, key: { code: string } | { id: string }) {
  const appeal = await appeals(db)
    .where("code" in key ? "a.code" : "a.id", "=", "code" in key ? key.code : key.id)
    .executeTakeFirst();
  if (!appeal) return undefined;
  const [villages, counts, lines, checks] = await Promise.all([
    db
      .selectFrom("appeal_villages as v")
      .innerJoin("areas as a", "a.code", "v.area_code")
      .select(["a.code", "a.name", "a.label"])
      .where("v.appeal_id", "=", appeal.id)
      .orderBy("a.name")
      .execute(),
    db
      .selectFrom("appeal_counts")
      .select(["id", "displaced", "families", "people", "toddlers", "elderly", "disabled", "counted_at as countedAt"])
      .where("appeal_id", "=", appeal.id)
      .orderBy("counted_at", "desc")
      .orderBy("id", "desc")
      .execute(),
    db
      .selectFrom("appeal_lines")
      .select(["position", "description", "volume", "unit", "unit_price as unitPrice"])
      .where("appeal_id", "=", appeal.id)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("appeal_checks")
      .select(["kind", "result", "note", "checked_at as checkedAt"])
      .select(sql<boolean>`checked_by is null`.as("automatic"))
      .where("appeal_id", "=", appeal.id)
      .orderBy("checked_at")
      .execute(),
  ]);
  return { ...appeal, villages, counts, lines, checks, total: totalOf(lines) };
}

export type AppealView = NonNullable<Awaited<ReturnType<typeof findAppeal>>>;

/** Who is on duty now, and since when; undefined when nobody is. */
export function dutyNow(db: Reader) {
  return db
    .selectFrom("duty_turns as t")
    .innerJoin("users as u", "u.id", "t.user_id")
    .select(["t.user_id as userId", "u.name", "t.began_at as beganAt"])
    .where("t.ended_at", "is", null)
    .executeTakeFirst();
}

/** How many wait to hear that an appeal is verified, and whether this person does. */
export async function followersOf(db: Reader, appealId: string, userId: string | null): Promise<{ count: number; own: boolean }> {
  const rows = await db.selectFrom("appeal_followers").select("user_id").where("appeal_id", "=", appealId).execute();
  return { count: rows.length, own: rows.some((row) => row.user_id === userId) };
}

/** Villages of one district, by name: what an appeal can name. */
export function villagesOf(db: Reader, district: string) {
  return db
    .selectFrom("areas")
    .select(["code", "name", "kind_name as kindName"])
    .where("parent_code", "=", district)
    .where("level", "=", "village")
    .orderBy("name")
    .execute();
}

/** The district in which a unit sits, or an empty text when its address has none. */
export async function homeDistrict(db: Reader, organizationId: string): Promise<string> {
  const { area_code } = await db.selectFrom("organizations").select("area_code").where("id", "=", organizationId).executeTakeFirstOrThrow();
  return (area_code ?? "").slice(0, "33.16.03".length);
}

/** The districts of the same regency, by name. */
export function districtsBeside(db: Reader, district: string) {
  return db
    .selectFrom("areas")
    .select(["code", "name"])
    .where("parent_code", "=", district.slice(0, "33.16".length))
    .where("level", "=", "district")
    .orderBy("name")
    .execute();
}
