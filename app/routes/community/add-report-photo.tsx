import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { FileField } from "~/components/file-field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { misread, refused } from "~/features/identity/form-refusal";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { attachReportPhoto } from "~/features/impact/attach-report-photo.server";
import { impactMessages, impactRefusals } from "~/features/impact/impact-messages";
import { ownStartedReport } from "~/features/impact/own-report.server";
import { photoSchema } from "~/features/impact/receipt.schema";
import { isEditable, writerRoles } from "~/features/impact/report";
import { reportWorkspaceMessages } from "~/features/impact/report-workspace-messages";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.metaTitle ?? ""} · Sinergi` }];

export const loader = guardedLoader(community(...writerRoles), async (c) => {
  const { address, program, termin, report } = await ownStartedReport(c);
  if (!isEditable(report.status)) throw redirect(address);
  return { metaTitle: reportWorkspaceMessages[c.language].addPhoto, address, program, termin };
});

export const action = guardedAction(community(...writerRoles), async (c) => {
  const { address, program, report } = await ownStartedReport(c);
  const submission = parseWithZod(await c.form(), { schema: photoSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(attachReportPhoto, { proposalId: program.id, reportId: report.id, ...submission.value });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, impactRefusals);
  throw redirect(`${address}#foto`, { status: 303, headers: await flash(impactMessages[c.language].done.photoAdded) });
});

export default function AddReportPhoto() {
  const { address, program, termin } = useLoaderData<typeof loader>();
  const t = useMessages(reportWorkspaceMessages);
  const words = useMessages(impactMessages);
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
        title={t.addPhoto}
        lead={t.noPhotos}
      />
      <Box>
        <Form upload>
          <ErrorSummary form={form} />
          <FileField
            name="file"
            label={t.photoFile}
            error={form.error("file") ?? (result ? t.fileAgain : undefined)}
            kinds={["image"]}
            required
          />
          <TextField {...form.field("caption")} label={t.caption} hint={t.captionHint} maxLength={200} required />
          <FormActions>
            <Button size="large">{t.savePhoto}</Button>
            <ButtonLink kind="quiet" to={`${address}#foto`}>
              {t.back}
            </ButtonLink>
          </FormActions>
        </Form>
      </Box>
    </Page>
  );
}
