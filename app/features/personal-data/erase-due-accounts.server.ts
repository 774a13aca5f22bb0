import type { Kysely, Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { now } from "~/platform/clock.server";
import { log } from "~/platform/log.server";
import type { DB } from "#db/types.generated";
import { erasureObstacles } from "./erasure-obstacles.server";
import { tellErasure } from "./tell-erasure.server";

/** What pages show where somebody's name stood. */
const erasedName = "Pengguna terhapus";

/**
 * Erases every account whose seven days are over, each in a transaction of its own. Where something came up in the meantime the person is
 * told once and the request waits. Gives how many were erased.
 */
export async function eraseDueAccounts(db: Kysely<DB>): Promise<{ erased: number }> {
  const due = await db.selectFrom("account_erasures").select("user_id").where("due_at", "<=", now()).execute();
  let erased = 0;
  for (const { user_id } of due) {
    if (await db.transaction().execute((trx) => eraseOne(trx, user_id))) erased += 1;
  }
  if (erased > 0) log.info({ erased }, "accounts erased");
  return { erased };
}

async function eraseOne(trx: Transaction<DB>, userId: string): Promise<boolean> {
  const request = await trx.selectFrom("account_erasures").selectAll().where("user_id", "=", userId).forUpdate().executeTakeFirst();
  if (!request || request.due_at > now()) return false;
  await lockManaged(trx, userId);
  const user = await trx.selectFrom("users").select(["name", "email"]).where("id", "=", userId).forUpdate().executeTakeFirstOrThrow();
  if ((await erasureObstacles(trx, userId)).length > 0) {
    if (!request.blocked_at) {
      await trx.updateTable("account_erasures").set({ blocked_at: now() }).where("user_id", "=", userId).execute();
      await tellErasure(trx, { userId, ...user }, { what: "blocked", dueAt: null });
    }
    return false;
  }
  await removeIdentity(trx, userId, user.email);
  await recordAudit(trx, { actorId: null, action: "account.erased", subject: { kind: "user", id: userId } });
  return true;
}

/** The same locks as the operations that change roles take, so that an organisation can't lose two managers at the same moment. */
async function lockManaged(trx: Transaction<DB>, userId: string): Promise<void> {
  await trx
    .selectFrom("organizations")
    .select("id")
    .where("id", "in", trx.selectFrom("memberships").select("organization_id").where("user_id", "=", userId))
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** The row stays, since ledger, audit log and records point to it; whatever says who it was goes. */
async function removeIdentity(trx: Transaction<DB>, userId: string, email: string): Promise<void> {
  await removeProfiles(trx, userId);
  const anonymous = `terhapus-${userId}@terhapus.invalid`;
  for (const table of [
    "sessions",
    "credentials",
    "second_factors",
    "news_choices",
    "notices",
    "memberships",
    "account_erasures",
  ] as const) {
    await trx.deleteFrom(table).where("user_id", "=", userId).execute();
  }
  await trx.deleteFrom("verifications").where("value", "=", userId).execute();
  await trx.deleteFrom("email_messages").where("to_address", "=", email).execute();
  await trx
    .updateTable("invitations")
    .set({ cancelled_at: now() })
    .where("email", "=", email)
    .where("accepted_at", "is", null)
    .where("cancelled_at", "is", null)
    .execute();
  await trx.updateTable("invitations").set({ email: anonymous }).where("email", "=", email).execute();
  await trx
    .updateTable("users")
    .set({ name: erasedName, email: anonymous, email_verified: false, image: null, erased_at: now(), updated_at: now() })
    .where("id", "=", userId)
    .execute();
}

/**
 * A practitioner's profile bears the person's name and address, and the papers and numbers that prove them; what was signed under it
 * keeps the role alone.
 */
async function removeProfiles(trx: Transaction<DB>, userId: string): Promise<void> {
  const own = trx.selectFrom("memberships").select("organization_id").where("user_id", "=", userId);
  const profiles = await trx.selectFrom("organizations").select("id").where("kind", "=", "practitioner").where("id", "in", own).execute();
  for (const { id } of profiles) {
    await removeProof(trx, id);
    await trx
      .updateTable("organizations")
      .set({ name: erasedName, slug: `terhapus-${id}`, about: "", address: "" })
      .where("id", "=", id)
      .execute();
  }
}

async function removeProof(trx: Transaction<DB>, organizationId: string): Promise<void> {
  await trx.deleteFrom("organization_identifiers").where("organization_id", "=", organizationId).execute();
  const papers = await trx.deleteFrom("standing_documents").where("organization_id", "=", organizationId).returning("file_id").execute();
  const files = papers.map(({ file_id }) => file_id);
  if (files.length > 0) await trx.deleteFrom("files").where("id", "in", files).execute();
}
