import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useFormState, useMessages } from "~/components/language";
import { refusalText } from "~/components/refusal-text";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { mayBecome, suspensionReasons } from "~/features/proposals/proposal";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { EndingPage } from "~/features/verification/ending-page";
import { suspendProgram } from "~/features/verification/suspend-program.server";
import { verificationMessages } from "~/features/verification/verification-messages";
import { verificationRefusals } from "~/features/verification/verification-refusals";
import { findVerification } from "~/features/verification/verification-queries.server";
import { suspensionSchema } from "~/features/verification/verification.schema";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [
  { title: `${verificationMessages[given?.language ?? "id"].suspend.title} · Sinergi` },
];

export const loader = guardedLoader(platform("administrator"), async (c) => {
  const view = await findVerification(c.db, c.actor, String(c.params.id));
  if (!view) throw new Response(null, { status: 404 });
  if (!mayBecome(view.status, "suspended")) throw redirect(`/admin/verifikasi/${view.id}`);
  return { id: view.id, title: view.draft.title, language: c.language };
});

export const action = guardedAction(platform("administrator"), async (c) => {
  const proposalId = String(c.params.id);
  const submission = parseWithZod(await c.form(), { schema: suspensionSchema });
  if (submission.status !== "success") return data({ result: submission.reply(), refusal: null }, 400);
  const attempt = await c.attempt(suspendProgram, { proposalId, ...submission.value });
  if (!attempt.ok)
    return data({ result: submission.reply(), refusal: refusalText(attempt.refusal, c.language, verificationRefusals) }, 400);
  throw redirect("/admin/verifikasi", { status: 303, headers: await flash(verificationMessages[c.language].flash.suspended) });
});

export default function SuspendProgram() {
  const { id, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(verificationMessages);
  const words = useMessages(proposalMessages);
  return (
    <EndingPage
      texts={t.suspend}
      back={`/admin/verifikasi/${id}`}
      subject={title}
      reasons={suspensionReasons.map((reason) => ({ value: reason, label: words.suspensionReason[reason] }))}
      form={useFormState(answer?.result, { texts: t.errors })}
      refusal={answer?.refusal ?? undefined}
    />
  );
}
