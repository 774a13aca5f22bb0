import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import type { Conflict } from "~/components/conflict-choices";
import { refusalText } from "~/components/refusal-text";
import { filesRefusals } from "~/features/files/files-messages";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import type { Context, practitioner } from "~/features/identity/guard.server";
import { practitionerRefusals } from "~/features/practitioners/practitioner-messages";
import { checkResults } from "~/features/proposals/proposal";
import { findVerification } from "~/features/verification/verification-queries.server";
import { addDays, formatTime } from "~/kernel/dates";
import type { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";
import { confirmKept } from "~/platform/kept.server";
import { acceptAssignment } from "./accept-assignment.server";
import { addVisitPhoto } from "./add-visit-photo.server";
import { type Said, holdsFor } from "./assignment";
import { assignmentMessages, assignmentRefusals } from "./assignment-messages";
import { type Task, findTask } from "./assignment-queries.server";
import { answersIn, conclusionSchema, declineSchema, openedIn, photosIn, workSchema } from "./assignment.schema";
import { concludeAssignment } from "./conclude-assignment.server";
import { declineAssignment } from "./decline-assignment.server";
import { removeVisitPhoto } from "./remove-visit-photo.server";
import { saveAnswers } from "./save-answers.server";
import { visitMessages, visitRefusals } from "./visit-messages";
import { mergeWork, workConflicts } from "./work-units";

type C = Context<ReturnType<typeof practitioner>>;

/** One task of the practitioner; the proposal can be read only after the declaration, and never the account that is paid. */
export async function loadTask(c: C) {
  const task = await getTask(c);
  const opened = task.status === "accepted" || task.status === "done";
  const view = opened ? await findVerification(c.db, c.actor, task.proposalId) : undefined;
  return {
    task,
    view: view ? { ...view, payee: null } : null,
    kunci: newId(),
    page: newId(),
    language: c.language,
    holdsUntil: addDays(today(), holdsFor[task.kind]),
  };
}

export type TaskData = Awaited<ReturnType<typeof loadTask>>;

/** Accepts, declines, saves or signs: the button says which. */
export async function workOnTask(c: C) {
  const task = await getTask(c);
  const form = await c.form();
  const step = form.get("aksi");
  const [here, list] = [`/ruang/petugas/tugas/${task.id}`, "/ruang/petugas"];
  const texts = assignmentMessages[c.language];
  if (step === "terima") {
    const submission = parseWithZod(form, { schema: acceptance });
    const outcome = await c.attempt(acceptAssignment, { assignmentId: task.id, untied: form.get("untied") === "ya" });
    if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, refusals), { form: "accept" as const });
    throw redirect(here, { status: 303, headers: await flash(texts.accepted) });
  }
  if (step === "tolak") {
    const submission = parseWithZod(form, { schema: declineSchema });
    if (submission.status !== "success") return alongside(misread(submission), { form: "decline" as const });
    const outcome = await c.attempt(declineAssignment, { assignmentId: task.id, reason: submission.value.reason });
    if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, refusals), { form: "decline" as const });
    throw redirect(list, { status: 303, headers: await flash(texts.declined) });
  }
  return step === "sahkan" ? conclude(c, task, form) : save(c, task, form);
}

/** Keeps what was filled in; with `hapus` it also takes out that photo, so that nothing typed is lost by it. */
async function save(c: C, task: Task, form: FormData) {
  const typed = typedIn(task, form);
  const submission = parseWithZod(form, { schema: workSchema });
  if (submission.status !== "success") return alongside(misread(submission), typed);
  const outcome = await c.attempt(saveAnswers, { ...submission.value, ...sentWith(task, form), answers: typed.said.answers });
  if (!outcome.ok) return turnedDown(c, task, form, { submission, refusal: outcome.refusal });
  const fileId = form.get("hapus");
  if (typeof fileId === "string") {
    const removed = await c.attempt(removeVisitPhoto, { assignmentId: task.id, fileId });
    if (!removed.ok) return alongside(refused(submission, removed.refusal, c.language, refusals), typed);
  }
  const headers = new Headers(confirmKept(form.get("lembar")));
  const said = fileId === null ? assignmentMessages[c.language].saved : visitMessages[c.language].removed;
  headers.append("Set-Cookie", (await flash(said))["Set-Cookie"]);
  throw redirect(`/ruang/petugas/tugas/${task.id}`, { status: 303, headers });
}

async function conclude(c: C, task: Task, form: FormData) {
  const submission = parseWithZod(form, { schema: conclusionSchema });
  const typed = typedIn(task, form);
  if (submission.status !== "success") return alongside(misread(submission), typed);
  const outcome = await c.attempt(concludeAssignment, { ...submission.value, ...sentWith(task, form), answers: typed.said.answers });
  if (!outcome.ok) return turnedDown(c, task, form, { submission, refusal: outcome.refusal });
  const headers = new Headers(confirmKept(form.get("lembar")));
  headers.append("Set-Cookie", (await flash(assignmentMessages[c.language].concluded))["Set-Cookie"]);
  throw redirect("/ruang/petugas", { status: 303, headers });
}

/** Keeps answers while they are typed. Answers with the version to go on from, which the page puts back into its form. */
export async function autosaveTask(c: C): Promise<Response> {
  const task = await getTask(c);
  const form = await c.form();
  const submission = parseWithZod(form, { schema: workSchema });
  if (submission.status !== "success") return Response.json({}, { status: 400 });
  const { answers } = typedIn(task, form).said;
  const opened = openedIn(form, false);
  const outcome = await c.attempt(saveAnswers, { ...submission.value, files: [], assignmentId: task.id, key: "", answers, opened });
  if (!outcome.ok) return Response.json({ text: refusalText(outcome.refusal, c.language, refusals) }, { status: 409 });
  return Response.json({ saved: formatTime(now()), values: { versi: String(outcome.value.version), dasar: outcome.value.base } });
}

/** One photo, sent by the page's script with a key of its own. */
export async function receivePhoto(c: C): Promise<Response> {
  const task = await getTask(c);
  const form = await c.form();
  const file = form.get("foto");
  const attempt = file instanceof File ? file : new File([], "foto.jpg");
  const photo = { key: String(form.get("kunci") ?? ""), assignmentId: task.id, item: String(form.get("item") ?? ""), file: attempt };
  const outcome = await c.attempt(addVisitPhoto, photo);
  if (!outcome.ok) return Response.json({ text: refusalText(outcome.refusal, c.language, refusals) }, { status: 400 });
  return Response.json(outcome.value, { status: 201 });
}

const codesOf = (task: Task) => task.items.map((item) => item.code);

/** What was filled in comes back whatever is wrong, with what its page was opened with, so that nothing is lost. */
function typedIn(task: Task, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const said: Said = {
    answers: answersIn(form, codesOf(task)),
    finding: text("finding"),
    statement: text("statement"),
    confirmsArrival: form.get("confirmsArrival") === "ya",
    result: checkResults.find((result) => result === form.get("result")) ?? null,
  };
  const photoAgain = photosIn(form, codesOf(task)).map(({ item }) => item);
  return { form: "work" as const, said, opened: { version: text("versi"), base: text("dasar") }, conflicts: [] as Conflict[], photoAgain };
}

function sentWith(task: Task, form: FormData) {
  return {
    assignmentId: task.id,
    key: String(form.get("kunci") ?? ""),
    photos: photosIn(form, codesOf(task)),
    opened: openedIn(form, true),
  };
}

type Refused = { submission: Parameters<typeof refused>[0]; refusal: DomainError };

/** Why it was refused; where another device saved meanwhile, both versions of each part that both changed. */
async function turnedDown(c: C, task: Task, form: FormData, { submission, refusal }: Refused) {
  const typed = typedIn(task, form);
  const opened = openedIn(form, true);
  if (refusal.code !== "stale_version" || !opened?.base) return alongside(refused(submission, refusal, c.language, refusals), typed);
  const stored = await getTask(c);
  const { merged, conflicts } = mergeWork(typed.said, { base: opened.base, saved: stored, asked: opened.asked });
  const shown = workConflicts(conflicts, { typed: merged, saved: stored, asked: opened.asked }, stored.items, c.language);
  return data(
    {
      result: submission.reply({ formErrors: [visitMessages[c.language].conflict] }),
      ...typed,
      said: merged,
      opened: { version: String(stored.version), base: stored.base },
      conflicts: shown,
    },
    { status: 409 },
  );
}

async function getTask(c: C): Promise<Task> {
  const task = await findTask(c.db, c.membership.organizationId, c.params.id ?? "");
  if (!task) throw new Response(null, { status: 404 });
  return task;
}

const acceptance = workSchema.pick({ finding: true });

const refusals = {
  id: { ...filesRefusals.id, ...practitionerRefusals.id, ...assignmentRefusals.id, ...visitRefusals.id },
  en: { ...filesRefusals.en, ...practitionerRefusals.en, ...assignmentRefusals.en, ...visitRefusals.en },
};
