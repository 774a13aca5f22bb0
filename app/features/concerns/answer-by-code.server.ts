import type { Kysely, Transaction } from "kysely";
import { limits, spendTry } from "~/features/identity/rate-limit.server";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { addNote, lockByCode, moveConcern } from "./concern-step.server";
import { tellDesk } from "./tell-desk.server";

/** Whoever reported adds something, known only by the code; an answer to a question sets the case going again. Refuses `code_unknown`, `concern_closed` and `rate_limited`. */
export async function addReporterNote(db: Kysely<DB>, input: { code: string; text: string; place: string }): Promise<void> {
  await spendTry(db, limits.concernNotePlace, input.place);
  await db.transaction().execute((trx) => answerByCode(trx, input));
}

/** The same inside a transaction, without the limit of one place. */
export async function answerByCode(trx: Transaction<DB>, input: { code: string; text: string }): Promise<void> {
  const concern = await lockByCode(trx, input.code);
  if (concern.status === "closed") throw new DomainError("concern_closed");
  await addNote(trx, { concernId: concern.id, voice: "reporter", authorId: null, text: input.text });
  if (concern.status === "asked") await moveConcern(trx, concern, { to: "looking", actorId: null });
  await tellDesk(trx, concern, { answered: true });
}

/** Whoever reported takes the case back. It stays counted, as withdrawn. Refuses `code_unknown`, `transition_not_allowed` and `rate_limited`. */
export async function withdrawConcern(db: Kysely<DB>, input: { code: string; place: string }): Promise<void> {
  await spendTry(db, limits.concernNotePlace, input.place);
  await db.transaction().execute(async (trx) => {
    const concern = await lockByCode(trx, input.code);
    await moveConcern(trx, concern, { to: "closed", actorId: null, set: { outcome: "withdrawn" } });
  });
}
