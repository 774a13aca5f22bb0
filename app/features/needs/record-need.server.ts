import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import type { Day } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import { requireMapper } from "./lock-need.server";
import { type Count, keptArea } from "./need";
import { appendCount } from "./need-counts.server";
import { updateNeed } from "./update-need.server";

export type RecordNeedInput = Count & {
  key: string;
  organizationId: string;
  /** The village where it was counted; for a sensitive group a regency is enough, and only the regency is kept. */
  areaCode: string;
  needCode: string;
  since: Day;
  /** Who they are in a few words, for everyone to read. Never kept for a sensitive group. */
  about: string;
  file: File | null;
  /** What to do with an open record of the same village and group, once the person has seen its count number `seen`. */
  existing?: { instead: "replace" | "add"; seen: number; reason: string };
};

/**
 * Records a need that a PSM counted in the own area of work. When the village has an open record of the group already, nothing is
 * overwritten: refuses `need_exists` with its `needId` until `existing` says what to do. Refuses `group_unknown`, `village_missing` (only a
 * sensitive group may come without a village), `in_the_future`, and what `requireStanding` and `appendCount` refuse.
 */
export async function recordNeed(trx: Transaction<DB>, actor: Actor, input: RecordNeedInput): Promise<{ needId: string }> {
  const group = await trx.selectFrom("need_groups").select("sensitive").where("code", "=", input.needCode).executeTakeFirst();
  if (!group) throw new DomainError("group_unknown", { field: "needCode" });
  const { sensitive } = group;
  const { file, ...said } = input;
  const kept = { ...said, areaCode: keptArea(input.areaCode, sensitive), about: sensitive ? "" : input.about.trim() };
  const area = await trx.selectFrom("areas").select("level").where("code", "=", kept.areaCode).executeTakeFirst();
  if (area?.level !== (sensitive ? "regency" : "village")) throw new DomainError("village_missing", { field: "areaCode" });
  await requireMapper(trx, actor, input.organizationId, kept.areaCode);
  if (input.since > today()) throw new DomainError("in_the_future", { field: "since" });
  // The hash of what was sent is kept too: it is made of what is kept, so that no village can be guessed from it.
  const seen = { ...kept, file: file ? `${file.name}:${file.size}` : "", actor: actor.userId };
  return once(trx, { key: input.key, operation: "record-need", input: seen }, async () => {
    const open = await openRecord(trx, kept.areaCode, kept.needCode);
    if (open && !input.existing) throw new DomainError("need_exists", { needId: open.id });
    if (open && input.existing) {
      await updateNeed(trx, actor, { ...kept, key: newId(), file, needId: open.id, ...input.existing });
      return { needId: open.id };
    }
    return insertNeed(trx, actor, kept, sensitive, file);
  });
}

function openRecord(trx: Transaction<DB>, areaCode: string, needCode: string) {
  return trx
    .selectFrom("needs")
    .select("id")
    .where("area_code", "=", areaCode)
    .where("need_code", "=", needCode)
    .where("closed_at", "is", null)
    .executeTakeFirst();
}

async function insertNeed(
  trx: Transaction<DB>,
  actor: Actor,
  input: Omit<RecordNeedInput, "file">,
  sensitive: boolean,
  file: File | null,
): Promise<{ needId: string }> {
  const needId = newId();
  await refusing(
    trx
      .insertInto("needs")
      .values({
        id: needId,
        area_code: input.areaCode,
        need_code: input.needCode,
        sensitive,
        since: input.since,
        about: input.about,
        counts: 1,
        recorded_at: now(),
      })
      .execute(),
    // Somebody else recorded the same village and group a moment ago.
    { needs_open_key: "need_exists" },
  );
  await appendCount(trx, actor, { id: needId, sensitive, counts: 0 }, input.organizationId, { ...input, reason: "", file });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "need.recorded",
    subject: { kind: "need", id: needId },
    organizationId: input.organizationId,
    details: { area: input.areaCode, group: input.needCode, people: input.people },
  });
  return { needId };
}
