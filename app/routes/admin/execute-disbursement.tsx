import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { DateField, Fields, TextField } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { executeSchema } from "~/features/disbursements/disbursement.schema";
import { disbursementMessages, disbursementRefusals } from "~/features/disbursements/disbursement-messages";
import { findDisbursement } from "~/features/disbursements/disbursement-queries.server";
import { executeDisbursement } from "~/features/disbursements/execute-disbursement.server";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { newId } from "~/kernel/ids";
import { formatRupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${disbursementMessages[data?.language ?? "id"].execute} · Sinergi` },
];

export const loader = guardedLoader(platform("disburser"), async (c) => {
  const disbursement = await findDisbursement(c.db, c.params.id ?? "");
  if (!disbursement) throw new Response(null, { status: 404 });
  if (disbursement.status !== "sent") throw redirect(`/admin/penyaluran/${disbursement.id}`);
  return { language: c.language, disbursement, formKey: newId(), today: today() };
});

export const action = guardedAction(platform("disburser"), async (c) => {
  const disbursement = await findDisbursement(c.db, c.params.id ?? "");
  if (!disbursement) throw new Response(null, { status: 404 });
  const submission = parseWithZod(await c.form(), { schema: executeSchema });
  if (submission.status !== "success") return misread(submission);
  const { kunci: key, ...values } = submission.value;
  const outcome = await c.attempt(executeDisbursement, {
    key,
    proposalId: disbursement.proposalId,
    disbursementId: disbursement.id,
    ...values,
  });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, disbursementRefusals);
  const headers = await flash(disbursementMessages[c.language].doneFlash.execute);
  throw redirect(`/admin/penyaluran/${disbursement.id}`, { status: 303, headers });
});

export default function ExecuteDisbursement() {
  const { disbursement, formKey, today } = useLoaderData<typeof loader>();
  const t = useMessages(disbursementMessages);
  const language = useLanguage();
  const form = useFormState(useActionData<typeof action>()?.result, { defaults: { executedOn: today } });
  const back = `/admin/penyaluran/${disbursement.id}`;
  return (
    <Page narrow>
      <PageHead
        size="small"
        crumbs={[
          { href: "/admin/penyaluran", label: t.deskTitle },
          { href: back, label: disbursement.programTitle },
        ]}
        title={`${t.execute}: ${formatRupiah(disbursement.amount, language)}`}
        lead={t.executeLead}
      />
      <Box>
        <Form kunci={formKey}>
          <ErrorSummary form={form} />
          <Fields columns={2}>
            <TextField {...form.field("bankReference")} label={t.bankReference} hint={t.bankReferenceHint} maxLength={60} required />
            <DateField {...form.field("executedOn")} label={t.executedOn} required />
          </Fields>
          <FormActions>
            <Button>{t.execute}</Button>
            <ButtonLink kind="quiet" to={back}>
              {t.back}
            </ButtonLink>
          </FormActions>
        </Form>
      </Box>
    </Page>
  );
}
