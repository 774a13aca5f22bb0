import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { Facet, FacetForm, FacetOptions } from "~/components/facets";
import { SearchField } from "~/components/field";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Pagination } from "~/components/pagination";
import { elementName, elementPath } from "~/features/guidance/guidance";
import { guidancePath, readGuidanceFilter, topicPath } from "~/features/guidance/guidance-filter";
import { GuidanceList } from "~/features/guidance/guidance-list";
import { guidanceMessages } from "~/features/guidance/guidance-messages";
import { browseGuidance } from "~/features/guidance/guidance-queries.server";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { publicPage } from "~/features/reporting/public-page.server";
import { today } from "~/platform/clock.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = guidanceMessages[data?.language ?? "id"];
  return [{ title: `${t.title} · Sinergi` }, { name: "description", content: t.metaText }];
};

export const loader = guardedLoader(anyone, async (c) => {
  const filter = readGuidanceFilter(c.url.searchParams);
  const found = await browseGuidance(c.db, filter);
  return publicPage(c, {
    language: c.language,
    today: today(),
    filter,
    ...found,
    previous: filter.page > 1 ? guidancePath({ ...filter, page: filter.page - 1 }) : null,
    next: found.more ? guidancePath({ ...filter, page: filter.page + 1 }) : null,
  });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Guidance() {
  const page = useLoaderData<typeof loader>();
  const { filter, rows, total } = page;
  const t = useMessages(guidanceMessages);
  const narrowed = guidancePath({ ...filter, page: 1 }) !== "/panduan";
  const followPath = guidancePath({ ...filter, q: "", topics: [], page: 1 }).replace("/panduan", "/panduan/ikuti");
  return (
    <div className="wrap">
      <div className="[padding-block:clamp(1.75rem,4vw,3rem)_1.5rem]">
        <h1>{t.title}</h1>
        <p className="lead [margin:.75rem_0_1.5rem]">{narrowed ? t.leadFound(total) : t.lead(total)}</p>
        <SearchField label={t.search} placeholder={t.searchHint} value={filter.q} action="/panduan" />
      </div>
      <div className="browse">
        <aside>
          <Filters page={page} />
        </aside>
        <section aria-labelledby="hasil">
          <h2 className="sr" id="hasil">
            {t.results}
          </h2>
          <Note title={t.followTitle} className="mb-5" actions={<ButtonLink to={followPath}>{t.follow}</ButtonLink>}>
            {t.followText}
          </Note>
          {rows.length === 0 ? (
            <EmptyState title={t.empty} action={narrowed && <ButtonLink to="/panduan">{t.clear}</ButtonLink>}>
              {narrowed ? t.emptyText : null}
            </EmptyState>
          ) : (
            <div className="paper flush py-6">
              <GuidanceList rows={rows} areaNames={page.areaNames} today={page.today} />
            </div>
          )}
          <Pagination previous={page.previous} next={page.next} />
        </section>
      </div>
    </div>
  );
}

function Filters({ page: { filter, choices, areaNames } }: { page: Loaded }) {
  const t = useMessages(guidanceMessages);
  const language = useLanguage();
  return (
    <FacetForm summary={t.filters} open={filter.elements.length + filter.areas.length + filter.topics.length > 0}>
      {filter.q && <input type="hidden" name="q" value={filter.q} />}
      <Facet title={t.forElement} first>
        <FacetOptions
          name="elemen"
          options={choices.elements.map(({ value, count }) => ({
            value: elementPath(value),
            label: elementName(value)[language],
            count,
            checked: filter.elements.includes(value),
          }))}
        />
      </Facet>
      <Facet title={t.area}>
        <FacetOptions
          name="wilayah"
          options={choices.areas.map(({ value, count }) => ({
            value,
            label: areaNames[value] ?? value,
            count,
            checked: filter.areas.includes(value),
          }))}
        />
      </Facet>
      <Facet title={t.topicName}>
        <FacetOptions
          name="pokok"
          options={choices.topics.map(({ value, count }) => ({
            value: topicPath(value),
            label: t.topic[value],
            count,
            checked: filter.topics.includes(value),
          }))}
        />
      </Facet>
      <div className="row pt-2">
        <Button className="flex-1">{t.apply}</Button>
        <ButtonLink kind="quiet" to="/panduan">
          {t.clear}
        </ButtonLink>
      </div>
    </FacetForm>
  );
}
