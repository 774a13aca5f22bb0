import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ActiveFilters } from "~/components/facets";
import { useLanguage, useMessages } from "~/components/language";
import { LevelMark } from "~/components/level-mark";
import { alurMessages } from "~/components/alur-messages";
import { Note } from "~/components/note";
import { waitingAppeals } from "~/features/appeals/appeal-queries.server";
import { WaitingNote } from "~/features/appeals/waiting-note";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { type BrowseFilter, browsePath, isNarrowed, readBrowse, sorts } from "~/features/reporting/browse";
import { BrowseFilters } from "~/features/reporting/browse-filters";
import { browseFacets, needRanges } from "~/features/reporting/browse-facets.server";
import { browseMessages } from "~/features/reporting/browse-messages";
import { browsePrograms } from "~/features/reporting/browse-programs.server";
import { nameMessages, nameOf } from "~/features/reporting/name-messages";
import { ProgramTile } from "~/features/reporting/program-tile";
import { publicPage } from "~/features/reporting/public-page.server";
import { areaNames, needGroupNames } from "~/features/reporting/reference-queries.server";
import { type Rupiah, formatRupiah, formatWhole } from "~/kernel/money";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = browseMessages[data?.language ?? "id"];
  return [
    { title: t.metaTitle },
    { name: "description", content: t.metaText },
    { tagName: "link", rel: "alternate", type: "application/atom+xml", href: "/program.atom", title: t.metaTitle },
  ];
};

export const loader = guardedLoader(anyone, async (c) => {
  const { filter, after, ignored } = readBrowse(c.url.searchParams);
  const [page, facets, needNames, chosenAreas, waiting] = await Promise.all([
    browsePrograms(c.db, filter, after),
    browseFacets(c.db, filter),
    needGroupNames(c.db),
    areaNames(c.db, filter.areas),
    waitingAppeals(c.db),
  ]);
  return publicPage(c, {
    language: c.language,
    filter,
    ignored,
    facets,
    needNames,
    chosenAreas,
    ranges: needRanges,
    appeals: waiting.map(({ code, title }) => ({ code, title })),
    programs: page.programs,
    first: after ? browsePath(filter) : undefined,
    next: page.next ? browsePath(filter, page.next) : undefined,
  });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

export default function Browse() {
  const { appeals, filter, facets, ignored, programs, needNames, ranges, first, next } = useLoaderData<typeof loader>();
  const t = useMessages(browseMessages);
  const language = useLanguage();
  const narrowed = isNarrowed(filter);
  return (
    <div className="wrap">
      <div className="[padding-block:clamp(1.75rem,4vw,3rem)_1.5rem]">
        <h1>{t.title}</h1>
        <p className="lead [margin:.75rem_0_1.5rem]">
          {narrowed ? t.leadFound(facets.total.programs) : t.lead(facets.total.programs)}
          <b className="n text-ink">{formatRupiah(facets.total.need, language)}</b>.
        </p>
        <form className="search" action="/program" method="get">
          <label className="sr" htmlFor="q">
            {t.searchLabel}
          </label>
          <input className="in icn" id="q" name="q" type="search" placeholder={t.searchHint} defaultValue={filter.q} maxLength={120} />
          <OtherFilters filter={filter} />
          <Button>{t.search}</Button>
        </form>
      </div>
      <WaitingNote appeals={appeals} />
      {ignored.length > 0 && (
        <Note tone="warn" title={t.ignoredTitle} className="mb-6">
          {t.ignored(ignored.join(", "))}
        </Note>
      )}
      <div className="browse">
        <aside>
          <BrowseFilters filter={filter} facets={facets} needNames={needNames} ranges={ranges} />
        </aside>
        <section aria-labelledby="hasil">
          <h2 className="sr" id="hasil">
            {t.results}
          </h2>
          <ResultHead total={facets.total.programs} filter={filter} />
          {narrowed && <ActiveChips />}
          <AlurKey />
          {programs.length === 0 ? <NothingFound filter={filter} /> : null}
          <div className="cards">
            {programs.map((program) => (
              <ProgramTile key={program.id} program={program} />
            ))}
          </div>
          {(first || next) && (
            <nav className="pgn mt-6" aria-label={t.pages}>
              {first && <a href={first}>{t.first}</a>}
              {next && (
                <a href={next} rel="next">
                  {t.next}
                </a>
              )}
            </nav>
          )}
        </section>
      </div>
    </div>
  );
}

/** A search keeps the filters that are set. */
function OtherFilters({ filter }: { filter: BrowseFilter }) {
  const params = new URLSearchParams(browsePath({ ...filter, q: "", sort: "sisa" }).split("?")[1] ?? "");
  return (
    <>
      {[...params].map(([name, value]) => (
        <input key={`${name}${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

function ResultHead({ total, filter }: { total: number; filter: BrowseFilter }) {
  const t = useMessages(browseMessages);
  const language = useLanguage();
  const params = new URLSearchParams(browsePath({ ...filter, sort: filter.q ? "cocok" : "sisa" }).split("?")[1] ?? "");
  return (
    <div className="row justify-between mb-4">
      <p>
        <b className="n">{formatWhole(total, language)}</b> {t.programs}
      </p>
      <form className="row small gap-2.5" action="/program" method="get">
        {[...params].map(([name, value]) => (
          <input key={`${name}${value}`} type="hidden" name={name} value={value} />
        ))}
        <label className="muted" htmlFor="urut">
          {t.sort}
        </label>
        <select className="sel w-auto min-h-[44px]" id="urut" name="urut" defaultValue={filter.sort}>
          {sorts
            .filter((sort) => sort !== "cocok" || filter.q)
            .map((sort) => (
              <option key={sort} value={sort}>
                {t.sorts[sort]}
              </option>
            ))}
        </select>
        <Button kind="outline">{t.order}</Button>
      </form>
    </div>
  );
}

function ActiveChips() {
  const { filter, needNames, chosenAreas } = useLoaderData<typeof loader>();
  const t = useMessages(browseMessages);
  const names = useMessages(nameMessages);
  const language = useLanguage();
  const without = <T,>(list: readonly T[], value: T) => list.filter((one) => one !== value);
  const money = (amount: Rupiah) => formatRupiah(amount, language);
  const chips: [label: string, rest: BrowseFilter][] = [
    ...(filter.q
      ? [[t.chips.q(filter.q), { ...filter, q: "", sort: filter.sort === "cocok" ? "sisa" : filter.sort }] as [string, BrowseFilter]]
      : []),
    ...filter.areas.map((code): [string, BrowseFilter] => [chosenAreas[code] ?? code, { ...filter, areas: without(filter.areas, code) }]),
    ...(filter.min !== undefined
      ? [[filter.min === 1n ? t.chips.some : t.chips.min(money(filter.min)), { ...filter, min: undefined }] as [string, BrowseFilter]]
      : []),
    ...(filter.max !== undefined ? [[t.chips.max(money(filter.max)), { ...filter, max: undefined }] as [string, BrowseFilter]] : []),
    ...filter.pillars.map((code): [string, BrowseFilter] => [
      nameOf(names.pillar, code),
      { ...filter, pillars: without(filter.pillars, code) },
    ]),
    ...filter.needs.map((code): [string, BrowseFilter] => [
      needNames[code]?.[language] ?? code,
      { ...filter, needs: without(filter.needs, code) },
    ]),
    ...filter.elements.map((code): [string, BrowseFilter] => [
      nameOf(names.element, code),
      { ...filter, elements: without(filter.elements, code) },
    ]),
    ...filter.goals.map((goal): [string, BrowseFilter] => [`SDG ${goal}`, { ...filter, goals: without(filter.goals, goal) }]),
    ...(filter.ledByWoman ? [[t.ledByWoman, { ...filter, ledByWoman: false }] as [string, BrowseFilter]] : []),
    ...(filter.urgent ? [[t.urgent, { ...filter, urgent: false }] as [string, BrowseFilter]] : []),
  ];
  return (
    <nav className="mb-4" aria-label={t.active}>
      <ActiveFilters items={chips.map(([label, rest]) => ({ label, href: browsePath(rest) }))} clear="/program" />
    </nav>
  );
}

function AlurKey() {
  const t = useMessages(browseMessages);
  const levels = useMessages(alurMessages);
  return (
    <div className="key">
      <b>{t.alur}</b>
      {(["committed", "received", "disbursed", "accounted"] as const).map((level, index) => (
        <span key={level}>
          <LevelMark level={(index + 1) as 1 | 2 | 3 | 4} />
          {levels[level]}
        </span>
      ))}
    </div>
  );
}

function NothingFound({ filter }: { filter: BrowseFilter }) {
  const t = useMessages(browseMessages);
  return (
    <EmptyState title={t.emptyTitle} action={<ButtonLink to="/program">{t.emptyAction}</ButtonLink>}>
      <p className="muted">
        {t.emptyText} {filter.areas.length > 0 && t.emptyArea}
      </p>
    </EmptyState>
  );
}
