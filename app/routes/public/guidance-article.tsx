import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Breadcrumbs, Section } from "~/components/page";
import { Aside, Panel } from "~/components/panel";
import { ArticleBody } from "~/features/guidance/article-body";
import { checkAgainOn, elementPath } from "~/features/guidance/guidance";
import { topicPath } from "~/features/guidance/guidance-filter";
import { AimBadges } from "~/features/guidance/guidance-list";
import { guidanceMessages } from "~/features/guidance/guidance-messages";
import { findArticle } from "~/features/guidance/guidance-queries.server";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { publicPage } from "~/features/reporting/public-page.server";
import { dayOf } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Sinergi" }];
  return [
    { title: `${data.article.shown.title} · Sinergi` },
    { name: "description", content: data.article.shown.summary },
    { tagName: "link", rel: "canonical", href: data.address },
    ...(data.article.status === "withdrawn" ? [{ name: "robots", content: "noindex" }] : []),
  ];
};

export const loader = guardedLoader(anyone, async (c) => {
  const asked = c.url.searchParams.get("versi");
  const n = asked && /^\d{1,4}$/.test(asked) ? Number(asked) : undefined;
  const article = await findArticle(c.db, c.params.slug ?? "", n);
  if (!article) throw new Response(null, { status: 404 });
  const checkAgain = checkAgainOn(dayOf(article.versions[0]?.publishedAt ?? article.shown.publishedAt));
  return publicPage(c, {
    article,
    checkAgain,
    overdue: checkAgain < today(),
    address: absoluteUrl(`/panduan/${article.slug}`),
  });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

type Article = ReturnType<typeof useLoaderData<typeof loader>>["article"];

export default function GuidanceArticle() {
  const { article, checkAgain, overdue } = useLoaderData<typeof loader>();
  const { shown } = article;
  const words = useMessages(guidanceMessages);
  const t = words.article;
  return (
    <div className="wrap">
      <Breadcrumbs
        items={[
          { href: "/panduan", label: words.name },
          { href: `/panduan?pokok=${topicPath(shown.topic)}`, label: words.topic[shown.topic] },
        ]}
      />
      <div className="[padding:.25rem_0_1.75rem]">
        <h1 className="max-w-[22ch]" lang="id">
          {shown.title}
        </h1>
        {article.status === "published" && (
          <p className="lead mt-3" lang="id">
            {shown.summary}
          </p>
        )}
      </div>
      <div className="two">
        <div className="min-w-0">
          <States article={article} overdue={overdue} />
          {article.status === "published" ? (
            <ArticleBody body={shown.body} opening={t.opening}>
              {shown.regulations.length > 0 && (
                <Section title={t.basis} hint={t.basisHint}>
                  <ul className="art" lang="id">
                    {shown.regulations.map((regulation) => (
                      <li key={regulation}>{regulation}</li>
                    ))}
                  </ul>
                </Section>
              )}
              <History article={article} />
            </ArticleBody>
          ) : null}
        </div>
        <Aside>
          <Panel>
            <h2 className="[font-size:var(--text-lg)]">{t.forWhom}</h2>
            <div className="row gap-1.5 mt-2.5">
              <AimBadges aim={shown} areaNames={article.areaNames} />
            </div>
            <DescriptionList
              className="mt-4 pt-4 [border-top:1px_solid_var(--line)]"
              items={[
                { term: t.writer, value: article.writer },
                { term: t.published, value: <DayText value={shown.publishedAt} /> },
                { term: t.version, value: String(shown.n) },
                { term: t.reading, value: words.minutes(shown.minutes) },
                article.status === "published" && { term: t.checkAgain, value: <DayText value={checkAgain} /> },
              ]}
            />
            <ButtonLink block className="mt-4" to={followPath(shown)} icon="mail">
              {words.follow}
            </ButtonLink>
          </Panel>
        </Aside>
      </div>
    </div>
  );
}

function States({ article, overdue }: { article: Article; overdue: boolean }) {
  const t = useMessages(guidanceMessages).article;
  if (article.status === "withdrawn") {
    return (
      <Note tone="bad" title={t.withdrawn} className="mb-5">
        <p>
          {t.withdrawnText} <span lang="id">{article.withdrawnReason}</span>
        </p>
      </Note>
    );
  }
  if (article.shown.n !== article.version) {
    return (
      <Note
        tone="warn"
        title={t.old(article.shown.n)}
        className="mb-5"
        actions={<ButtonLink to={`/panduan/${article.slug}`}>{t.newest}</ButtonLink>}
      />
    );
  }
  return overdue ? (
    <Note tone="warn" className="mb-5">
      {t.overdue}
    </Note>
  ) : null;
}

function History({ article }: { article: Article }) {
  const t = useMessages(guidanceMessages).article;
  return (
    <Section title={t.history}>
      <ul className="log">
        {article.versions.map((version) => (
          <li key={version.n}>
            <span className="w n">
              <DayText value={version.publishedAt} />
            </span>
            <span lang="id">{version.change}</span>
            <span className="who0">
              {version.n === article.shown.n ? (
                t.versionOf(version.n)
              ) : (
                <a href={`/panduan/${article.slug}?versi=${version.n}`} aria-label={`${t.seeOld}: ${t.versionOf(version.n)}`}>
                  {t.versionOf(version.n)}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function followPath(aim: { elements: readonly string[]; areas: readonly string[] }): string {
  const params = new URLSearchParams();
  if (aim.elements.length === 1) params.set("elemen", elementPath(aim.elements[0] ?? ""));
  if (aim.areas.length === 1) params.set("wilayah", aim.areas[0] ?? "");
  return `/panduan/ikuti${params.size > 0 ? `?${params}` : ""}`;
}
