import type { Kysely, Transaction } from "kysely";
import { platformPeople } from "~/features/identity/people.server";
import { limits, spendTry } from "~/features/identity/rate-limit.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { readCode } from "~/kernel/tracking-code";
import { now } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { hashOfDevice } from "./device.server";
import { countAnswers } from "./resident-queries.server";
import { type ResidentAnswer, answered, codeLength, raisesDoubt } from "./residents";

export type AnswerQuestion = { code: string; answer: ResidentAnswer; comment: string; device: string };

/**
 * A resident answers a poster, without an account. One answer counts for each device; a later one replaces it and the earlier stays as
 * history. Refuses `question_unknown` and `rate_limited`, counted for the place and for the device.
 */
export async function answerQuestion(db: Kysely<DB>, input: AnswerQuestion & { from: string }): Promise<void> {
  await spendTry(db, limits.residentPlace, input.from);
  await spendTry(db, limits.residentDevice, `${input.device}:${input.code}`);
  await db.transaction().execute((trx) => recordAnswer(trx, input));
}

/** The same inside a transaction, without the limits. */
export async function recordAnswer(trx: Transaction<DB>, input: AnswerQuestion): Promise<void> {
  // The lock lets answers to one poster come in one by one, so that each sees the counts with the one before it.
  const question = await trx
    .selectFrom("resident_questions as q")
    .innerJoin("proposals as p", "p.id", "q.proposal_id")
    .select(["q.id", "q.proposal_id as proposalId", "q.thing", "q.place", "p.title"])
    .where("q.code", "=", readCode(input.code, codeLength) ?? "")
    .forUpdate("q")
    .executeTakeFirst();
  if (!question) throw new DomainError("question_unknown");
  const device = hashOfDevice(question.id, input.device);
  await trx
    .updateTable("resident_answers")
    .set({ replaced_at: now() })
    .where("proposal_id", "=", question.proposalId)
    .where("question_id", "=", question.id)
    .where("device_hash", "=", device)
    .where("replaced_at", "is", null)
    .execute();
  await trx
    .insertInto("resident_answers")
    .values({
      id: newId(),
      proposal_id: question.proposalId,
      question_id: question.id,
      device_hash: device,
      answer: input.answer,
      comment: input.comment.trim(),
      at: now(),
    })
    .execute();
  await openAlert(trx, question);
}

type Question = { id: string; proposalId: string; thing: string; place: string; title: string };

/** Gives the desk a task when too many say "not yet" since the last one was closed. */
async function openAlert(trx: Transaction<DB>, question: Question): Promise<void> {
  const last = await trx
    .selectFrom("resident_alerts")
    .select(["id", "closed_at as closedAt"])
    .where("proposal_id", "=", question.proposalId)
    .where("question_id", "=", question.id)
    .orderBy("opened_at", "desc")
    .executeTakeFirst();
  if (last && !last.closedAt) return;
  const [counts] = await countAnswers(trx, { proposalId: question.proposalId, questionId: question.id, since: last?.closedAt ?? null });
  if (!counts || !raisesDoubt(counts)) return;
  const id = newId();
  await trx
    .insertInto("resident_alerts")
    .values({ id, proposal_id: question.proposalId, question_id: question.id, opened_at: now() })
    .execute();
  for (const person of await platformPeople(trx, "verifier", "administrator")) {
    await queueEmail(trx, {
      template: "residents-doubt",
      to: person,
      props: {
        thing: `${question.thing}, ${question.place}`,
        program: question.title,
        notYet: counts.not_yet,
        total: answered(counts),
        url: absoluteUrl(`/admin/suara-warga/tugas/${id}`),
      },
      dedupeKey: `residents-doubt:${id}:${person.userId}`,
    });
  }
}
