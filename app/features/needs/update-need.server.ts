import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import type { DB } from "#db/types.generated";
import { lockNeed } from "./lock-need.server";
import { type Count, together } from "./need";
import { appendCount } from "./need-counts.server";

export type UpdateNeedInput = Count & {
  key: string;
  organizationId: string;
  needId: string;
  /** The number of the count that the page showed. */
  seen: number;
  /** The new count takes the old one's place, or is of other people and is added to it. */
  instead: "replace" | "add";
  reason: string;
  file: File | null;
};

/** Counts an open need anew, with the reason of the change; the count before stays readable. Refuses what `lockNeed` and `appendCount` refuse. */
export async function updateNeed(trx: Transaction<DB>, actor: Actor, input: UpdateNeedInput): Promise<{ needId: string }> {
  const { key, organizationId, needId, seen, instead, file } = input;
  const { people, households, women, men, urgency, sources, reason } = input;
  const said = { organizationId, needId, seen, instead, people, households, women, men, urgency, sources, reason };
  const hashed = { ...said, file: file ? `${file.name}:${file.size}` : "", actor: actor.userId };
  return once(trx, { key, operation: "update-need", input: hashed }, async () => {
    const need = await lockNeed(trx, actor, input);
    const before = await trx
      .selectFrom("need_counts")
      .select(["people", "households", "women", "men"])
      .where("need_id", "=", need.id)
      .where("n", "=", need.counts)
      .executeTakeFirstOrThrow();
    const counted: Count = { people, households, women, men, urgency, sources };
    const count = instead === "add" ? together(before, counted) : counted;
    const n = await appendCount(trx, actor, need, organizationId, { ...count, reason, file });
    await trx.updateTable("needs").set({ counts: n }).where("id", "=", need.id).execute();
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "need.updated",
      subject: { kind: "need", id: need.id },
      organizationId,
      details: { area: need.areaCode, group: need.needCode, people: count.people, before: before.people },
    });
    return { needId: need.id };
  });
}
