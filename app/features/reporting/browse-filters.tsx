import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/components/button";
import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { formatRupiahShort, formatWhole } from "~/kernel/money";
import { type BrowseFilter, browsePath, elementPaths, pathOfNeed, pillarPaths } from "./browse";
import type { BrowseFacets, FacetCount, NeedRange } from "./browse-facets.server";
import { browseMessages } from "./browse-messages";
import { DistrictMap } from "./district-map";
import { nameMessages, nameOf } from "./name-messages";

type Named = { id: string; en: string };
type FilterProps = {
  filter: BrowseFilter;
  facets: BrowseFacets;
  needNames: Readonly<Record<string, Named>>;
  ranges: Readonly<Record<NeedRange, { min?: bigint; max?: bigint }>>;
};

/** Every filter in one GET form; without a choice in a group, anything goes. On phones it is closed until asked for. */
export function BrowseFilters({ filter, facets, needNames, ranges }: FilterProps) {
  const t = useMessages(browseMessages);
  const names = useMessages(nameMessages);
  const language = useLanguage();
  return (
    <details className="mf">
      <summary className="btn btn-o btn-b">
        <Icon name="map" />
        {t.filters}
      </summary>
      <form className="facets" method="get" action="/program">
        {filter.q && <input type="hidden" name="q" value={filter.q} />}
        {filter.sort !== (filter.q ? "cocok" : "sisa") && <input type="hidden" name="urut" value={filter.sort} />}
        <AreaFacet filter={filter} facets={facets} />
        <NeedFacet filter={filter} facets={facets} ranges={ranges} />
        <Facet legend={t.pillar}>
          <Options
            name="pilar"
            counts={complete(facets.pillars, Object.keys(pillarPaths))}
            value={(code) => pillarPaths[code as keyof typeof pillarPaths]}
            label={(code) => nameOf(names.pillar, code)}
            chosen={filter.pillars}
          />
        </Facet>
        <Facet legend={t.needGroup}>
          <Options
            name="kebutuhan"
            counts={complete(facets.needs, filter.needs)}
            value={pathOfNeed}
            label={(code) => needNames[code]?.[language] ?? code}
            chosen={filter.needs}
          />
        </Facet>
        <Facet legend={t.element}>
          <Options
            name="elemen"
            counts={complete(facets.elements, Object.keys(elementPaths))}
            value={(code) => elementPaths[code as keyof typeof elementPaths]}
            label={(code) => nameOf(names.element, code)}
            chosen={filter.elements}
          />
        </Facet>
        <GoalFacet filter={filter} facets={facets} />
        <Facet legend={t.more}>
          <label className="opt">
            <input type="checkbox" name="dipimpin-perempuan" value="ya" defaultChecked={filter.ledByWoman} />
            {t.ledByWoman}
            <span className="c">{formatWhole(facets.ledByWoman, language)}</span>
          </label>
          <label className="opt">
            <input type="checkbox" name="darurat" value="ya" defaultChecked={filter.urgent} />
            {t.urgent}
            <span className="c">{formatWhole(facets.urgent, language)}</span>
          </label>
        </Facet>
        <div className="row pt-2">
          <Button className="flex-1">{t.apply}</Button>
          <ButtonLink kind="quiet" to="/program">
            {t.clear}
          </ButtonLink>
        </div>
      </form>
    </details>
  );
}

function Facet({ legend, first, children }: { legend: string; first?: boolean; children: ReactNode }) {
  return (
    <fieldset className={first ? "facet border-t-0 pt-0" : "facet"}>
      <legend>{legend}</legend>
      <div>{children}</div>
    </fieldset>
  );
}

function AreaFacet({ filter, facets }: Pick<FilterProps, "filter" | "facets">) {
  const t = useMessages(browseMessages);
  const language = useLanguage();
  const shown = facets.areas.slice(0, 12);
  const others = filter.areas.filter((code) => !shown.some((area) => area.value === code));
  return (
    <Facet legend={t.area} first>
      <p className="xs muted mb-3">{t.mapHint}</p>
      <DistrictMap
        districts={facets.areas.map((area) => ({
          code: area.value,
          programs: area.programs,
          need: area.need,
          href: browsePath({ ...filter, areas: [area.value] }),
          chosen: filter.areas.includes(area.value),
        }))}
      />
      <p className="xs muted mb-2">{t.mapNotOfficial}</p>
      {shown.map((area) => (
        <label className="opt" key={area.value}>
          <input type="checkbox" name="wilayah" value={area.value} defaultChecked={filter.areas.includes(area.value)} />
          {area.name}
          <span className="c">{area.need === 0n ? t.funded : formatRupiahShort(area.need, language)}</span>
        </label>
      ))}
      {others.map((code) => (
        <input key={code} type="hidden" name="wilayah" value={code} />
      ))}
    </Facet>
  );
}

function NeedFacet({ filter, facets, ranges }: Pick<FilterProps, "filter" | "facets" | "ranges">) {
  const t = useMessages(browseMessages);
  const language = useLanguage();
  const chosen = (name: NeedRange) => filter.min === ranges[name].min && filter.max === ranges[name].max;
  return (
    <Facet legend={t.need}>
      <ul className="[list-style:none] p-0 m-0">
        {(["any", "small", "middle", "large", "none"] as const).map((name) => (
          <li key={name}>
            <a
              className="opt no-underline text-ink"
              href={browsePath({ ...filter, ...bounds(ranges[name]) })}
              aria-current={chosen(name) || undefined}
            >
              <span className={chosen(name) ? "[font-weight:var(--font-weight-bold)]" : "underline"}>{t.ranges[name]}</span>
              <span className="c">{formatWhole(facets.ranges[name], language)}</span>
            </a>
          </li>
        ))}
      </ul>
      <div className="grid g11 gap-2 mt-2">
        <AmountField name="min" label={t.min} value={filter.min} />
        <AmountField name="maks" label={t.max} value={filter.max} />
      </div>
      <p className="hint mt-2" id="nilai-petunjuk">
        {t.amountHint}
      </p>
    </Facet>
  );
}

function bounds({ min, max }: { min?: bigint; max?: bigint }): { min: bigint | undefined; max: bigint | undefined } {
  return { min, max };
}

function AmountField({ name, label, value }: { name: string; label: string; value: bigint | undefined }) {
  return (
    <label className="xs muted">
      {label}
      <input
        className="in"
        name={name}
        inputMode="numeric"
        defaultValue={value?.toString() ?? ""}
        aria-describedby="nilai-petunjuk"
        data-rupiah
      />
    </label>
  );
}

function GoalFacet({ filter, facets }: Pick<FilterProps, "filter" | "facets">) {
  const t = useMessages(browseMessages);
  const counts = new Map(facets.goals.map((goal) => [Number(goal.value), goal.programs]));
  return (
    <Facet legend={t.goals}>
      <div className="tiles pt-1.5">
        {Array.from({ length: 17 }, (_, index) => index + 1).map((goal) => {
          const chosen = filter.goals.includes(goal);
          const none = !counts.get(goal) && !chosen;
          return (
            <label key={goal} className={none ? "z" : undefined}>
              <input
                type="checkbox"
                name="sdg"
                value={goal}
                aria-label={t.goalLabel(goal, counts.get(goal) ?? 0)}
                defaultChecked={chosen}
                disabled={none}
              />
              {goal}
            </label>
          );
        })}
      </div>
    </Facet>
  );
}

type OptionsProps = {
  name: string;
  counts: readonly FacetCount[];
  value: (code: string) => string;
  label: (code: string) => string;
  chosen: readonly string[];
};

function Options({ name, counts, value, label, chosen }: OptionsProps) {
  const language = useLanguage();
  return (
    <>
      {counts.map((count) => {
        const on = chosen.includes(count.value);
        return (
          <label className={count.programs === 0 && !on ? "opt muted" : "opt"} key={count.value}>
            <input type="checkbox" name={name} value={value(count.value)} defaultChecked={on} disabled={count.programs === 0 && !on} />
            {label(count.value)}
            <span className="c">{formatWhole(count.programs, language)}</span>
          </label>
        );
      })}
    </>
  );
}

/** The counts in the order of the codes, with zero for what no program has. Codes that only the counts know come first. */
function complete(counts: readonly FacetCount[], codes: readonly string[]): FacetCount[] {
  const missing = codes.filter((code) => !counts.some((count) => count.value === code));
  const order = (count: FacetCount) => codes.indexOf(count.value);
  return [...counts].sort((a, b) => order(a) - order(b)).concat(missing.map((value) => ({ value, programs: 0, need: 0n })));
}
