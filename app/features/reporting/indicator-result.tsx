import { StatusBadge } from "~/components/badge";
import { useLanguage, useMessages } from "~/components/language";
import { decimalOf } from "./program-sections";
import { reportMessages } from "./report-messages";
import type { IndicatorResult } from "./report-queries.server";

/** One indicator before, planned and now, on its own scale; whether less is better shows in the order of baseline and target. */
export function IndicatorResults({ results, last }: { results: readonly IndicatorResult[]; last: boolean }) {
  const t = useMessages(reportMessages);
  return (
    <>
      <ul className="inds">
        {results.map((result) => (
          <li key={result.name}>
            <div>
              <h3 lang="id">{result.name}</h3>
              <p className="xs muted">
                <span lang="id">{result.unit}</span>
                {lessIsBetter(result) && `, ${t.lessIsBetter}`}
              </p>
            </div>
            <div>
              <Dumbbell result={result} />
            </div>
            <Figures result={result} />
            <Outcome result={result} last={last} />
          </li>
        ))}
      </ul>
      <p className="xs muted lgd">
        <svg width="14" height="14" aria-hidden="true">
          <circle cx="7" cy="7" r="5" fill="var(--surface)" stroke="var(--alur-stroke)" strokeWidth="1.75" />
        </svg>
        {t.legendBaseline}{" "}
        <svg width="8" height="16" aria-hidden="true">
          <line x1="4" x2="4" y1="1" y2="15" stroke="var(--bar-2)" strokeWidth="2.5" />
        </svg>
        {t.legendTarget}{" "}
        <svg width="14" height="14" aria-hidden="true">
          <circle cx="7" cy="7" r="6" fill="var(--alur-a)" />
        </svg>
        {t.legendActual}
      </p>
    </>
  );
}

function Dumbbell({ result }: { result: IndicatorResult }) {
  const values = [result.baseline, result.target, result.actual].filter((value) => value !== undefined);
  const low = Math.min(...values, 0);
  const high = Math.max(...values, low + 1);
  const place = (value: number) => `${(4 + (92 * (value - low)) / (high - low)).toFixed(1)}%`;
  return (
    <svg className="dbl-c" width="100%" height="30" aria-hidden="true">
      <line x1="4%" x2="96%" y1="15" y2="15" stroke="var(--line)" strokeWidth="1.5" />
      {result.baseline !== undefined && result.actual !== undefined && (
        <line x1={place(result.baseline)} x2={place(result.actual)} y1="15" y2="15" stroke="var(--alur-s)" strokeWidth="4" />
      )}
      {result.target !== undefined && (
        <line x1={place(result.target)} x2={place(result.target)} y1="3" y2="27" stroke="var(--bar-2)" strokeWidth="2.5" />
      )}
      {result.baseline !== undefined && (
        <circle cx={place(result.baseline)} cy="15" r="5.5" fill="var(--surface)" stroke="var(--alur-stroke)" strokeWidth="1.75" />
      )}
      {result.actual !== undefined && <circle cx={place(result.actual)} cy="15" r="6.5" fill="var(--alur-a)" />}
    </svg>
  );
}

function Figures({ result }: { result: IndicatorResult }) {
  const t = useMessages(reportMessages);
  const language = useLanguage();
  const text = (value: number | undefined) => (value === undefined ? "–" : decimalOf(String(value), language));
  return (
    <dl>
      <div>
        <dt>{t.baseline}</dt>
        <dd className="n">{text(result.baseline)}</dd>
      </div>
      <div>
        <dt>{t.target}</dt>
        <dd className="n">{text(result.target)}</dd>
      </div>
      <div>
        <dt>{t.actual}</dt>
        <dd className="n">
          <b>{text(result.actual)}</b>
        </dd>
      </div>
    </dl>
  );
}

function Outcome({ result, last }: { result: IndicatorResult; last: boolean }) {
  const t = useMessages(reportMessages);
  const { actual, target } = result;
  if (actual === undefined || target === undefined) return <StatusBadge tone="info">{t.notMeasured}</StatusBadge>;
  if (actual === target) return <StatusBadge tone="ok">{t.reached}</StatusBadge>;
  const beyond = lessIsBetter(result) ? actual < target : actual > target;
  if (beyond) return <StatusBadge tone="ok">{t.above}</StatusBadge>;
  return last ? <StatusBadge tone="warn">{t.below}</StatusBadge> : <StatusBadge tone="info">{t.underway}</StatusBadge>;
}

function lessIsBetter({ baseline, target }: IndicatorResult): boolean {
  return baseline !== undefined && target !== undefined && target < baseline;
}
