import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { filesRefusals } from "~/features/files/files-messages";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import type { Context, practitioner } from "~/features/identity/guard.server";
import { practitionerRefusals } from "~/features/practitioners/practitioner-messages";
import { findVerification } from "~/features/verification/verification-queries.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";
import { acceptAssignment } from "./accept-assignment.server";
import { holdsFor } from "./assignment";
import { assignmentMessages, assignmentRefusals } from "./assignment-messages";
import { type Task, findTask } from "./assignment-queries.server";
import { answersIn, conclusionSchema, declineSchema, workSchema } from "./assignment.schema";
import { concludeAssignment } from "./conclude-assignment.server";
import { declineAssignment } from "./decline-assignment.server";
import { saveAnswers } from "./save-answers.server";

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
  // What was answered comes back whatever is wrong, so that nothing is lost.
  const answers = answersIn(
    form,
    task.items.map((item) => item.code),
  );
  const typed = { form: "work" as const, answers };
  if (step === "sahkan") {
    const submission = parseWithZod(form, { schema: conclusionSchema });
    if (submission.status !== "success") return alongside(misread(submission), typed);
    const key = String(form.get("kunci") ?? "");
    const outcome = await c.attempt(concludeAssignment, { ...submission.value, key, assignmentId: task.id, answers });
    if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, refusals), typed);
    throw redirect(list, { status: 303, headers: await flash(texts.concluded) });
  }
  const submission = parseWithZod(form, { schema: workSchema });
  if (submission.status !== "success") return alongside(misread(submission), typed);
  const outcome = await c.attempt(saveAnswers, { ...submission.value, assignmentId: task.id, answers });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, refusals), typed);
  throw redirect(here, { status: 303, headers: await flash(texts.saved) });
}

async function getTask(c: C): Promise<Task> {
  const task = await findTask(c.db, c.membership.organizationId, c.params.id ?? "");
  if (!task) throw new Response(null, { status: 404 });
  return task;
}

const acceptance = workSchema.pick({ finding: true });

const refusals = {
  id: { ...filesRefusals.id, ...practitionerRefusals.id, ...assignmentRefusals.id },
  en: { ...filesRefusals.en, ...practitionerRefusals.en, ...assignmentRefusals.en },
};
