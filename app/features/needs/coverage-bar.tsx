import { classNames } from "~/components/class-names";
import { useLanguage, useMessages } from "~/components/language";
import { formatWhole } from "~/kernel/money";
import { needWords } from "./need-messages";

/** What is known of a need or a sum of needs: parts are null where showing them would give a small count away. */
export type Coverage = { people: number | null; served: number | null; planned: number | null; uncovered: number | null };

type CoverageBarProps = {
  of: Coverage /** The people that the whole width stands for; by default those of this bar. */;
  most?: number;
  height?: number;
};

/** Served, planned and uncovered people as one bar; a hidden count has no bar, since its length would tell it. */
export function CoverageBar({ of: { people, served, planned, uncovered }, most, height = 14 }: CoverageBarProps) {
  const t = useMessages(needWords);
  const language = useLanguage();
  if (people === null) return <span className="small muted">{t.below}</span>;
  const n = (value: number) => formatWhole(value, language);
  const width = (value: number) => `${((100 * value) / Math.max(most ?? people, people, 1)).toFixed(2)}%`;
  const detailed = served !== null && planned !== null && uncovered !== null;
  const label = detailed ? t.coverage(n(people), n(served), n(planned), n(uncovered)) : t.coverageHidden(n(people));
  return (
    <svg className={classNames("cov", height > 20 && "h-[28px]")} height={height} role="img" aria-label={label}>
      <rect className="g" x=".8" y="1.5" width={width(people)} height={height - 3} />
      {detailed && planned > 0 && <rect className="p" x={width(served)} y="1.5" width={width(planned)} height={height - 3} />}
      {detailed && served > 0 && <rect className="y" x="0" y="0.5" width={width(served)} height={height - 1} />}
    </svg>
  );
}

export function CoverageKey() {
  const t = useMessages(needWords);
  return (
    <div className="covk">
      <span>
        <svg aria-hidden="true">
          <rect width="18" height="14" fill="var(--cov-yes)" />
        </svg>
        {t.keyServed}
      </span>
      <span>
        <svg aria-hidden="true">
          <rect x=".7" y=".7" width="16.6" height="12.6" fill="var(--cov-plan)" stroke="var(--cov-yes)" strokeWidth="1.25" />
        </svg>
        {t.keyPlanned}
      </span>
      <span>
        <svg aria-hidden="true">
          <rect x=".8" y=".8" width="16.4" height="12.4" fill="none" stroke="var(--cov-gap)" strokeWidth="1.5" strokeDasharray="3 2.5" />
        </svg>
        {t.keyGap}
      </span>
    </div>
  );
}

/** A published figure: "< 5" where it is hidden. */
export function PublishedCount({ value }: { value: number | null }) {
  const t = useMessages(needWords);
  const language = useLanguage();
  return <>{value === null ? t.below : formatWhole(value, language)}</>;
}
