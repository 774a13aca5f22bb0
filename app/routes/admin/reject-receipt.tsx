import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { localPath } from "~/features/identity/local-path";
import { impactDeskMessages, impactDeskRefusals } from "~/features/impact/desk-messages";
import { findWaitingReceipt } from "~/features/impact/desk-queries.server";
import { rejectReceipt } from "~/features/impact/reject-receipt.server";
import { formatRupiah } from "~/kernel/money";
import { flash } from "~/platform/flash.server";

const rejectionSchema = z.object({ reason: z.string({ error: "required" }).trim().min(5, "required").max(500, "too_long") });

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
  const headers = await flash(c.request, impactDeskMessages[c.language].done.rejected);
  throw redirect(localPath(c.url.searchParams.get("kembali"), "/admin/laporan"), { status: 303, headers });
});

export default function RejectReceipt() {
  const { receipt, back } = useLoaderData<typeof loader>();
  const t = useMessages(impactDeskMessages);
  const language = useLanguage();
  const form = useFormState(useActionData<typeof action>()?.result);
  return (
    <Page narrow>
      <PageHead
        size="small"
        crumbs={[{ href: "/admin/laporan", label: t.title }]}
        title={t.rejectTitle(receipt.vendor)}
        meta={`${receipt.description} · ${formatRupiah(receipt.amount, language)}`}
        lead={t.rejectLead}
      />
      <Box>
        <Form>
          <ErrorSummary form={form} />
          <TextArea {...form.field("reason")} label={t.reason} rows={4} maxLength={500} required />
          <FormActions>
            <Button kind="danger">{t.reject}</Button>
            <ButtonLink kind="quiet" to={back}>
              {t.back}
            </ButtonLink>
          </FormActions>
        </Form>
      </Box>
    </Page>
  );
}
