import { useLanguage, useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { formatRupiah, formatRupiahShort, sum } from "~/kernel/money";
import { dashboardMessages } from "./dashboard-messages";
import type { Quarter } from "./portfolio-queries.server";

const [height, ground, top] = [202, 174, 26];

/** What arrived in each quarter (filled) of what was due in it (dashed), on one scale from zero. */
export function QuarterChart({ quarters, year }: { quarters: readonly Quarter[]; year: number }) {
  const t = useMessages(dashboardMessages);
  const language = useLanguage();
  const short = (amount: bigint) => formatRupiahShort(amount, language);
  const most = quarters.reduce((m, q) => (q.due > m ? q.due : q.received > m ? q.received : m), 1n);
  const tall = (amount: bigint) => Number((amount * BigInt(ground - top)) / most);
  const parts = quarters.map((q) => t.quarterPart(t.quarter(q.quarter), formatRupiah(q.received, language), formatRupiah(q.due, language)));
  return (
    <Box title={t.quarters(year)} aside={t.quartersHint}>
      <div className="alur">
        <svg width="100%" height={height} role="img" aria-label={t.quartersLabel(parts.join(" "))}>
          {quarters.map((q, index) => {
            const [due, received, left] = [tall(q.due), tall(q.received), 4 + index * 25];
            return (
              <g key={q.quarter}>
                <rect x={`${left}%`} width="17%" y={ground - received} height={received} fill="var(--bar)" />
                <rect
                  x={`${left}%`}
                  width="17%"
                  y={ground - due}
                  height={due}
                  fill="none"
                  stroke="var(--line-strong)"
                  strokeDasharray="3 3"
                />
                <text
                  className="[font-size:13px] [font-weight:640] [fill:var(--ink)]"
                  x={`${left + 8.5}%`}
                  y={ground - Math.max(due, received) - 8}
                  textAnchor="middle"
                >
                  {short(q.received)}
                </text>
                <text className="[font-size:13px] [fill:var(--ink-2)]" x={`${left + 8.5}%`} y={height - 8} textAnchor="middle">
                  {t.quarter(q.quarter)}
                </text>
              </g>
            );
          })}
          <line x1="0" x2="100%" y1={ground} y2={ground} stroke="var(--ink)" />
        </svg>
      </div>
      <p className="small mt-3">
        {t.quartersSum(
          formatRupiah(sum(quarters.map((q) => q.received)), language),
          formatRupiah(sum(quarters.map((q) => q.due)), language),
        )}
      </p>
    </Box>
  );
}
