import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DocumentPaper, Page, PageHead } from "~/components/page";
import { useMessages } from "~/components/language";
import { AssignmentDesk } from "~/features/assignments/assignment-desk";
import { assignmentMessages, assignmentRefusals } from "~/features/assignments/assignment-messages";
import { offerSchema } from "~/features/assignments/assignment.schema";
import { deskAssignments } from "~/features/assignments/desk.server";
import { offerAssignment } from "~/features/assignments/offer-assignment.server";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { findVerification } from "~/features/verification/verification-queries.server";
import { newId } from "~/kernel/ids";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${assignmentMessages[data?.language ?? "id"].desk.offer} · Sinergi` },
];

/** `/admin/verifikasi/:id/tugaskan`: the form by itself, which the page of the proposal holds too; a refusal is answered here. */
export const loader = guardedLoader(platform("verifier", "administrator"), async (c) => {
  const view = await findVerification(c.db, c.actor, String(c.params.id));
  if (!view) throw new Response(null, { status: 404 });
  const desk = await deskAssignments(c.db, { id: view.id, status: view.status, areaCode: view.draft.areaCode ?? null });
  return { language: c.language, id: view.id, title: view.draft.title, desk, kunci: newId(), editable: !view.tied };
});

export const action = guardedAction(platform("verifier", "administrator"), async (c) => {
  const form = await c.form();
  const submission = parseWithZod(form, { schema: offerSchema });
  if (submission.status !== "success") return misread(submission);
  const { assignmentKind: kind, ...offer } = submission.value;
  const proposalId = String(c.params.id);
  const outcome = await c.attempt(offerAssignment, { ...offer, kind, proposalId, key: String(form.get("kunci") ?? "") });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, assignmentRefusals);
  const headers = await flash(assignmentMessages[c.language].offered);
  throw redirect(`/admin/verifikasi/${proposalId}#penugasan`, { status: 303, headers });
});

export default function OfferAssignment() {
  const { id, title, desk, kunci, editable } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(assignmentMessages).desk;
  return (
    <Page>
      <PageHead size="small" title={t.offer} crumbs={[{ href: `/admin/verifikasi/${id}`, label: title }]} />
      <DocumentPaper>
        <AssignmentDesk desk={desk} action={`/admin/verifikasi/${id}/tugaskan`} kunci={kunci} result={answer?.result} editable={editable} />
      </DocumentPaper>
    </Page>
  );
}
