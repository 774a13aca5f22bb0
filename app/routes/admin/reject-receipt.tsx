import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { ReasonPage } from "~/components/reason-page";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { localPath } from "~/features/identity/local-path";
import { impactDeskMessages, impactDeskRefusals } from "~/features/impact/desk-messages";
import { findWaitingReceipt } from "~/features/impact/desk-queries.server";
import { rejectReceipt } from "~/features/impact/reject-receipt.server";
import { formatRupiah } from "~/kernel/money";
import { flash } from "~/platform/flash.server";

const rejectionSchema = z.object({
  reason: z.string({ error: "required" }).trim().min(1, { error: "required", abort: true }).min(5, "too_short").max(500, "too_long"),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${impactDeskMessages[data?.language ?? "id"].reject} · Sinergi` },
];

export const loader = guardedLoader(platform("verifier"), async (c) => {
  const receipt = await findWaitingReceipt(c.db, c.url.searchParams.get("program") ?? "", c.params.id ?? "");
  if (!receipt) throw new Response(null, { status: 404 });
  return { language: c.language, receipt, back: localPath(c.url.searchParams.get("kembali"), "/admin/laporan") };
});

export const action = guardedAction(platform("verifier"), async (c) => {
  const submission = parseWithZod(await c.form(), { schema: rejectionSchema });
  if (submission.status !== "success") return misread(submission);
  const proposalId = c.url.searchParams.get("program") ?? "";
  const outcome = await c.attempt(rejectReceipt, { proposalId, receiptId: c.params.id ?? "", reason: submission.value.reason });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, impactDeskRefusals);
  const headers = await flash(impactDeskMessages[c.language].done.rejected);
  throw redirect(localPath(c.url.searchParams.get("kembali"), "/admin/laporan"), { status: 303, headers });
});

export default function RejectReceipt() {
  const { receipt, back } = useLoaderData<typeof loader>();
  const t = useMessages(impactDeskMessages);
  const language = useLanguage();
  return (
    <ReasonPage
      texts={{
        title: t.rejectTitle(receipt.vendor),
        meta: `${receipt.description} · ${formatRupiah(receipt.amount, language)}`,
        lead: t.rejectLead,
        reason: t.reason,
        button: t.reject,
        back: t.back,
      }}
      crumbs={[{ href: "/admin/laporan", label: t.title }]}
      back={back}
      form={useFormState(useActionData<typeof action>()?.result)}
    />
  );
}
