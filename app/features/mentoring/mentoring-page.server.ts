import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { holds } from "~/features/identity/actor";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import type { Context, community, practitioner } from "~/features/identity/guard.server";
import { newId } from "~/kernel/ids";
import { flash } from "~/platform/flash.server";
import { addMentoringNote } from "./add-mentoring-note.server";
import { answerMentoring } from "./answer-mentoring.server";
import { endMentoring } from "./end-mentoring.server";
import { askingRoles } from "./mentoring";
import { mentoringMessages, mentoringRefusals } from "./mentoring-messages";
import { findMentoring } from "./mentoring-queries.server";
import { answerMentoringSchema, endMentoringSchema, mentoringNoteSchema } from "./mentoring.schema";

type C = Context<ReturnType<typeof community> | ReturnType<typeof practitioner>>;

async function own(c: C) {
  const mentoring = await findMentoring(c.db, c.membership.organizationId, c.params.id ?? "");
  if (!mentoring) throw new Response(null, { status: 404 });
  return mentoring;
}

/** One mentoring as either of its sides sees it. */
export async function loadMentoring(c: C) {
  const mentoring = await own(c);
  const side = mentoring.mentorId === c.membership.organizationId ? ("mentor" as const) : ("organization" as const);
  const mayWrite = side === "mentor" || holds(c.membership, askingRoles);
  return { language: c.language, formKey: newId(), mentoring, side, mayWrite };
}

export type MentoringData = Awaited<ReturnType<typeof loadMentoring>>;

/** Answers, notes a session or ends, by `aksi`. */
export async function changeMentoring(c: C) {
  const mentoring = await own(c);
  const form = await c.form();
  const step = form.get("aksi");
  if (step === "jawab") return answer(c, mentoring.id, form);
  if (step === "catat") return note(c, mentoring.id, form);
  if (step === "akhiri") return end(c, mentoring.id, form);
  throw data(null, { status: 400 });
}

async function answer(c: C, mentoringId: string, form: FormData) {
  const submission = parseWithZod(form, { schema: answerMentoringSchema });
  if (submission.status !== "success") return alongside(misread(submission), { step: "answer" as const });
  const { jawaban, ...said } = submission.value;
  const outcome = await c.attempt(answerMentoring, { mentoringId, accept: jawaban === "terima", ...said });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, mentoringRefusals), { step: "answer" as const });
  return done(c, "answered");
}

async function note(c: C, mentoringId: string, form: FormData) {
  const submission = parseWithZod(form, { schema: mentoringNoteSchema });
  if (submission.status !== "success") return alongside(misread(submission), { step: "note" as const });
  const { kunci: key, ...said } = submission.value;
  const outcome = await c.attempt(addMentoringNote, { key, mentoringId, ...said });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, mentoringRefusals), { step: "note" as const });
  return done(c, "noted");
}

async function end(c: C, mentoringId: string, form: FormData) {
  const submission = parseWithZod(form, { schema: endMentoringSchema });
  if (submission.status !== "success") return alongside(misread(submission), { step: "end" as const });
  const outcome = await c.attempt(endMentoring, { mentoringId, ...submission.value });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, mentoringRefusals), { step: "end" as const });
  return done(c, "ended");
}

async function done(c: C, what: "answered" | "noted" | "ended"): Promise<never> {
  throw redirect(c.url.pathname, { status: 303, headers: await flash(mentoringMessages[c.language].done[what]) });
}
