import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { SelectField, TextArea } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { hideAnswer, moderatingRoles } from "~/features/residents/moderate-answer.server";
import { residentMessages } from "~/features/residents/resident-messages";
import { findDeskAnswer } from "~/features/residents/resident-queries.server";
import { residentRefusals } from "~/features/residents/resident-refusals";
import { hidingReasons } from "~/features/residents/residents";
import { hidingSchema } from "~/features/residents/residents.schema";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${residentMessages[data?.language ?? "id"].desk.hideTitle} · Sinergi` },
];

export const loader = guardedLoader(platform(...moderatingRoles), async (c) => {
  const answer = await findDeskAnswer(c.db, c.params.id ?? "");
  if (!answer) throw new Response(null, { status: 404 });
  return { language: c.language, answer };
});

export const action = guardedAction(platform(...moderatingRoles), async (c) => {
  const submission = parseWithZod(await c.form(), { schema: hidingSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(hideAnswer, { answerId: c.params.id ?? "", ...submission.value });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, residentRefusals);
  const headers = await flash(residentMessages[c.language].desk.done.hidden);
  throw redirect("/admin/suara-warga", { status: 303, headers });
});

export default function HideAnswer() {
  const { answer } = useLoaderData<typeof loader>();
  const words = useMessages(residentMessages);
  const t = words.desk;
  const form = useFormState(useActionData<typeof action>()?.result, { texts: useMessages(residentRefusals) });
  return (
    <Page narrow>
      <PageHead
        size="small"
        crumbs={[{ href: "/admin/suara-warga", label: t.name }]}
        title={t.hideTitle}
        meta={`${words.answer[answer.answer]} · ${answer.thing}, ${answer.place}`}
        lead={t.hideLead}
      />
      <blockquote className="own mb-5" lang="id">
        {answer.comment}
      </blockquote>
      <Form className="box stack [--gap:1.125rem]">
        <ErrorSummary form={form} />
        <SelectField
          {...form.field("reason")}
          label={t.reason}
          options={hidingReasons.map((reason) => ({ value: reason, label: t.reasons[reason] }))}
          required
        />
        <TextArea {...form.field("note")} label={t.note} rows={3} maxLength={300} required />
        <FormActions>
          <ButtonLink to="/admin/suara-warga">{t.back}</ButtonLink>
          <Button kind="danger">{t.hide}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
