import type { Jobs } from "./jobs.server";

type Daily = { task: keyof Jobs; hour: number; minute: number };
type Often = { task: keyof Jobs; everyMinutes: number };

/** What happens by itself, in WIB. */
const daily = [
  { task: "expire-programs", hour: 0, minute: 5 },
  { task: "end-overdue-pledges", hour: 0, minute: 10 },
  { task: "forget-expired", hour: 0, minute: 15 },
  { task: "lapse-assignments", hour: 0, minute: 20 },
  { task: "watch-amendments", hour: 0, minute: 22 },
  { task: "import-card-money", hour: 0, minute: 25 },
  { task: "erase-due-accounts", hour: 0, minute: 30 },
  { task: "check-books", hour: 0, minute: 40 },
  { task: "remind-due-payments", hour: 7, minute: 0 },
  { task: "send-digests", hour: 7, minute: 0 },
  { task: "warn-expiring-standing", hour: 7, minute: 10 },
] as const satisfies readonly Daily[];
const often = [{ task: "watch-appeals", everyMinutes: 15 }] as const satisfies readonly Often[];

export type ScheduledTask = (typeof daily)[number]["task"] | (typeof often)[number]["task"];

const wib = 7;

/** The same for graphile-worker, whose cron counts in UTC; a day on which nobody was there is made up for. */
export function crontab(): string {
  const lines = daily.map(({ task, hour, minute }) => `${minute} ${(hour + 24 - wib) % 24} * * * ${task} ?fill=1d`);
  return [...lines, ...often.map(({ task, everyMinutes }) => `*/${everyMinutes} * * * * ${task}`)].join("\n");
}

export type NextRun = { task: ScheduledTask; at: Date; everyMinutes: number | null };

/** When each of them comes next, the soonest first. */
export function nextRuns(after: Date): NextRun[] {
  const runs = daily.map(({ task, hour, minute }): NextRun => {
    const at = new Date(after.getTime());
    at.setUTCHours(hour - wib, minute, 0, 0);
    while (at <= after) at.setUTCDate(at.getUTCDate() + 1);
    while (at.getTime() - after.getTime() > 24 * 3600_000) at.setUTCDate(at.getUTCDate() - 1);
    return { task, at, everyMinutes: null };
  });
  const soon = often.map(({ task, everyMinutes }): NextRun => {
    const step = everyMinutes * 60_000;
    return { task, at: new Date((Math.floor(after.getTime() / step) + 1) * step), everyMinutes };
  });
  return [...runs, ...soon].sort((a, b) => a.at.getTime() - b.at.getTime());
}
