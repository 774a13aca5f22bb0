import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useFormState } from "~/components/language";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { ReversePage } from "~/features/reconciliation/decision-forms";
import { findAllocation } from "~/features/reconciliation/line-queries.server";
import { reconciliationMessages } from "~/features/reconciliation/reconciliation-messages";
import { reconciliationRefusals } from "~/features/reconciliation/reconciliation-refusals";
import { reasonSchema } from "~/features/reconciliation/reconciliation.schema";
import { reverseAllocation } from "~/features/reconciliation/reverse-allocation.server";
import { newId } from "~/kernel/ids";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${reconciliationMessages[data?.language ?? "id"].reverseTitle} · Sinergi` },
];

export const loader = guardedLoader(platform("reconciler"), async (c) => {
  const allocation = await findAllocation(c.db, c.params.id ?? "");
  if (!allocation) throw new Response(null, { status: 404 });
  if (allocation.reversedAt) throw redirect(`/admin/rekonsiliasi/baris/${allocation.lineId}`);
  return { language: c.language, allocation, formKey: newId() };
});

export const action = guardedAction(platform("reconciler"), async (c) => {
  const submission = parseWithZod(await c.form(), { schema: reasonSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(reverseAllocation, {
    key: submission.value.kunci,
    allocationId: c.params.id ?? "",
    reason: submission.value.alasan,
  });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, reconciliationRefusals);
  const headers = await flash(reconciliationMessages[c.language].done.reversed);
  throw redirect(`/admin/rekonsiliasi/baris/${outcome.value.lineId}`, { status: 303, headers });
});

export default function ReverseAllocation() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ReversePage {...data} form={useFormState(answer?.result)} />;
}
