import { mapBox, mapShapes, river } from "./area-map-shapes";

export type ColourStep = 0 | 1 | 2 | 3 | 4;
export type MapArea = {
  code: string;
  name: string;
  href: string;
  /** The whole fact in words, for those who don't see the colour. */
  label: string;
  step: ColourStep;
  figure?: string | undefined;
  chosen?: boolean | undefined;
};

/**
 * Areas as one drawing, darker where more is. Cepu Raya has its own shapes; areas elsewhere are tiles in the order of their codes. Not
 * official boundaries. The list or table beside it is the accessible control and says the same.
 */
export function SchematicMap({ label, areas }: { label: string; areas: readonly MapArea[] }) {
  const drawn = areas.every(({ code }) => mapShapes.some((shape) => shape.code === code));
  return drawn ? <Shapes label={label} areas={areas} /> : <Tiles label={label} areas={areas} />;
}

function Shapes({ label, areas }: { label: string; areas: readonly MapArea[] }) {
  const shapes = mapShapes.flatMap((shape) => {
    const area = areas.find(({ code }) => code === shape.code);
    return area ? [{ shape, area }] : [];
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't stand around a drawing
    <svg className="map" viewBox={mapBox} role="group" aria-label={label}>
      {shapes.map(({ shape, area }) => (
        <a key={area.code} href={area.href} className={area.chosen ? "on" : undefined} aria-label={area.label}>
          <path className={`kc q${area.step}`} d={shape.outline} />
        </a>
      ))}
      <path className="river" d={river} transform="translate(5,5)" />
      <text className="rl" x="372" y="262" transform="rotate(-48 352 250)">
        Bengawan Solo
      </text>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the links above carry the same words */}
      <g aria-hidden="true">
        {shapes.map(({ shape, area }) => (
          <Name key={area.code} area={area} x={shape.x} y={shape.y} />
        ))}
      </g>
    </svg>
  );
}

const tile = { width: 132, height: 68, gap: 6 };

function Tiles({ label, areas }: { label: string; areas: readonly MapArea[] }) {
  const inOrder = [...areas].sort((a, b) => (a.code < b.code ? -1 : 1));
  const columns = Math.min(4, Math.max(1, Math.ceil(Math.sqrt(inOrder.length))));
  const rows = Math.ceil(inOrder.length / columns);
  const place = (index: number) => ({
    x: (index % columns) * (tile.width + tile.gap),
    y: Math.floor(index / columns) * (tile.height + tile.gap),
  });
  const box = `-3 -3 ${columns * (tile.width + tile.gap)} ${rows * (tile.height + tile.gap)}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't stand around a drawing
    <svg className="map" viewBox={box} role="group" aria-label={label}>
      {inOrder.map((area, index) => (
        <a key={area.code} href={area.href} className={area.chosen ? "on" : undefined} aria-label={area.label}>
          <rect className={`kc q${area.step}`} {...place(index)} width={tile.width} height={tile.height} rx="4" />
        </a>
      ))}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the links above carry the same words */}
      <g aria-hidden="true">
        {inOrder.map((area, index) => (
          <Name key={area.code} area={area} x={place(index).x + tile.width / 2} y={place(index).y + 30} />
        ))}
      </g>
    </svg>
  );
}

function Name({ area, x, y }: { area: MapArea; x: number; y: number }) {
  const dark = area.step === 4;
  return (
    <>
      <text className={dark ? "inv" : undefined} x={x} y={y}>
        {area.name}
      </text>
      {area.figure !== undefined && (
        <text className={dark ? "v inv" : "v"} x={x} y={y + 15}>
          {area.figure}
        </text>
      )}
    </>
  );
}

/** What the colours mean, the lightest first. */
export function MapLegend({ items }: { items: readonly { step: ColourStep; label: string }[] }) {
  return (
    <div className="lg" aria-hidden="true">
      {items.map(({ step, label }) => (
        <span key={step} className={swatches[step]}>
          {label}
        </span>
      ))}
    </div>
  );
}

const swatches = [
  "[--sw:var(--need-0)]",
  "[--sw:var(--need-1)]",
  "[--sw:var(--need-2)]",
  "[--sw:var(--need-3)]",
  "[--sw:var(--need-4)]",
] as const;
