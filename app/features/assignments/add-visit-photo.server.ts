import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import type { Actor } from "~/features/identity/actor";
import { sha256Of } from "~/platform/storage.server";
import type { DB } from "#db/types.generated";
import { attachVisitPhoto } from "./attach-visit-photo.server";
import { lockOwnAssignment } from "./lock-assignment.server";

/** Adds one photo to a question of the actor's task, once per key, however often a weak signal makes the phone send it. */
export async function addVisitPhoto(
  trx: Transaction<DB>,
  actor: Actor,
  input: { key: string; assignmentId: string; item: string; file: File },
): Promise<{ fileId: string }> {
  const { key, file, ...about } = input;
  const seen = { ...about, actor: actor.userId, content: sha256Of(await file.bytes()) };
  return once(trx, { key, operation: "add_visit_photo", input: seen }, async () => {
    const assignment = await lockOwnAssignment(trx, actor, input.assignmentId, "done");
    return attachVisitPhoto(trx, actor, assignment, input);
  });
}
