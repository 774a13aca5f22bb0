import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { findings } from "~/features/concerns/concern";
import { concernDeskMessages } from "~/features/concerns/concern-desk-messages";
import { concernMessages } from "~/features/concerns/concern-messages";
import { findDeskConcern } from "~/features/concerns/concern-queries.server";
import { concernRefusals } from "~/features/concerns/concern-refusals";
import { closingSchema } from "~/features/concerns/concern.schema";
import { closeConcern } from "~/features/concerns/handle-concern.server";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${concernDeskMessages[data?.language ?? "id"].closeTitle} · Sinergi` },
];

export const loader = guardedLoader(platform("administrator"), async (c) => {
  const concern = await findDeskConcern(c.db, c.actor, c.params.id ?? "");
  if (!concern) throw new Response(null, { status: 404 });
  if (concern.status === "closed") throw redirect(`/admin/laporan-warga/${concern.id}`);
  return { language: c.language, id: concern.id, kind: concern.kind, subject: concern.program ?? concern.organization };
});

export const action = guardedAction(platform("administrator"), async (c) => {
  const concernId = c.params.id ?? "";
  const submission = parseWithZod(await c.form(), { schema: closingSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(closeConcern, { concernId, ...submission.value });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, concernRefusals);
  const headers = await flash(concernDeskMessages[c.language].done.closed);
  throw redirect(`/admin/laporan-warga/${concernId}`, { status: 303, headers });
});

export default function CloseConcern() {
  const { id, kind, subject } = useLoaderData<typeof loader>();
  const t = useMessages(concernDeskMessages);
  const words = useMessages(concernMessages);
  const form = useFormState(useActionData<typeof action>()?.result, { texts: useMessages(concernRefusals) });
  const back = `/admin/laporan-warga/${id}`;
  return (
    <Page narrow>
      <PageHead
        size="small"
        crumbs={[
          { href: "/admin/laporan-warga", label: t.name },
          { href: back, label: words.kind[kind] },
        ]}
        title={t.closeTitle}
        meta={subject ?? t.noSubject}
        lead={t.closeLead}
      />
      <Form className="box stack [--gap:1.125rem]">
        <ErrorSummary form={form} />
        <RadioGroup
          {...form.field("outcome")}
          label={t.outcome}
          options={findings.map((finding) => ({ value: finding, label: t.outcomes[finding] }))}
          required
        />
        <TextArea {...form.field("published")} label={t.published} hint={t.publishedHint} rows={5} maxLength={1000} required />
        <FormActions>
          <ButtonLink to={back}>{t.back}</ButtonLink>
          <Button>{t.closeButton}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
