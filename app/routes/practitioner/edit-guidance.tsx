import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { ArticleForm } from "~/features/guidance/article-form";
import { receiveArticle } from "~/features/guidance/article-page.server";
import { writers } from "~/features/guidance/guidance";
import { guidanceMessages } from "~/features/guidance/guidance-messages";
import { findOwnArticle } from "~/features/guidance/guidance-queries.server";
import { guidanceRefusals } from "~/features/guidance/guidance-refusals";
import { saveArticle } from "~/features/guidance/save-article.server";
import { writerMessages } from "~/features/guidance/writer-messages";
import { guardedAction, guardedLoader, practitioner } from "~/features/identity/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${writerMessages[data?.language ?? "id"].editTitle} · Sinergi` }];

export const loader = guardedLoader(practitioner(...writers), async (c) => {
  const article = await findOwnArticle(c.db, c.membership.organizationId, c.params.id ?? "");
  if (!article) throw new Response(null, { status: 404 });
  return { language: c.language, article };
});

export const action = guardedAction(practitioner(...writers), async (c) => {
  const articleId = c.params.id ?? "";
  return receiveArticle(c, async (text, revision) => {
    const saved = await c.attempt(saveArticle, { ...text, articleId, revision });
    return saved.ok ? { ok: true, value: { articleId } } : saved;
  });
});

export default function EditGuidance() {
  const { article } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(writerMessages);
  const { title, summary, body, topic, elements } = article;
  const form = useFormState(answer?.result, {
    defaults: { title, summary, body, topic, elements, regulations: article.regulations.join("\n") },
    texts: useMessages(guidanceRefusals),
  });
  return (
    <Page narrow>
      <PageHead
        size="small"
        crumbs={[{ href: "/ruang/petugas/panduan", label: useMessages(guidanceMessages).name }]}
        title={t.editTitle}
        meta={[t.status[article.status], article.version && t.version(article.version)].filter(Boolean).join(" · ")}
        actions={<ButtonLink to={`/ruang/petugas/panduan/${article.id}/pratinjau`}>{t.preview.title}</ButtonLink>}
      />
      <ArticleForm form={form} revision={article.revision} areas={answer?.areas ?? article.areaLabels} search={answer?.search} />
    </Page>
  );
}
