import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { writers } from "~/features/guidance/guidance";
import { guidanceMessages } from "~/features/guidance/guidance-messages";
import { findOwnArticle } from "~/features/guidance/guidance-queries.server";
import { guidanceRefusals } from "~/features/guidance/guidance-refusals";
import { withdrawalSchema } from "~/features/guidance/guidance.schema";
import { withdrawArticle } from "~/features/guidance/withdraw-article.server";
import { writerMessages } from "~/features/guidance/writer-messages";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, practitioner } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${writerMessages[data?.language ?? "id"].withdraw.title} · Sinergi` },
];

export const loader = guardedLoader(practitioner(...writers), async (c) => {
  const article = await findOwnArticle(c.db, c.membership.organizationId, c.params.id ?? "");
  if (article?.status !== "published") throw new Response(null, { status: 404 });
  return { language: c.language, id: article.id, title: article.title };
});

export const action = guardedAction(practitioner(...writers), async (c) => {
  const submission = parseWithZod(await c.form(), { schema: withdrawalSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(withdrawArticle, { articleId: c.params.id ?? "", ...submission.value });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, guidanceRefusals);
  const headers = await flash(writerMessages[c.language].done.withdrawn);
  throw redirect("/ruang/petugas/panduan", { status: 303, headers });
});

export default function WithdrawGuidance() {
  const { id, title } = useLoaderData<typeof loader>();
  const t = useMessages(writerMessages).withdraw;
  const form = useFormState(useActionData<typeof action>()?.result, { texts: useMessages(guidanceRefusals) });
  const back = `/ruang/petugas/panduan/${id}`;
  return (
    <Page narrow>
      <PageHead
        size="small"
        crumbs={[
          { href: "/ruang/petugas/panduan", label: useMessages(guidanceMessages).name },
          { href: back, label: <span lang="id">{title}</span> },
        ]}
        title={t.title}
        lead={t.lead}
      />
      <Form className="box stack [--gap:1.125rem]">
        <ErrorSummary form={form} />
        <TextArea {...form.field("reason")} label={t.reason} hint={t.reasonHint} rows={4} maxLength={500} required />
        <FormActions>
          <ButtonLink to={back}>{t.back}</ButtonLink>
          <Button kind="danger">{t.button}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
