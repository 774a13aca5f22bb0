import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DayText } from "~/components/day-text";
import { useFormState, useMessages } from "~/components/language";
import { DocumentPaper, Page, Section } from "~/components/page";
import { refusalText } from "~/components/refusal-text";
import { Timeline } from "~/components/timeline";
import { AssignmentDesk } from "~/features/assignments/assignment-desk";
import { VisitEvidence } from "~/features/assignments/visit-evidence";
import { deskAssignments } from "~/features/assignments/desk.server";
import { isPlatform } from "~/features/identity/actor";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { OverlapList } from "~/features/proposals/overlap-list";
import { overlapMessages } from "~/features/proposals/overlap-messages";
import { overlapsOf } from "~/features/proposals/overlaps.server";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { CheckForm } from "~/features/verification/check-form";
import { CheckSheet } from "~/features/verification/check-sheet";
import { DecisionPanel } from "~/features/verification/decision-panel";
import { PinSection } from "~/features/verification/pin-section";
import { pinRevision } from "~/features/verification/pin-revision.server";
import { ProposalReading } from "~/features/verification/proposal-reading";
import { readingMessages } from "~/features/verification/reading-messages";
import { recordCheck } from "~/features/verification/record-check.server";
import { TieDeclaration, VerificationHead } from "~/features/verification/verification-head";
import { verificationMessages } from "~/features/verification/verification-messages";
import { verificationRefusals } from "~/features/verification/verification-refusals";
import { findVerification } from "~/features/verification/verification-queries.server";
import { checkSchema, pinSchema } from "~/features/verification/verification.schema";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [{ title: `${given?.view.draft.title ?? ""} · Sinergi` }];

export const loader = guardedLoader(platform("verifier", "administrator", "auditor"), async (c) => {
  const view = await findVerification(c.db, c.actor, String(c.params.id));
  if (!view) throw new Response(null, { status: 404 });
  const verifies = isPlatform(c.actor, "verifier", "administrator");
  const desk = await deskAssignments(c.db, { id: view.id, status: view.status, areaCode: view.draft.areaCode ?? null });
  return {
    view,
    desk,
    overlaps: await overlapsOf(c.db, view.id, "desk"),
    mayCheck: verifies && !view.tied,
    mayRecuse: verifies,
    administrator: isPlatform(c.actor, "administrator"),
    kunci: newId(),
    today: today(),
  };
});

export const action = guardedAction(platform("verifier", "administrator"), async (c) => {
  const form = await c.form();
  const [proposalId, key] = [String(c.params.id), String(form.get("kunci") ?? "")];
  const texts = verificationMessages[c.language].flash;
  const here = `/admin/verifikasi/${proposalId}`;
  if (form.get("aksi") === "periksa") {
    const submission = parseWithZod(form, { schema: checkSchema });
    if (submission.status !== "success") return data({ form: "periksa" as const, result: submission.reply(), refusal: null }, 400);
    const { validUntil, checkedOn, ...check } = submission.value;
    const attempt = await c.attempt(recordCheck, {
      key,
      proposalId,
      ...check,
      ...(checkedOn ? { checkedOn } : {}),
      validUntil: validUntil ?? null,
    });
    if (attempt.ok) throw redirect(here, { status: 303, headers: await flash(texts.recorded) });
    return refused("periksa", submission, attempt.refusal.details.field, refusalText(attempt.refusal, c.language, verificationRefusals));
  }
  const submission = parseWithZod(form, { schema: pinSchema });
  if (submission.status !== "success") return data({ form: "sematkan" as const, result: submission.reply(), refusal: null }, 400);
  const attempt = await c.attempt(pinRevision, { key, proposalId, ...submission.value });
  if (attempt.ok) throw redirect(`${here}#permintaan`, { status: 303, headers: await flash(texts.pinned) });
  return refused("sematkan", submission, attempt.refusal.details.field, refusalText(attempt.refusal, c.language, verificationRefusals));
});

export default function Verification() {
  const { view, desk, overlaps, mayCheck, mayRecuse, administrator, kunci, today: day } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(verificationMessages);
  const words = useMessages(proposalMessages);
  const reading = useMessages(readingMessages);
  const overlap = useMessages(overlapMessages);
  const open = view.status === "verifying" && mayCheck;
  const checkForm = useFormState(answer?.form === "periksa" ? answer.result : null, {
    defaults: { roleLabel: t.check.roleDefault, checkedOn: day },
    texts: t.errors,
  });
  const pinForm = useFormState(answer?.form === "sematkan" ? answer.result : null, { texts: t.errors });
  const refusal = (form: "periksa" | "sematkan"): string | undefined => (answer?.form === form ? (answer.refusal ?? undefined) : undefined);
  return (
    <Page>
      <VerificationHead view={view} />
      {view.status === "submitted" ? (
        <div className="two">
          <TieDeclaration view={view} mayCheck={mayCheck} mayRecuse={mayRecuse} />
          <DecisionPanel view={view} mayDecide={mayCheck} administrator={administrator} />
        </div>
      ) : (
        <div className="two">
          <DocumentPaper>
            <Section title={t.sheet.title} hint={t.sheet.hint} id="pemeriksaan">
              <CheckSheet checks={view.checks} missing={view.missing} />
              {open && <CheckForm form={checkForm} kunci={kunci} today={day} refusal={refusal("periksa")} />}
            </Section>
            <VisitEvidence visits={desk.visits} />
            <AssignmentDesk desk={desk} action={`/admin/verifikasi/${view.id}/tugaskan`} kunci={kunci} result={null} editable={mayCheck} />
            <Section title={reading.pins.title} hint={reading.pins.hint} id="permintaan">
              <PinSection view={view} form={pinForm} kunci={kunci} editable={open} refusal={refusal("sematkan")} />
            </Section>
            <Section title={overlap.title} id="tumpang-tindih">
              <OverlapList overlaps={overlaps} desk />
            </Section>
            <ProposalReading view={view} desk />
            <Section title={t.history}>
              <Timeline
                items={view.history.map((entry, index) => ({
                  key: entry.id,
                  state: index === view.history.length - 1 ? "now" : "done",
                  title: words.status[entry.to],
                  side: <DayText className="small muted" value={entry.at} form="instant" />,
                  text: entry.to === "revision_requested" ? undefined : (entry.note ?? undefined),
                }))}
              />
            </Section>
          </DocumentPaper>
          <DecisionPanel view={view} mayDecide={mayCheck} administrator={administrator} />
        </div>
      )}
    </Page>
  );
}

type Submission = { reply: (options?: { fieldErrors: Record<string, string[]> }) => SubmissionResult<string[]> };

/** A refusal beside the field it is about, or as a note when it is about none. */
function refused(form: "periksa" | "sematkan", submission: Submission, field: string | undefined, text: string) {
  const result = field ? submission.reply({ fieldErrors: { [field]: [text] } }) : submission.reply();
  return data({ form, result, refusal: field ? null : text }, 400);
}
