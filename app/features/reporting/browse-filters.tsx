import { Button, ButtonLink } from "~/components/button";
import { Facet, FacetForm, type FacetOption, FacetOptions, GoalTiles } from "~/components/facets";
import { useLanguage, useMessages } from "~/components/language";
import { pathOfNeed } from "~/features/needs/need-paths";
import { formatRupiahShort, formatWhole } from "~/kernel/money";
import { type BrowseFilter, browsePath, elementPaths, pillarPaths } from "./browse";
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
    <FacetForm summary={t.filters}>
      {filter.q && <input type="hidden" name="q" value={filter.q} />}
      {filter.sort !== (filter.q ? "cocok" : "sisa") && <input type="hidden" name="urut" value={filter.sort} />}
      <AreaFacet filter={filter} facets={facets} />
      <NeedFacet filter={filter} facets={facets} ranges={ranges} />
      <Facet title={t.pillar}>
        <FacetOptions
          name="pilar"
          options={optionsOf(complete(facets.pillars, Object.keys(pillarPaths)), filter.pillars, {
            value: (code) => pillarPaths[code as keyof typeof pillarPaths],
            label: (code) => nameOf(names.pillar, code),
          })}
        />
      </Facet>
      <Facet title={t.needGroup}>
        <FacetOptions
          name="kebutuhan"
          options={optionsOf(complete(facets.needs, filter.needs), filter.needs, {
            value: pathOfNeed,
            label: (code) => needNames[code]?.[language] ?? code,
          })}
        />
      </Facet>
      <Facet title={t.element}>
        <FacetOptions
          name="elemen"
          options={optionsOf(complete(facets.elements, Object.keys(elementPaths)), filter.elements, {
            value: (code) => elementPaths[code as keyof typeof elementPaths],
            label: (code) => nameOf(names.element, code),
          })}
        />
      </Facet>
      <Facet title={t.goals}>
        <GoalTiles name="sdg" options={goalOptions(filter, facets, t.goalLabel)} />
      </Facet>
      <Facet title={t.more}>
        <FacetOptions
          name="dipimpin-perempuan"
          options={[{ value: "ya", label: t.ledByWoman, count: facets.ledByWoman, checked: filter.ledByWoman }]}
        />
        <FacetOptions name="darurat" options={[{ value: "ya", label: t.urgent, count: facets.urgent, checked: filter.urgent }]} />
      </Facet>
      <div className="row pt-2">
        <Button className="flex-1">{t.apply}</Button>
        <ButtonLink kind="quiet" to="/program">
          {t.clear}
        </ButtonLink>
      </div>
    </FacetForm>
  );
}

function AreaFacet({ filter, facets }: Pick<FilterProps, "filter" | "facets">) {
  const t = useMessages(browseMessages);
  const language = useLanguage();
  const shown = facets.areas.slice(0, 12);
  const others = filter.areas.filter((code) => !shown.some((area) => area.value === code));
  return (
    <Facet title={t.area} hint={t.mapHint} first>
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
    <Facet title={t.need}>
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

type Naming = { value: (code: string) => string; label: (code: string) => string };

function optionsOf(counts: readonly FacetCount[], chosen: readonly string[], { value, label }: Naming): FacetOption[] {
  return counts.map((count) => ({
    value: value(count.value),
    label: label(count.value),
    count: count.programs,
    checked: chosen.includes(count.value),
  }));
}

function goalOptions(filter: BrowseFilter, facets: BrowseFacets, name: (goal: number, programs: number) => string): FacetOption[] {
  const counts = new Map(facets.goals.map((goal) => [Number(goal.value), goal.programs]));
  return Array.from({ length: 17 }, (_, index) => index + 1).map((goal) => {
    const count = counts.get(goal) ?? 0;
    return { value: String(goal), label: goal, count, checked: filter.goals.includes(goal), hint: name(goal, count) };
  });
}

/** The counts in the order of the codes, with zero for what no program has. Codes that only the counts know come first. */
function complete(counts: readonly FacetCount[], codes: readonly string[]): FacetCount[] {
  const missing = codes.filter((code) => !counts.some((count) => count.value === code));
  const order = (count: FacetCount) => codes.indexOf(count.value);
  return [...counts].sort((a, b) => order(a) - order(b)).concat(missing.map((value) => ({ value, programs: 0, need: 0n })));
}
