import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useFormState } from "~/components/language";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { AllocatePage } from "~/features/reconciliation/allocate-form";
import { allocateLine } from "~/features/reconciliation/allocate-line.server";
import { candidatesFor } from "~/features/reconciliation/allocate-page.server";
import { findLine } from "~/features/reconciliation/line-queries.server";
import { isOpenLine } from "~/features/reconciliation/reconciliation";
import { reconciliationMessages } from "~/features/reconciliation/reconciliation-messages";
import { reconciliationRefusals } from "~/features/reconciliation/reconciliation-refusals";
import { allocateSchema } from "~/features/reconciliation/reconciliation.schema";
import { newId } from "~/kernel/ids";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${reconciliationMessages[data?.language ?? "id"].allocateTitle} · Sinergi` },
];

export const loader = guardedLoader(platform("reconciler"), async (c) => {
  const line = await findLine(c.db, c.params.id ?? "");
  if (!line) throw new Response(null, { status: 404 });
  if (!isOpenLine(line.status) || line.direction === "out") throw redirect(`/admin/rekonsiliasi/baris/${line.id}`);
  const search = (c.url.searchParams.get("cari") ?? "").trim().slice(0, 120);
  return { language: c.language, line, search, candidates: await candidatesFor(c.db, line.id, search), formKey: newId() };
});

export const action = guardedAction(platform("reconciler"), async (c) => {
  const lineId = c.params.id ?? "";
  const submission = parseWithZod(await c.form(), { schema: allocateSchema });
  if (submission.status !== "success") return misread(submission);
  const { kunci: key, bagian: parts } = submission.value;
  const outcome = await c.attempt(allocateLine, { key, lineId, parts });
  if (!outcome.ok) {
    // A line that a colleague has just decided about has no form any more: its own page says what became of it.
    if (outcome.refusal.code !== "line_closed") return refused(submission, outcome.refusal, c.language, reconciliationRefusals);
    const headers = await flash(reconciliationRefusals[c.language].line_closed(outcome.refusal.details), "bad");
    throw redirect(`/admin/rekonsiliasi/baris/${lineId}`, { status: 303, headers });
  }
  throw redirect("/admin/rekonsiliasi", { status: 303, headers: await flash(reconciliationMessages[c.language].done.matched) });
});

export default function AllocateLine() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <AllocatePage {...data} form={useFormState(answer?.result)} />;
}
