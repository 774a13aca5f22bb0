import { type Kysely, type Transaction, sql } from "kysely";
import { type Day, addDays } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { fingerprints } from "~/kernel/three-way";
import type { Answer, AssignmentKind } from "./assignment";
import { photosOf } from "./visit-photo-queries.server";
import { workUnits } from "./work-units";

type Reader = Kysely<DB> | Transaction<DB>;

/** The questions of a kind of task that are asked today, in order. */
export function checklistOf(db: Reader, kind: AssignmentKind) {
  return db
    .selectFrom("checklist_items")
    .select(["code", "question_id as questionId", "question_en as questionEn"])
    .where("kind", "=", kind)
    .where((eb) => eb.or([eb("until", "is", null), eb("until", ">=", today())]))
    .orderBy("position")
    .execute();
}

/** The questions that a task was asked when it was answered, in order. */
export function answeredItems(db: Reader, assignment: { proposalId: string; id: string }) {
  return db
    .selectFrom("checklist_items as item")
    .innerJoin("assignment_answers as a", (join) => join.onRef("a.kind", "=", "item.kind").onRef("a.item_code", "=", "item.code"))
    .select(["item.code", "item.question_id as questionId", "item.question_en as questionEn"])
    .where("a.proposal_id", "=", assignment.proposalId)
    .where("a.assignment_id", "=", assignment.id)
    .orderBy("item.position")
    .execute();
}

export async function answersOf(db: Reader, assignment: { proposalId: string; id: string }): Promise<Answer[]> {
  return db
    .selectFrom("assignment_answers")
    .select(["item_code as item", "answer", "note"])
    .where("proposal_id", "=", assignment.proposalId)
    .where("assignment_id", "=", assignment.id)
    .orderBy("item_code")
    .execute();
}

/** All that a task says so far, one entry for every question that is asked or was answered. */
export async function saidOf(db: Reader, assignment: { proposalId: string; id: string; kind: AssignmentKind }) {
  const said = await db
    .selectFrom("assignments")
    .select(["finding", "statement", "confirms_arrival as confirmsArrival", "result"])
    .where("proposal_id", "=", assignment.proposalId)
    .where("id", "=", assignment.id)
    .executeTakeFirstOrThrow();
  const [items, answers] = await Promise.all([checklistOf(db, assignment.kind), answersOf(db, assignment)]);
  const open = items.filter(({ code }) => !answers.some(({ item }) => item === code));
  return { ...said, answers: [...answers, ...open.map(({ code }): Answer => ({ item: code, answer: null, note: "" }))] };
}

/** "PSM Kecamatan Cepu": the element and the smallest area of work, as public pages name a practitioner. */
export async function roleLabelOf(db: Reader, organizationId: string): Promise<string> {
  const row = await db
    .selectFrom("organizations as o")
    .innerJoin("psks_elements as e", "e.code", "o.element")
    .leftJoin("areas as home", "home.code", "o.area_code")
    .leftJoin("areas as district", (join) =>
      join.on(sql<boolean>`district.level = 'district' and (home.code = district.code or home.parent_code = district.code)`),
    )
    .select(["e.name_id as element", "district.kind_name as kind", "district.name"])
    .where("o.id", "=", organizationId)
    .executeTakeFirstOrThrow();
  return row.name ? `${row.element}, ${row.kind} ${row.name}` : row.element;
}

function assignments(db: Reader) {
  return db
    .selectFrom("assignments as a")
    .innerJoin("proposals as p", "p.id", "a.proposal_id")
    .innerJoin("organizations as proposer", "proposer.id", "p.organization_id")
    .innerJoin("organizations as practitioner", "practitioner.id", "a.organization_id")
    .leftJoin("areas as area", "area.code", "p.area_code")
    .select(["a.id", "a.proposal_id as proposalId", "a.kind", "a.status", "a.tranche_n as trancheN", "a.organization_id as organizationId"])
    .select(["a.answer_until as answerUntil", "a.due_on as dueOn", "a.offered_at as offeredAt", "a.done_at as doneAt", "a.result"])
    .select(["a.version", "a.saved_at as savedAt"])
    .select(["a.finding", "a.statement", "a.confirms_arrival as confirmsArrival", "a.refusal_reason as refusalReason"])
    .select(["a.role_label as roleLabel", "a.valid_until as validUntil", "p.title", "p.urgent", "p.slug", "proposer.name as proposer"])
    .select(["practitioner.name as practitioner", "practitioner.element", "area.label as area", "area.name as areaName"]);
}

export type AssignmentView = Awaited<ReturnType<ReturnType<typeof assignments>["execute"]>>[number];

/** A practitioner's tasks: offers first by their last day to answer, then what was taken on by its due day, then the latest that are over. */
export async function tasksOf(db: Reader, organizationId: string): Promise<AssignmentView[]> {
  return assignments(db)
    .where("a.organization_id", "=", organizationId)
    .where((eb) =>
      eb.or([eb("a.status", "in", ["offered", "accepted"]), eb("a.offered_at", ">", new Date(`${addDays(today(), -400)}T00:00:00Z`))]),
    )
    .orderBy(sql`case a.status when 'offered' then 0 when 'accepted' then 1 else 2 end`)
    .orderBy(sql`case when a.status in ('offered', 'accepted') then a.due_on end`)
    .orderBy("a.done_at", "desc")
    .orderBy("a.id")
    .execute();
}

/** How many tasks of a practitioner wait for an answer or to be done. */
export async function countOpenTasks(db: Reader, organizationId: string): Promise<number> {
  const { count } = await db
    .selectFrom("assignments")
    .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("count"))
    .where("organization_id", "=", organizationId)
    .where("status", "in", ["offered", "accepted"])
    .executeTakeFirstOrThrow();
  return count;
}

/** One task of a practitioner, with its questions and what was answered so far; undefined when it is somebody else's. */
export async function findTask(db: Reader, organizationId: string, assignmentId: string) {
  if (!isId(assignmentId)) return undefined;
  const task = await assignments(db).where("a.id", "=", assignmentId).where("a.organization_id", "=", organizationId).executeTakeFirst();
  if (!task) return undefined;
  const [items, said, files, photos] = await Promise.all([
    checklistOf(db, task.kind),
    saidOf(db, task),
    papersOf(db, task),
    photosOf(db, task),
  ]);
  return { ...task, items, answers: said.answers, base: JSON.stringify(fingerprints(workUnits(said))), files, photos };
}

export type Task = NonNullable<Awaited<ReturnType<typeof findTask>>>;

/** All tasks about a proposal, the latest first; answers are read with `answersOf`. */
export async function assignmentsOf(db: Reader, proposalId: string): Promise<AssignmentView[]> {
  return assignments(db).where("a.proposal_id", "=", proposalId).orderBy("a.offered_at", "desc").orderBy("a.id").execute();
}

/** What practitioners said of a program in public: endorsements, and assessments and confirmations of its termins. No names. */
export async function publicStatements(db: Reader, proposalId: string) {
  return db
    .selectFrom("assignments")
    .select(["id", "kind", "tranche_n as trancheN", "result", "finding", "statement", "confirms_arrival as confirmsArrival"])
    .select(["role_label as roleLabel", "done_at as doneAt", "valid_until as validUntil"])
    .where("proposal_id", "=", proposalId)
    .where("status", "=", "done")
    .where("kind", "in", ["endorsement", "impact_assessment", "arrival_confirmation"])
    .orderBy("done_at")
    .orderBy("id")
    .execute();
}

export type PublicStatement = Awaited<ReturnType<typeof publicStatements>>[number];

function papersOf(db: Reader, task: { proposalId: string; id: string }) {
  return db
    .selectFrom("assignment_files as af")
    .innerJoin("files as f", "f.id", "af.file_id")
    .select(["f.id", "f.name", "f.media_type as mediaType"])
    .where("af.proposal_id", "=", task.proposalId)
    .where("af.assignment_id", "=", task.id)
    .where("af.item_code", "is", null)
    .orderBy("af.created_at")
    .execute();
}

/** Termins of a program whose money has arrived, newest first: what impact can be assessed of. */
export async function paidTermins(db: Reader, proposalId: string): Promise<{ n: number; on: Day | null }[]> {
  return db
    .selectFrom("disbursements")
    .select(["tranche_n as n", sql<Day | null>`acknowledged_at::date`.as("on")])
    .where("proposal_id", "=", proposalId)
    .where("status", "=", "acknowledged")
    .orderBy("tranche_n", "desc")
    .execute();
}
