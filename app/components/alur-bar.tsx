import { type Rupiah, formatRupiahShort } from "~/kernel/money";
import { type Flow, type Level, flowSentence, percentOf, scaleOf } from "./alur";
import { alurMessages } from "./alur-messages";
import { useLanguage } from "./language";

const classes = { committed: "k", received: "d", disbursed: "s", accounted: "a" } as const;
const order = ["committed", "received", "disbursed", "accounted"] as const satisfies readonly Level[];
/** How high each step is, of the whole: even quarters where labels stand on the treads, else a little more so that small steps show. */
const heights = {
  plain: { committed: 0.28, received: 0.52, disbursed: 0.76, accounted: 1 },
  labelled: { committed: 0.25, received: 0.5, disbursed: 0.75, accounted: 1 },
} as const;

type AlurBarProps = {
  flow: Flow;
  height: number;
  labels?: boolean;
  axis?: boolean | undefined;
  /** A pledge that is being written: drawn dashed behind the rest, never counted. */
  preview?: Rupiah | undefined;
  scale?: Rupiah | undefined;
  targetLabel?: string | undefined;
  /** The hatch of the theme around; see SvgDefinitions. */
  hatch?: string | undefined;
};

/** The steps themselves. x is rupiah, height is the level of proof; every edge is drawn, so it reads without colour. */
export function AlurBar({ flow, height, labels, axis, preview, scale: shared, targetLabel, hatch = "hz" }: AlurBarProps) {
  const language = useLanguage();
  const scale = scaleOf(flow, shared);
  const base = height + 1;
  const at = (amount: Rupiah) => percentOf(amount, scale);
  const step = heights[labels ? "labelled" : "plain"];
  const target = at(flow.target);
  const post = labels ? height : step.committed * height + 2;
  const over = flow.committed > flow.target;
  return (
    <svg className="bar" width="100%" height={base + 1 + (axis ? 22 : 0)} role="img" aria-label={flowSentence(flow, language)}>
      {!over && <line className="need" x1={`${at(flow.committed)}%`} x2={`${target}%`} y1={base} y2={base} />}
      <line
        className="flag"
        x1={`${target}%`}
        x2={`${target}%`}
        y1={round(base - post)}
        y2={base}
        transform={target > 99 ? "translate(-.6,0)" : undefined}
      />
      {preview !== undefined && preview > 0n && (
        <rect
          className="pv"
          x={`${at(flow.committed)}%`}
          width={`${previewWidth()}%`}
          y={round(base - step.committed * height)}
          height={round(step.committed * height)}
        />
      )}
      {order.map((level) => {
        if (flow[level] <= 0n) return null;
        const cap = level === "accounted" ? 0.6 : 0;
        return (
          <rect
            className={classes[level]}
            fill={level === "committed" ? `url(#${hatch})` : undefined}
            x="0.6"
            width={`${at(flow[level])}%`}
            y={round(base - step[level] * height + cap)}
            height={round(step[level] * height - cap)}
            key={level}
          />
        );
      })}
      {over && <line className="flagx" x1={`${target}%`} x2={`${target}%`} y1={0} y2={base} />}
      {over && <line className="flag o" x1={`${target}%`} x2={`${target}%`} y1={0} y2={base} />}
      {flow.committed <= 0n && <line className="flag" x1=".6" x2=".6" y1={round(base - step.committed * height - 2)} y2={base} />}
      {labels && <Labels flow={flow} height={height} base={base} scale={scale} targetLabel={targetLabel} />}
      {axis && <Axis base={base} />}
    </svg>
  );

  function previewWidth(): number {
    return round(Math.min(at(preview ?? 0n), 100 - at(flow.committed)));
  }
}

/** Each label stands on the next tread, right of its riser; past 78% it moves inside. Equal amounts share one label, on the highest step. */
function Labels({
  flow,
  height,
  base,
  scale,
  targetLabel,
}: {
  flow: Flow;
  height: number;
  base: number;
  scale: Rupiah;
  targetLabel?: string | undefined;
}) {
  const language = useLanguage();
  const t = alurMessages[language];
  const step = heights.labelled;
  const short = (amount: Rupiah) => formatRupiahShort(amount, language);
  if (flow.accounted > 0n && flow.accounted >= flow.target) {
    const middle = base - height / 2;
    return (
      <g className="lbl" transform="translate(20,0)">
        <Label inside="in" x="0" y={middle - 6} name={t.allDone} amount={short(flow.accounted)} gap={20} />
      </g>
    );
  }
  const seen = new Set<Rupiah>();
  const labels = [...order].reverse().map((level, index) => {
    const amount = flow[level];
    if (amount <= 0n || seen.has(amount)) return null;
    seen.add(amount);
    const next = [...order].reverse()[index + 1];
    const middle = base - ((step[level] + (next ? step[next] : 0)) / 2) * height;
    const x = percentOf(amount, scale);
    // The label of the highest step shares its band with the target's, so it moves inside earlier and keeps clear of the end.
    const inside = x > (level === "accounted" ? 60 : 78);
    const light = level === "committed" || level === "received";
    return (
      <g className="lbl" transform={`translate(${inside ? -10 : 10},0)`} key={level}>
        <Label
          inside={inside ? (light ? "halo" : "in") : undefined}
          x={`${level === "accounted" ? Math.min(x, 86) : x}%`}
          y={middle - 4}
          end={inside}
          name={t[level]}
          amount={short(amount)}
          gap={19}
        />
      </g>
    );
  });
  return (
    <>
      {labels}
      <g className="lbl" transform="translate(-8,0)">
        <Label
          x={`${percentOf(flow.target, scale)}%`}
          y={base - height + 13}
          end
          name={targetLabel ?? t.target}
          amount={short(flow.target)}
          gap={19}
        />
      </g>
    </>
  );
}

type LabelProps = { inside?: "in" | "halo" | undefined; x: string; y: number; end?: boolean; name: string; amount: string; gap: number };

function Label({ inside, x, y, end, name, amount, gap }: LabelProps) {
  const anchor = end ? "end" : "start";
  return (
    <>
      <text className={inside} x={x} textAnchor={anchor} y={round(y)}>
        <tspan className="t1">{name}</tspan>
      </text>
      <text className={inside} x={x} textAnchor={anchor} y={round(y + gap)}>
        <tspan className="t2">{amount}</tspan>
      </text>
    </>
  );
}

function Axis({ base }: { base: number }) {
  return (
    <g>
      {[0, 25, 50, 75, 100].map((percent) => (
        <g key={percent}>
          <line className="tick" x1={`${percent}%`} x2={`${percent}%`} y1={base} y2={base + 5} />
          <text x={`${percent}%`} y={base + 19} textAnchor={percent === 0 ? "start" : percent === 100 ? "end" : "middle"}>
            <tspan className="tx">{percent}%</tspan>
          </text>
        </g>
      ))}
    </g>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
