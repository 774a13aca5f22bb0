import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/page";
import { Box } from "~/components/panel";
import { Table } from "~/components/table";
import { MapLegend, SchematicMap } from "~/features/areas/schematic-map";
import { formatWhole } from "~/kernel/money";
import { colourRanges, colourSteps } from "./colour-steps";
import { CoverageBar, CoverageKey } from "./coverage-bar";
import { needWords } from "./need-messages";
import { type NeedsFilter, needsPath } from "./needs-filter";
import { needsMapMessages } from "./needs-map-messages";
import type { AreaSum, NeedsMap } from "./needs-map.server";

type PartProps = { map: NeedsMap; filter: NeedsFilter };

/** The gap as a title, where it comes from as a sentence and as a bar. */
export function NeedsHead({ map }: { map: NeedsMap }) {
  const t = useMessages(needsMapMessages);
  const language = useLanguage();
  const { total, parts } = map;
  const n = (value: number) => formatWhole(value, language);
  const title = total.uncovered > 0 ? t.title(n(total.uncovered)) : total.people > 0 ? t.titleMet : t.titleNone;
  return (
    <div className="[padding:clamp(1.75rem,4vw,3rem)_0_1.5rem]">
      <h1 className="max-w-[22ch]">{title}</h1>
      {total.people > 0 && (
        <>
          <p className="lead mt-3">
            {t.from} <b className="n text-ink">{n(total.people)}</b>{" "}
            {t.lead(t.places(parts.areas.length, parts.level), n(total.served), n(total.planned))}
          </p>
          <div className="mt-6 max-w-176">
            <CoverageBar of={total} height={28} />
            <div className="mt-3">
              <CoverageKey />
            </div>
          </div>
        </>
      )}
      {total.undetailed > 0 && <p className="small muted mt-3">{t.undetailed(n(total.undetailed))}</p>}
      {total.hidden > 0 && <p className="small muted mt-3">{t.hidden(total.hidden)}</p>}
    </div>
  );
}

/** The map of regencies or districts. */
export function MapBox({ map, filter }: PartProps) {
  const t = useMessages(needsMapMessages);
  const words = useMessages(needWords);
  const language = useLanguage();
  const { areas } = map.parts;
  const figures = areas.map((area) => area.uncovered);
  const stepOf = colourSteps(figures);
  const n = (value: number) => formatWhole(value, language);
  const gap = (area: AreaSum) => (area.people === 0 && area.hidden > 0 ? words.below : n(area.uncovered));
  return (
    <Box>
      <h2 className="mb-1">{t.mapTitle}</h2>
      <p className="xs muted mb-3">{t.mapNote}</p>
      {areas.length > 0 && (
        <SchematicMap
          label={t.mapLabel}
          areas={areas.map((area) => ({
            code: area.code,
            name: area.name,
            href: needsPath({ ...filter, area: area.code }),
            label: t.mapArea(area.name, gap(area), area.people === 0 && area.hidden > 0 ? words.below : n(area.people)),
            step: stepOf(area.uncovered),
            figure: gap(area),
            chosen: filter.area.startsWith(area.code),
          }))}
        />
      )}
      <div className="mt-3">
        <MapLegend
          items={colourRanges(figures).map(({ step, from, to }) => ({ step, label: from === to ? n(from) : `${n(from)}–${n(to)}` }))}
        />
      </div>
    </Box>
  );
}

/** The same figures as the map, as a table on one scale. */
export function AreaTable({ map, filter }: PartProps) {
  const t = useMessages(needsMapMessages);
  const language = useLanguage();
  const { level, areas } = map.parts;
  const title = level === "district" ? t.byDistrict : t.byRegency;
  const n = (value: number) => formatWhole(value, language);
  const most = Math.max(...areas.map((area) => area.people), 1);
  return (
    <Box title={title} aside={t.scale}>
      <Table
        label={title}
        columns={[
          { head: t.name[level], cell: (area) => <a href={needsPath({ ...filter, area: area.code })}>{area.name}</a> },
          { head: t.coverage, className: "barc w-[40%]", cell: (area) => <AreaBar area={area} most={most} /> },
          { head: t.recorded, align: "right", cell: (area) => <AreaCount area={area} value={area.people} /> },
          { head: t.served, align: "right", hideOnPhone: true, cell: (area) => <AreaCount area={area} value={area.served} /> },
          {
            head: t.open,
            align: "right",
            cell: (area) => (
              <b>
                <AreaCount area={area} value={area.uncovered} />
              </b>
            ),
          },
        ]}
        rows={areas}
        rowKey={(area) => area.code}
        current={(area) => filter.area.startsWith(area.code)}
        foot={[t.sum, "", n(map.total.people), n(map.total.served), n(map.total.uncovered)]}
        empty={<p className="muted">{t.noNeeds}</p>}
      />
      <p className="hint">{t.once}</p>
    </Box>
  );
}

function AreaBar({ area, most }: { area: AreaSum; most: number }) {
  return <CoverageBar of={area.people === 0 && area.hidden > 0 ? { ...area, people: null } : area} most={most} />;
}

/** An area of which only hidden counts are known has no figure. */
function AreaCount({ area, value }: { area: AreaSum; value: number }) {
  const words = useMessages(needWords);
  const language = useLanguage();
  return <>{area.people === 0 && area.hidden > 0 ? words.below : formatWhole(value, language)}</>;
}

/** The villages of one district, each with its gap. */
export function VillageTiles({ district, filter }: { district: NonNullable<NeedsMap["district"]>; filter: NeedsFilter }) {
  const t = useMessages(needsMapMessages);
  const language = useLanguage();
  const { villages, total } = district;
  const stepOf = colourSteps(villages.map((village) => village.uncovered));
  return (
    <Section title={t.district(total.name)} hint={t.districtHint(villages.length, formatWhole(total.uncovered, language))} id="desa">
      <div className="desa">
        {villages.map((village) => (
          <a
            key={village.code}
            className={village.mapped ? `d${stepOf(village.uncovered)}` : "dx"}
            href={`${needsPath({ ...filter, area: village.code })}#rincian`}
            aria-current={filter.area === village.code ? true : undefined}
          >
            <b>{village.name}</b>
            {village.mapped ? <VillageGap village={village} /> : <span className="small">{t.unmapped}</span>}
          </a>
        ))}
      </div>
      <p className="hint">{t.tilesHint}</p>
    </Section>
  );
}

/** The gap of a village; where only hidden figures are left, that there are some and not how many. */
function VillageGap({ village }: { village: AreaSum }) {
  const t = useMessages(needsMapMessages);
  const words = useMessages(needWords);
  const language = useLanguage();
  const [figure, text] =
    village.uncovered > 0
      ? [formatWhole(village.uncovered, language), t.uncovered]
      : village.undetailed > 0
        ? ["–", t.notDetailed]
        : village.hidden > 0
          ? [words.below, t.few]
          : ["0", t.allServed];
  return (
    <strong>
      {figure}
      <small>{text}</small>
    </strong>
  );
}
