import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { closeAlert, moderatingRoles } from "~/features/residents/moderate-answer.server";
import { ResidentCounts } from "~/features/residents/resident-counts";
import { residentMessages } from "~/features/residents/resident-messages";
import { findAlert } from "~/features/residents/resident-queries.server";
import { residentRefusals } from "~/features/residents/resident-refusals";
import { findingSchema } from "~/features/residents/residents.schema";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${residentMessages[data?.language ?? "id"].desk.alertTitle} · Sinergi` },
];

export const loader = guardedLoader(platform(...moderatingRoles), async (c) => {
  const alert = await findAlert(c.db, c.params.id ?? "");
  if (!alert) throw new Response(null, { status: 404 });
  if (alert.closedAt) throw redirect(`/program/${alert.slug}#warga`);
  return { language: c.language, alert };
});

export const action = guardedAction(platform(...moderatingRoles), async (c) => {
  const submission = parseWithZod(await c.form(), { schema: findingSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(closeAlert, { alertId: c.params.id ?? "", ...submission.value });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, residentRefusals);
  const headers = await flash(residentMessages[c.language].desk.done.closed);
  throw redirect("/admin/suara-warga", { status: 303, headers });
});

export default function ResidentAlert() {
  const { alert } = useLoaderData<typeof loader>();
  const words = useMessages(residentMessages);
  const t = words.desk;
  const form = useFormState(useActionData<typeof action>()?.result, { texts: useMessages(residentRefusals) });
  return (
    <Page narrow>
      <PageHead
        size="small"
        crumbs={[
          { href: "/admin/suara-warga", label: t.name },
          { href: `/program/${alert.slug}`, label: <span lang="id">{alert.program}</span> },
        ]}
        title={t.alertTitle}
        meta={<span lang="id">{`${alert.thing}, ${alert.place}`}</span>}
        lead={t.alertLead}
      />
      <Box title={words.said} className="mb-5">
        <ResidentCounts counts={alert.counts} households={null} />
      </Box>
      <Form className="box stack [--gap:1.125rem]">
        <ErrorSummary form={form} />
        <TextArea {...form.field("finding")} label={t.finding} hint={t.findingHint} rows={5} maxLength={1000} required />
        <FormActions>
          <ButtonLink to="/admin/suara-warga">{t.back}</ButtonLink>
          <Button>{t.closeAlert}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
