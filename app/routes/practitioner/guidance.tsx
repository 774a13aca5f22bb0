import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type Tone, StatusBadge } from "~/components/badge";
import { ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { RecordList } from "~/components/record-list";
import { type GuidanceStatus, writers } from "~/features/guidance/guidance";
import { GuidanceBox } from "~/features/guidance/guidance-list";
import { guidanceFor, ownArticles } from "~/features/guidance/guidance-queries.server";
import { writerMessages } from "~/features/guidance/writer-messages";
import { guardedLoader, practitioner } from "~/features/identity/guard.server";
import { formatDay } from "~/kernel/dates";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${writerMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(practitioner(), async (c) => {
  const { organizationId, element } = c.membership;
  const writes = writers.some((writer) => writer === element);
  return {
    language: c.language,
    writes,
    articles: writes ? await ownArticles(c.db, organizationId) : [],
    forYou: await guidanceFor(c.db, organizationId, 10),
  };
});

const tones: Readonly<Record<GuidanceStatus, Tone>> = { draft: "info", published: "ok", withdrawn: "bad" };

export default function PractitionerGuidance() {
  const { writes, articles, forYou } = useLoaderData<typeof loader>();
  const t = useMessages(writerMessages);
  const language = useLanguage();
  const write = writes && (
    <ButtonLink kind="action" to="/ruang/petugas/panduan/baru" icon="pen">
      {t.write}
    </ButtonLink>
  );
  return (
    <Page wide>
      <PageHead size="small" title={writes ? t.title : t.readTitle} lead={writes ? t.lead : undefined} actions={write} />
      <div className="stack [--gap:1.25rem]">
        {writes && articles.length === 0 && <EmptyState title={t.none}>{t.noneText}</EmptyState>}
        {articles.length > 0 && (
          <Box>
            <RecordList
              items={articles.map((article) => ({
                key: article.id,
                to: `/ruang/petugas/panduan/${article.id}`,
                title: <span lang="id">{article.title}</span>,
                meta: [article.version && t.version(article.version), t.saved(formatDay(article.savedAt, language))]
                  .filter(Boolean)
                  .join(" · "),
                side: <StatusBadge tone={tones[article.status]}>{t.status[article.status]}</StatusBadge>,
                icon: "doc",
              }))}
            />
          </Box>
        )}
        <GuidanceBox rows={forYou} />
      </div>
    </Page>
  );
}
