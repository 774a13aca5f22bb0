import { useLanguage, useMessages } from "~/components/language";
import { Table } from "~/components/table";
import { type Month, formatMonth, formatMonths, monthsBetween } from "~/kernel/months";
import type { DraftActivity } from "../proposal-draft";
import { planMessages } from "./plan-messages";

/** The activities by their months: the table says it in words, the bars show it. */
export function ScheduleTable({ activities }: { activities: readonly DraftActivity[] }) {
  const t = useMessages(planMessages).schedule;
  const language = useLanguage();
  const months = activities.flatMap(({ from, to }) => [from, to].flatMap((month) => month ?? [])).sort();
  const [first, last] = [months[0], months.at(-1)];
  return (
    <Table
      label={t.title}
      rows={activities}
      rowKey={(activity) => activity.id}
      columns={[
        { head: t.activity, cell: (activity) => <span lang="id">{activity.name}</span> },
        {
          head: t.months,
          cell: ({ from, to }) => <span className="n">{from && to ? formatMonths(from, to, language) : "–"}</span>,
        },
        {
          head: first && last ? <Axis first={first} last={last} /> : "",
          label: "",
          className: "schedule",
          cell: ({ from, to }) => from && to && first && last && <Bar from={from} to={to} first={first} last={last} />,
        },
      ]}
    />
  );
}

/** The first and the last month over the bars. */
function Axis({ first, last }: { first: Month; last: Month }) {
  const language = useLanguage();
  return (
    <span className="schedule-axis n">
      <span>{formatMonth(first, language)}</span>
      <span>{formatMonth(last, language)}</span>
    </span>
  );
}

function Bar({ from, to, first, last }: { from: Month; to: Month; first: Month; last: Month }) {
  const whole = monthsBetween(first, last) + 1;
  const percent = (months: number) => `${(100 * months) / whole}%`;
  return (
    <svg width="100%" height="10" aria-hidden="true">
      <rect width="100%" height="10" fill="var(--sunken)" />
      <rect x={percent(monthsBetween(first, from))} width={percent(monthsBetween(from, to) + 1)} height="10" fill="var(--bar)" />
    </svg>
  );
}
