import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Bar = { key: string; label: ReactNode; value: number | bigint; text: ReactNode };

/** Bars on one scale from zero, each with its name and figure as text; the bars only repeat them. */
export function BarChart({ bars, max }: { bars: readonly Bar[]; max?: number | bigint }) {
  const top = Number(max ?? bars.reduce<number>((most, bar) => Math.max(most, Number(bar.value)), 0));
  const scale = scaleLinear([0, top || 1], [0, 100]).clamp(true);
  return (
    <ul className="hb">
      {bars.map((bar) => (
        <li key={bar.key}>
          <span className="row gap-2.5 flex-nowrap">{bar.label}</span>
          <span className="n">{bar.text}</span>
          <svg aria-hidden="true">
            <rect className="bg" width="100%" height="10" />
            <rect className="fg" width={`${scale(Number(bar.value)).toFixed(2)}%`} height="10" />
          </svg>
        </li>
      ))}
    </ul>
  );
}

export type Point = { label: string; value: number | bigint; text: string };
type LineChartProps = {
  /** The whole chart in a sentence; the figures also stand in the table around or below. */
  label: string;
  points: readonly Point[];
  height?: number;
};

/** A line from zero over equal steps. x in percent, so the text stays readable at every width. */
export function LineChart({ label, points, height = 160 }: LineChartProps) {
  const top = points.reduce((most, point) => Math.max(most, Number(point.value)), 0);
  const y = scaleLinear([0, top || 1], [height - 28, 22]);
  const x = (index: number) => (points.length < 2 ? 50 : 4 + (index / (points.length - 1)) * 92);
  const every = Math.ceil(points.length / 6);
  return (
    <svg className="linec" width="100%" height={height} role="img" aria-label={label}>
      <line className="ax" x1="0" x2="100%" y1={height - 28} y2={height - 28} />
      {points.map((point, index) => {
        const next = points[index + 1];
        return (
          next && (
            <line
              className="ln1"
              x1={`${x(index)}%`}
              x2={`${x(index + 1)}%`}
              y1={y(Number(point.value))}
              y2={y(Number(next.value))}
              key={`${point.label}-line`}
            />
          )
        );
      })}
      {points.map((point, index) => (
        <g key={point.label}>
          <circle cx={`${x(index)}%`} cy={y(Number(point.value))} r="4" />
          {(index % every === 0 || index === points.length - 1) && (
            <text x={`${x(index)}%`} y={height - 8} textAnchor={anchor(index, points.length)}>
              {point.label}
            </text>
          )}
          {index === points.length - 1 && (
            <text className="b" x={`${x(index)}%`} y={y(Number(point.value)) - 10} textAnchor="end">
              {point.text}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** How much of something: a bar with the sentence as its name. */
export function Meter({
  label,
  part,
  whole,
  height = 8,
}: {
  label: string;
  part: number | bigint;
  whole: number | bigint;
  height?: number;
}) {
  return (
    <svg width="100%" height={height} role="img" aria-label={label}>
      <rect width="100%" height={height} fill="var(--sunken)" />
      <rect width={share(part, whole)} height={height} fill="var(--bar)" />
    </svg>
  );
}

/** The funded part of one budget line, beside its figure. */
export function MiniBar({
  part,
  whole,
  children,
  className,
}: {
  part: bigint;
  whole: bigint;
  children: ReactNode;
  className?: string | undefined;
}) {
  const width = whole <= 0n ? 0 : Number((part >= whole ? 64n * whole : 64n * part) / whole);
  return (
    <span className={classNames("fc", className)}>
      <svg className="mb" width="64" height="8" aria-hidden="true">
        <rect className="bg" width="64" height="8" />
        <rect className="fg" width={width} height="8" />
      </svg>
      <span className="n">{children}</span>
    </span>
  );
}

function share(part: number | bigint, whole: number | bigint): string {
  const all = Number(whole);
  return all <= 0 ? "0%" : `${Math.min(100, (Number(part) / all) * 100).toFixed(2)}%`;
}

function anchor(index: number, count: number): "start" | "middle" | "end" {
  return index === 0 ? "start" : index === count - 1 ? "end" : "middle";
}
