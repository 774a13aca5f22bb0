import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useFormState } from "~/components/language";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { IgnorePage } from "~/features/reconciliation/decision-forms";
import { ignoreLine } from "~/features/reconciliation/ignore-line.server";
import { findLine } from "~/features/reconciliation/line-queries.server";
import { isOpenLine } from "~/features/reconciliation/reconciliation";
import { reconciliationMessages } from "~/features/reconciliation/reconciliation-messages";
import { reconciliationRefusals } from "~/features/reconciliation/reconciliation-refusals";
import { ignoreSchema } from "~/features/reconciliation/reconciliation.schema";
import { newId } from "~/kernel/ids";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${reconciliationMessages[data?.language ?? "id"].ignoreTitle} · Sinergi` },
];

export const loader = guardedLoader(platform("reconciler"), async (c) => {
  const line = await findLine(c.db, c.params.id ?? "");
  if (!line) throw new Response(null, { status: 404 });
  if (!isOpenLine(line.status)) throw redirect(`/admin/rekonsiliasi/baris/${line.id}`);
  return { language: c.language, line, formKey: newId() };
});

export const action = guardedAction(platform("reconciler"), async (c) => {
  const lineId = c.params.id ?? "";
  const submission = parseWithZod(await c.form(), { schema: ignoreSchema });
  if (submission.status !== "success") return misread(submission);
  const { kunci: key, alasan: reason, catatan } = submission.value;
  const outcome = await c.attempt(ignoreLine, { key, lineId, reason, ...(catatan && { note: catatan }) });
  if (!outcome.ok) {
    if (outcome.refusal.code !== "line_closed") return refused(submission, outcome.refusal, c.language, reconciliationRefusals);
    const headers = await flash(reconciliationRefusals[c.language].line_closed(outcome.refusal.details), "bad");
    throw redirect(`/admin/rekonsiliasi/baris/${lineId}`, { status: 303, headers });
  }
  throw redirect("/admin/rekonsiliasi", { status: 303, headers: await flash(reconciliationMessages[c.language].done.ignored) });
});

export default function IgnoreLine() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <IgnorePage {...data} form={useFormState(answer?.result)} />;
}
