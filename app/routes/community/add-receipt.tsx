import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { DateField, SelectField, TextField } from "~/components/field";
import { FileField } from "~/components/file-field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { RupiahField } from "~/components/money-field";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { misread, refused } from "~/features/identity/form-refusal";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { addReceipt } from "~/features/impact/add-receipt.server";
import { impactMessages, impactRefusals } from "~/features/impact/impact-messages";
import { budgetLineChoices } from "~/features/impact/line-choices.server";
import { ownReport } from "~/features/impact/own-report.server";
import { receiptSchema } from "~/features/impact/receipt.schema";
import { writerRoles } from "~/features/impact/report";
import { reportWorkspaceMessages } from "~/features/impact/report-workspace-messages";
import { newId } from "~/kernel/ids";
import { formatRupiah } from "~/kernel/money";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.metaTitle ?? ""} · Sinergi` }];

export const loader = guardedLoader(community(...writerRoles), async (c) => {
  const { address, program, termin, acknowledged, approved, waiting } = await ownReport(c);
  if (!acknowledged) throw redirect(address);
  const left = termin.amount - approved - waiting;
  return {
    metaTitle: reportWorkspaceMessages[c.language].newReceipt,
    formKey: newId(),
    address,
    program,
    termin,
    left: left > 0n ? left : 0n,
    lines: await budgetLineChoices(c.db, program.id),
  };
});

export const action = guardedAction(community(...writerRoles), async (c) => {
  const { program, termin, address } = await ownReport(c);
  const submission = parseWithZod(await c.form(), { schema: receiptSchema });
  if (submission.status !== "success") return misread(submission);
  const { kunci: key, budgetLineId: choice, ...receipt } = submission.value;
  const [budgetLineId = "", memberId] = choice.split(":");
  const outcome = await c.attempt(addReceipt, { key, proposalId: program.id, trancheN: termin.n, budgetLineId, memberId, ...receipt });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, impactRefusals);
  throw redirect(`${address}#nota`, { status: 303, headers: await flash(impactMessages[c.language].done.receiptAdded) });
});

export default function AddReceipt() {
  const { address, program, termin, left, lines, formKey } = useLoaderData<typeof loader>();
  const t = useMessages(reportWorkspaceMessages);
  const words = useMessages(impactMessages);
  const language = useLanguage();
  const result = useActionData<typeof action>()?.result;
  const form = useFormState(result, { texts: t.errors });
  return (
    <Page narrow>
      <PageHead
        size="small"
        crumbs={[
          { href: `/ruang/lembaga/program/${program.slug}`, label: program.title },
          { href: address, label: words.reportOf(termin.n) },
        ]}
        title={t.newReceipt}
        lead={t.newReceiptLead(formatRupiah(left, language))}
      />
      <Box>
        <Form kunci={formKey} upload>
          <ErrorSummary form={form} />
          <FileField
            name="file"
            label={t.file}
            hint={t.fileHint}
            error={form.error("file") ?? (result ? t.fileAgain : undefined)}
            kinds={["image", "pdf"]}
            required
          />
          <RupiahField {...form.field("amount")} label={t.amount} words required />
          <SelectField
            {...form.field("budgetLineId")}
            label={t.line}
            options={lines.map((line) => ({
              value: line.value,
              label: `${line.section}: ${line.description}${line.member ? `, ${line.member}` : ""} (${t.lineLeft(formatRupiah(line.left, language))})`,
            }))}
            required
          />
          <TextField {...form.field("vendor")} label={t.vendor} maxLength={120} required />
          <DateField {...form.field("spentOn")} label={t.spentOn} required />
          <TextField {...form.field("description")} label={t.description} maxLength={300} required />
          <FormActions>
            <Button size="large">{t.saveReceipt}</Button>
            <ButtonLink kind="quiet" to={address}>
              {t.back}
            </ButtonLink>
          </FormActions>
        </Form>
      </Box>
    </Page>
  );
}
