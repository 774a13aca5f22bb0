import { type Rupiah, formatRupiahShort } from "~/kernel/money";
import { type Flow, flowLine, gapSentences, levels, waitingAmounts } from "./alur";
import { AlurBar } from "./alur-bar";
import { alurMessages } from "./alur-messages";
import { classNames } from "./class-names";
import { useLanguage, useMessages } from "./language";
import { LevelMark } from "./level-mark";

export type { Flow } from "./alur";
export { LevelMark };

type AlurDanaProps = {
  flow: Flow;
  /** `large` with labels, `card` with one line below, `strip` the bar alone (tables, lists). */
  size?: "large" | "card" | "strip";
  height?: number;
  axis?: boolean;
  preview?: Rupiah | undefined;
  /** The amounts that wait for their next proof, below the large diagram. */
  waiting?: boolean;
  /** One scale for several programs in one table. */
  scale?: Rupiah | undefined;
  targetLabel?: string;
  hatch?: string;
  className?: string | undefined;
};

/**
 * The money of a program by level of proof: the higher and darker, the better proven. Each edge at the right is a cumulative amount;
 * what shows of a step waits for its next proof.
 */
export function AlurDana({
  flow,
  size = "large",
  height,
  axis,
  preview,
  waiting = true,
  scale,
  targetLabel,
  hatch,
  className,
}: AlurDanaProps) {
  if (size === "strip" || size === "card") {
    return (
      <div className={classNames("alur", className)}>
        <AlurBar flow={flow} height={height ?? 22} preview={preview} scale={scale} hatch={hatch} />
        {size === "card" && <Line flow={flow} />}
      </div>
    );
  }
  const waits = waiting && flow.accounted < flow.target;
  return (
    <figure className={classNames("alur", className)}>
      <div className="al-wide">
        <AlurBar
          flow={flow}
          height={height ?? 184}
          labels
          axis={axis}
          preview={preview}
          scale={scale}
          targetLabel={targetLabel}
          hatch={hatch}
        />
        {waits && <WaitingStrip flow={flow} />}
      </div>
      <div className="al-mini">
        <AlurBar flow={flow} height={56} preview={preview} scale={scale} hatch={hatch} />
        {waits && <LevelList flow={flow} />}
      </div>
    </figure>
  );
}

function Line({ flow }: { flow: Flow }) {
  const line = flowLine(flow, useLanguage());
  return (
    <div className="alur-line">
      <span>
        {line.strong && <b className="n">{line.strong}</b>} {line.strong ? <span className="muted">{line.rest}</span> : line.rest}
      </span>
      {line.asideStrong ? (
        <span className="n">
          {line.aside} <b>{line.asideStrong}</b>
        </span>
      ) : (
        <span className="n muted">{line.aside}</span>
      )}
    </div>
  );
}

/** What waits at each level; sums to the target less what is accounted for. */
export function WaitingStrip({ flow }: { flow: Flow }) {
  const language = useLanguage();
  const t = alurMessages[language];
  const waiting = waitingAmounts(flow);
  const names = ["notPledged", "transfer", "inAccount", "proof"] as const;
  return (
    <dl className="alur-dl rest">
      {names.map((name, level) => (
        <div key={name}>
          <dt>
            <LevelMark level={level as 0 | 1 | 2 | 3} />
            {t[name]}
          </dt>
          <dd className="amt n">{formatRupiahShort(waiting[name], language)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The four levels in the order of the process, with what of each still waits. */
export function LevelList({ flow }: { flow: Flow }) {
  const language = useLanguage();
  const t = useMessages(alurMessages);
  const gaps = gapSentences(flow, language);
  return (
    <dl className="alur-dl">
      {levels.map((level, index) => (
        <div key={level}>
          <dt>
            <LevelMark level={(index + 1) as 1 | 2 | 3 | 4} />
            {level === "accounted" ? t.accountedBroken : t[level]}
          </dt>
          <dd>
            <div className="amt n">{formatRupiahShort(flow[level], language)}</div>
            <div className="gap">{gaps[level]}</div>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The hatch of pledges, once per page; it takes its colours from where it stands, so a part in another theme has its own. */
export function SvgDefinitions({ id = "hz" }: { id?: string }) {
  return (
    <svg className="absolute" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hz-bg" width="6" height="6" />
          <path className="hz-ln" d="M1.5 0v6" />
        </pattern>
      </defs>
    </svg>
  );
}
