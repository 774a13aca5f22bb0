import { useLanguage, useMessages } from "~/components/language";
import { type Rupiah, formatRupiah, formatRupiahShort } from "~/kernel/money";
import { mapBox, mapShapes, river } from "./area-map-shapes";
import { browseMessages } from "./browse-messages";

export type DistrictNeed = { code: string; programs: number; need: Rupiah; href: string; chosen?: boolean };

/** The six districts of Cepu Raya, darker where more need waits. The list beside it is the accessible control; figures only on request. */
export function DistrictMap({ districts, figures = false }: { districts: readonly DistrictNeed[]; figures?: boolean }) {
  const t = useMessages(browseMessages);
  const language = useLanguage();
  const byCode = new Map(districts.map((district) => [district.code, district]));
  const needOf = (code: string) => byCode.get(code)?.need ?? 0n;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't stand around a drawing */}
      <svg className="map" viewBox={mapBox} role="group" aria-label={t.mapLabel}>
        {mapShapes.map(({ code, name, outline }) => {
          const district = byCode.get(code);
          const label = t.mapDistrict(name, district?.programs ?? 0, formatRupiah(needOf(code), language));
          return (
            <a
              key={code}
              href={district?.href ?? `/program?wilayah=${code}`}
              className={district?.chosen ? "on" : undefined}
              aria-label={label}
            >
              <path className={`kc q${stepOf(needOf(code))}`} d={outline} />
            </a>
          );
        })}
        <path className="river" d={river} transform="translate(5,5)" />
        <text className="rl" x="372" y="262" transform="rotate(-48 352 250)">
          Bengawan Solo
        </text>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the links above carry the same words */}
        <g aria-hidden="true">
          {mapShapes.map(({ code, name, x, y }) => (
            <text key={code} className={stepOf(needOf(code)) === 4 ? "inv" : undefined} x={x} y={y}>
              {name}
            </text>
          ))}
          {figures &&
            mapShapes.map(({ code, x, y }) => (
              <text key={code} className={stepOf(needOf(code)) === 4 ? "v inv" : "v"} x={x} y={y + 15}>
                {needOf(code) === 0n ? t.funded : formatRupiahShort(needOf(code), language)}
              </text>
            ))}
        </g>
      </svg>
      <div className="[margin:.875rem_0_.5rem]">
        <div className="lg" aria-hidden="true">
          {t.legend.split("|").map((label, step) => (
            <span key={label} className={swatches[step]}>
              {label}
            </span>
          ))}
        </div>
      </div>
    </>
  );
}

const swatches = [
  "[--sw:var(--need-0)]",
  "[--sw:var(--need-1)]",
  "[--sw:var(--need-2)]",
  "[--sw:var(--need-3)]",
  "[--sw:var(--need-4)]",
] as const;

/** Steps of the colour, in millions of rupiah: nothing, under 50, to 100, to 200, above. */
function stepOf(need: Rupiah): 0 | 1 | 2 | 3 | 4 {
  if (need <= 0n) return 0;
  if (need < 50_000_000n) return 1;
  if (need <= 100_000_000n) return 2;
  return need <= 200_000_000n ? 3 : 4;
}
