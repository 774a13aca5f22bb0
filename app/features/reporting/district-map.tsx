import { useLanguage, useMessages } from "~/components/language";
import { mapShapes } from "~/features/areas/area-map-shapes";
import { type ColourStep, MapLegend, SchematicMap } from "~/features/areas/schematic-map";
import { type Rupiah, formatRupiah, formatRupiahShort } from "~/kernel/money";
import { browseMessages } from "./browse-messages";

export type DistrictNeed = { code: string; programs: number; need: Rupiah; href: string; chosen?: boolean };

/** The six districts of Cepu Raya, darker where more need waits. The list beside it is the accessible control; figures only on request. */
export function DistrictMap({ districts, figures = false }: { districts: readonly DistrictNeed[]; figures?: boolean }) {
  const t = useMessages(browseMessages);
  const language = useLanguage();
  const byCode = new Map(districts.map((district) => [district.code, district]));
  return (
    <>
      <SchematicMap
        label={t.mapLabel}
        areas={mapShapes.map(({ code, name }) => {
          const district = byCode.get(code);
          const need = district?.need ?? 0n;
          return {
            code,
            name,
            href: district?.href ?? `/program?wilayah=${code}`,
            label: t.mapDistrict(name, district?.programs ?? 0, formatRupiah(need, language)),
            step: stepOf(need),
            figure: figures ? (need === 0n ? t.funded : formatRupiahShort(need, language)) : undefined,
            chosen: district?.chosen,
          };
        })}
      />
      <div className="[margin:.875rem_0_.5rem]">
        <MapLegend items={t.legend.split("|").map((label, step) => ({ step: step as ColourStep, label }))} />
      </div>
    </>
  );
}

/** Steps of the colour, in millions of rupiah: nothing, under 50, to 100, to 200, above. */
function stepOf(need: Rupiah): ColourStep {
  if (need <= 0n) return 0;
  if (need < 50_000_000n) return 1;
  if (need <= 100_000_000n) return 2;
  return need <= 200_000_000n ? 3 : 4;
}
