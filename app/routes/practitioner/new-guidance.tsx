import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { ArticleForm } from "~/features/guidance/article-form";
import { receiveArticle } from "~/features/guidance/article-page.server";
import { writers } from "~/features/guidance/guidance";
import { guidanceMessages } from "~/features/guidance/guidance-messages";
import { guidanceRefusals } from "~/features/guidance/guidance-refusals";
import { startArticle } from "~/features/guidance/save-article.server";
import { writerMessages } from "~/features/guidance/writer-messages";
import { guardedAction, guardedLoader, practitioner } from "~/features/identity/guard.server";
import { newId } from "~/kernel/ids";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${writerMessages[data?.language ?? "id"].newTitle} · Sinergi` }];

export const loader = guardedLoader(practitioner(...writers), (c) => ({ language: c.language, kunci: newId() }));

export const action = guardedAction(practitioner(...writers), (c) =>
  receiveArticle(c, (text, _revision, key) => c.attempt(startArticle, { ...text, key, organizationId: c.membership.organizationId })),
);

export default function NewGuidance() {
  const { kunci } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(writerMessages);
  const form = useFormState(answer?.result, { texts: useMessages(guidanceRefusals) });
  return (
    <Page narrow>
      <PageHead
        size="small"
        crumbs={[{ href: "/ruang/petugas/panduan", label: useMessages(guidanceMessages).name }]}
        title={t.newTitle}
        lead={t.lead}
      />
      <ArticleForm form={form} kunci={kunci} revision={0} areas={answer?.areas ?? []} search={answer?.search} />
    </Page>
  );
}
