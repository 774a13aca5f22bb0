import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

/** Opens a line: it counts as read from the first time on. Gives where it leads; refuses `notice_not_found`, also for somebody else's. */
export async function openNotice(
  trx: Transaction<DB>,
  actor: Pick<Actor, "userId">,
  input: { noticeId: string },
): Promise<{ address: string; organizationId: string | null }> {
  if (!isId(input.noticeId)) throw new DomainError("notice_not_found");
  const notice = await trx
    .updateTable("notices")
    .set((eb) => ({ read_at: eb.fn.coalesce("read_at", eb.val(now())) }))
    .where("id", "=", input.noticeId)
    .where("user_id", "=", actor.userId)
    .returning(["address", "organization_id as organizationId"])
    .executeTakeFirst();
  if (!notice) throw new DomainError("notice_not_found");
  return notice;
}

/** Marks what came until a moment as read, so that what comes while one looks stays new. Gives how many lines it was. */
export async function readNotices(trx: Transaction<DB>, actor: Pick<Actor, "userId">, input: { until: Date }): Promise<{ read: number }> {
  const unread = trx
    .selectFrom("notices")
    .select("id")
    .where("user_id", "=", actor.userId)
    .where("read_at", "is", null)
    .where("created_at", "<=", input.until)
    .orderBy("id")
    .forUpdate();
  const { numUpdatedRows } = await trx.updateTable("notices").set({ read_at: now() }).where("id", "in", unread).executeTakeFirstOrThrow();
  return { read: Number(numUpdatedRows) };
}
