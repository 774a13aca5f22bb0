import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { SelectField, TextArea } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { ProgramName } from "~/components/program-name";
import { refusalText } from "~/components/refusal-text";
import { company, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { cancelPledge } from "~/features/pledges/cancel-pledge.server";
import { approverRoles, choosableCancellations, drafterRoles } from "~/features/pledges/pledge";
import { cancelPledgeSchema } from "~/features/pledges/pledge.schema";
import { pledgeMessages, pledgeRefusals } from "~/features/pledges/pledge-messages";
import { findCompanyPledge } from "~/features/pledges/pledge-queries.server";
import { workspaceMessages } from "~/features/pledges/workspace-messages";
import { flash } from "~/platform/flash.server";

export const loader = guardedLoader(company(...drafterRoles, ...approverRoles), async (c) => {
  const pledge = await findCompanyPledge(c.db, c.membership.organizationId, c.params.id ?? "");
  if (!pledge) throw new Response(null, { status: 404 });
  return { pledgeId: pledge.pledgeId, program: pledge.program };
});

export const action = guardedAction(company(...drafterRoles, ...approverRoles), async (c) => {
  const { organizationId } = c.membership;
  const pledge = await findCompanyPledge(c.db, organizationId, c.params.id ?? "");
  if (!pledge) throw new Response(null, { status: 404 });
  const submission = parseWithZod(await c.form(), { schema: cancelPledgeSchema });
  if (submission.status !== "success") return data({ result: submission.reply() }, 400);
  const { alasan, catatan } = submission.value;
  const done = await c.attempt(cancelPledge, {
    companyId: organizationId,
    proposalId: pledge.proposalId,
    pledgeId: pledge.pledgeId,
    reason: alasan,
    note: catatan,
  });
  if (!done.ok) return data({ result: submission.reply({ formErrors: [refusalText(done.refusal, c.language, pledgeRefusals)] }) }, 400);
  const headers = await flash(workspaceMessages[c.language].one.cancel.done);
  return redirect(`/ruang/perusahaan/komitmen/${pledge.pledgeId}`, { status: 303, headers });
});

/** Seen only when the form on the pledge's page could not be taken: the same form with its errors. */
export default function CancelPledge() {
  const { pledgeId, program } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useMessages(workspaceMessages).one;
  const reasons = useMessages(pledgeMessages).cancellationReason;
  const form = useFormState(sent?.result, { texts: useMessages(pledgeRefusals) });
  const back = `/ruang/perusahaan/komitmen/${pledgeId}`;
  return (
    <Page narrow>
      <PageHead crumbs={[{ href: back, label: t.crumb }]} title={`${t.cancel.title}?`} meta={<ProgramName {...program} />} />
      <Form>
        <ErrorSummary form={form} />
        <SelectField
          {...form.field("alasan")}
          label={t.cancel.reason}
          options={choosableCancellations.map((value) => ({ value, label: reasons[value] }))}
        />
        <TextArea {...form.field("catatan")} label={t.cancel.note} optional rows={3} />
        <FormActions>
          <Button kind="danger-quiet">{t.cancel.button}</Button>
          <ButtonLink to={back}>{t.link.back}</ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
