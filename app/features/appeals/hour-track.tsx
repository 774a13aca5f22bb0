import { useLanguage, useMessages } from "~/components/language";
import { formatInstant } from "~/kernel/dates";
import { checkingHours, deadlineOf, minutesLeft } from "./appeal";
import { appealMessages } from "./appeal-messages";

const cell = 100 / checkingHours;
const gap = 0.36;

/** The 24 hours as a track, one cell an hour: how much is used, where we are, and when it ends. */
export function HourTrack({ raisedAt, now }: { raisedAt: Date; now: Date }) {
  const t = useMessages(appealMessages).clock;
  const language = useLanguage();
  const left = minutesLeft(raisedAt, now);
  const used = Math.min(checkingHours, Math.max(0, checkingHours - left / 60));
  const width = cell - gap;
  return (
    <div className="j24">
      <svg height="60" role="img" aria-label={t.used(Math.floor(used), checkingHours)}>
        {Array.from({ length: checkingHours }, (_, hour) => {
          const share = Math.min(1, Math.max(0, used - hour));
          const x = `${hour * cell + gap / 2}%`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: hours are known by their number
            <g key={hour}>
              <rect className="r" x={x} width={`${width}%`} y="1" height="32" />
              {share > 0 && <rect className={left < 0 ? "l" : "e"} x={x} width={`${width * share}%`} y="1" height="32" />}
            </g>
          );
        })}
        {left >= 0 && <line className="mk" x1={`${used * cell}%`} x2={`${used * cell}%`} y1="-3" y2="37" />}
        <text x="0" y="54">
          {formatInstant(raisedAt, language)}
        </text>
        <text className="b" x="100%" y="54" textAnchor="end">
          {formatInstant(deadlineOf(raisedAt), language)}
        </text>
      </svg>
    </div>
  );
}
