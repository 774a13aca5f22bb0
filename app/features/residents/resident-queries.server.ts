import { type Kysely, type Transaction, sql } from "kysely";
import { isId } from "~/kernel/ids";
import { readCode } from "~/kernel/tracking-code";
import type { DB } from "#db/types.generated";
import { hashOfDevice } from "./device.server";
import { type AnswerCounts, codeLength } from "./residents";

type Reader = Kysely<DB> | Transaction<DB>;

const none: AnswerCounts = { arrived: 0, not_yet: 0, different: 0, hidden: 0, changed: 0, unread: 0 };

/** What residents answered, for each question of a program (or one), optionally only since an instant. Whole numbers of answers. */
export async function countAnswers(
  db: Reader,
  input: { proposalId: string; questionId?: string; since?: Date | null },
): Promise<(AnswerCounts & { questionId: string })[]> {
  const stands = sql`replaced_at is null and hidden_reason is null`;
  const count = (holds: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${holds})::int`;
  return db
    .selectFrom("resident_answers")
    .select([
      "question_id as questionId",
      count(sql`${stands} and answer = 'arrived'`).as("arrived"),
      count(sql`${stands} and answer = 'not_yet'`).as("not_yet"),
      count(sql`${stands} and answer = 'different'`).as("different"),
      count(sql`replaced_at is null and hidden_reason is not null`).as("hidden"),
      count(sql`replaced_at is not null`).as("changed"),
      count(sql`${stands} and comment <> '' and read_at is null`).as("unread"),
    ])
    .where("proposal_id", "=", input.proposalId)
    .$if(input.questionId !== undefined, (query) => query.where("question_id", "=", input.questionId ?? ""))
    .$if(!!input.since, (query) => query.where("at", ">", input.since ?? null))
    .groupBy("question_id")
    .execute();
}

function questions(db: Reader) {
  return db
    .selectFrom("resident_questions as q")
    .select(["q.id", "q.code", "q.thing", "q.place", "q.households", "q.tranche_n as trancheN", "q.proposal_id as proposalId"]);
}

/** A poster's question with its counts and what this device answered before, or undefined. */
export async function findQuestion(db: Reader, typed: string, device: string | undefined) {
  const code = readCode(typed, codeLength);
  const question =
    code &&
    (await questions(db)
      .innerJoin("proposals as p", "p.id", "q.proposal_id")
      .select(["p.title as program", "p.slug"])
      .where("q.code", "=", code)
      .executeTakeFirst());
  if (!question) return undefined;
  const [counts] = await countAnswers(db, { proposalId: question.proposalId, questionId: question.id });
  const own = device
    ? await db
        .selectFrom("resident_answers")
        .select(["answer", "at"])
        .where("proposal_id", "=", question.proposalId)
        .where("question_id", "=", question.id)
        .where("device_hash", "=", hashOfDevice(question.id, device))
        .where("replaced_at", "is", null)
        .executeTakeFirst()
    : undefined;
  return { ...question, counts: counts ?? { ...none, questionId: question.id }, own };
}

const mostComments = 5;

/** Every poster of a program with honest counts, the newest comments that the desk has read, and what the desk found. */
export async function questionsOfProgram(db: Reader, proposalId: string) {
  const asked = await questions(db).where("q.proposal_id", "=", proposalId).orderBy("q.id").execute();
  if (asked.length === 0) return [];
  const counts = await countAnswers(db, { proposalId });
  const comments = await db
    .selectFrom("resident_answers")
    .select(["id", "question_id as questionId", "answer", "comment", "at"])
    .where("proposal_id", "=", proposalId)
    .where("replaced_at", "is", null)
    .where("hidden_reason", "is", null)
    .where("read_at", "is not", null)
    .where("comment", "<>", "")
    .orderBy("id", "desc")
    .execute();
  const alerts = await db
    .selectFrom("resident_alerts")
    .select(["id", "question_id as questionId", "opened_at as openedAt", "closed_at as closedAt", "finding"])
    .where("proposal_id", "=", proposalId)
    .orderBy("opened_at")
    .execute();
  return asked.map((question) => ({
    ...question,
    counts: counts.find((one) => one.questionId === question.id) ?? none,
    comments: comments.filter((comment) => comment.questionId === question.id).slice(0, mostComments),
    alerts: alerts.filter((alert) => alert.questionId === question.id),
  }));
}

export type ResidentQuestion = Awaited<ReturnType<typeof questionsOfProgram>>[number];

function answersAtDesk(db: Reader) {
  return db
    .selectFrom("resident_answers as a")
    .innerJoin("resident_questions as q", (join) => join.onRef("q.proposal_id", "=", "a.proposal_id").onRef("q.id", "=", "a.question_id"))
    .innerJoin("proposals as p", "p.id", "a.proposal_id")
    .select(["a.id", "a.answer", "a.comment", "a.at", "a.hidden_reason as hiddenReason", "a.hidden_note as hiddenNote"])
    .select(["q.thing", "q.place", "p.title as program", "p.slug", "p.organization_id as organizationId"])
    .where("a.replaced_at", "is", null);
}

const mostAtDesk = 100;

/** What waits at the desk: tasks, comments that nobody has read, the oldest first; and what is hidden, the newest first. */
export async function deskAnswers(db: Reader) {
  const [alerts, unread, hidden] = await Promise.all([
    alertsAtDesk(db).where("r.closed_at", "is", null).orderBy("r.opened_at").execute(),
    answersAtDesk(db).where("a.read_at", "is", null).where("a.comment", "<>", "").orderBy("a.at").limit(mostAtDesk).execute(),
    answersAtDesk(db).where("a.hidden_reason", "is not", null).orderBy("a.at", "desc").limit(mostAtDesk).execute(),
  ]);
  return { alerts, unread, hidden };
}

export type DeskAnswer = Awaited<ReturnType<typeof deskAnswers>>["unread"][number];

function alertsAtDesk(db: Reader) {
  return db
    .selectFrom("resident_alerts as r")
    .innerJoin("resident_questions as q", (join) => join.onRef("q.proposal_id", "=", "r.proposal_id").onRef("q.id", "=", "r.question_id"))
    .innerJoin("proposals as p", "p.id", "r.proposal_id")
    .select(["r.id", "r.opened_at as openedAt", "r.closed_at as closedAt", "r.finding", "r.proposal_id as proposalId"])
    .select(["q.id as questionId", "q.thing", "q.place", "p.title as program", "p.slug"]);
}

/** One task of the desk with the counts as they are now, or undefined. */
export async function findAlert(db: Reader, alertId: string) {
  if (!isId(alertId)) return undefined;
  const alert = await alertsAtDesk(db).where("r.id", "=", alertId).executeTakeFirst();
  if (!alert) return undefined;
  const [counts] = await countAnswers(db, { proposalId: alert.proposalId, questionId: alert.questionId });
  return { ...alert, counts: counts ?? none };
}

/** One answer for the page that hides it, or undefined. */
export async function findDeskAnswer(db: Reader, answerId: string) {
  return isId(answerId) ? answersAtDesk(db).where("a.id", "=", answerId).executeTakeFirst() : undefined;
}
