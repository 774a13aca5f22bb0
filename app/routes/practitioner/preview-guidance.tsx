import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { Checkbox } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { ArticleBody } from "~/features/guidance/article-body";
import { articleIssues, writers } from "~/features/guidance/guidance";
import { AimBadges } from "~/features/guidance/guidance-list";
import { guidanceMessages } from "~/features/guidance/guidance-messages";
import { findOwnArticle } from "~/features/guidance/guidance-queries.server";
import { guidanceRefusals } from "~/features/guidance/guidance-refusals";
import { publicationSchema } from "~/features/guidance/guidance.schema";
import { publishArticle } from "~/features/guidance/publish-article.server";
import { writerMessages } from "~/features/guidance/writer-messages";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, practitioner } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.article.title ?? ""} · Sinergi` }];

export const loader = guardedLoader(practitioner(...writers), async (c) => {
  const article = await findOwnArticle(c.db, c.membership.organizationId, c.params.id ?? "");
  if (!article) throw new Response(null, { status: 404 });
  return { article, issues: articleIssues(article) };
});

export const action = guardedAction(practitioner(...writers), async (c) => {
  const articleId = c.params.id ?? "";
  const submission = parseWithZod(await c.form(), { schema: publicationSchema });
  if (submission.status !== "success") return misread(submission);
  const { revision, change, tell } = submission.value;
  const outcome = await c.attempt(publishArticle, { articleId, revision, change, tell: tell === "on" });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, guidanceRefusals);
  const headers = await flash(writerMessages[c.language].done.published);
  throw redirect(`/panduan/${outcome.value.slug}`, { status: 303, headers });
});

type Article = ReturnType<typeof useLoaderData<typeof loader>>["article"];

export default function PreviewGuidance() {
  const { article, issues } = useLoaderData<typeof loader>();
  const words = useMessages(guidanceMessages);
  const t = useMessages(writerMessages).preview;
  const refusals = useMessages(guidanceRefusals) as Readonly<Record<string, (details: object) => string>>;
  const own = `/ruang/petugas/panduan/${article.id}`;
  const names = Object.fromEntries(article.areaLabels.map((area) => [area.code, area.label]));
  return (
    <Page>
      <PageHead
        size="small"
        crumbs={[{ href: "/ruang/petugas/panduan", label: words.name }]}
        title={<span lang="id">{article.title}</span>}
        lead={<span lang="id">{article.summary}</span>}
        meta={t.title}
        actions={<ButtonLink to={own}>{t.edit}</ButtonLink>}
      />
      <div className="row gap-1.5 mb-5">
        <AimBadges aim={article} areaNames={names} />
      </div>
      <ArticleBody body={article.body} opening={words.article.opening} />
      <div className="stack [--gap:1.25rem] mt-6">
        {issues.length > 0 ? (
          <Note tone="warn" title={t.lacking} actions={<ButtonLink to={own}>{t.edit}</ButtonLink>}>
            <ul>
              {issues.map((issue) => (
                <li key={issue.field}>{refusals[issue.code]?.({})}</li>
              ))}
            </ul>
          </Note>
        ) : (
          <PublishForm article={article} />
        )}
        {article.status !== "draft" && (
          <p className="row gap-4">
            <a href={`/panduan/${article.slug}`}>{t.publicPage}</a>
            {article.status === "published" && <a href={`${own}/tarik`}>{t.withdraw}</a>}
          </p>
        )}
      </div>
    </Page>
  );
}

function PublishForm({ article }: { article: Article }) {
  const t = useMessages(writerMessages).preview;
  const result = useActionData<typeof action>()?.result;
  const isFirst = article.version === null;
  const form = useFormState(result, { defaults: { change: isFirst ? t.first : "" }, texts: useMessages(guidanceRefusals) });
  return (
    <Box title={t.publishTitle}>
      <Form>
        <ErrorSummary form={form} />
        <Hidden values={{ revision: article.revision }} />
        <TextField {...form.field("change")} label={t.change} hint={t.changeHint} maxLength={300} required />
        {isFirst ? <p className="hint">{t.tellFirst}</p> : <Checkbox name="tell" label={t.tell} />}
        <FormActions>
          <Button size="large">{t.publish}</Button>
        </FormActions>
      </Form>
    </Box>
  );
}
