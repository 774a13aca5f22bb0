/** How pages were answered since this process began: how many, how long half of the last ones took, and which failed lately. */
export type Tally = { since: Date; answers: number; failures: number; halfMs: number; slowestMs: number };

type Counted = { since: number; answers: number; slowest: number; last: number[]; failures: number[] };

const [kept, lately] = [1000, 24 * 3600_000];

// One count a process: the server and the bundle of the pages are two module graphs that share it.
type Shared = { sinergiTally?: Counted };
const shared = globalThis as Shared;
shared.sinergiTally ??= emptyTally(Date.now());
const counted = shared.sinergiTally;

export function emptyTally(since: number): Counted {
  return { since, answers: 0, slowest: 0, last: [], failures: [] };
}

/** Counts one answer. Files don't count: they say nothing about how the pages fare. */
export function countAnswer(answer: { path: string; status: number; milliseconds: number }, at = Date.now(), tally = counted): void {
  if (/\.[a-z0-9]+$/i.test(answer.path)) return;
  tally.answers += 1;
  tally.slowest = Math.max(tally.slowest, answer.milliseconds);
  tally.last.push(answer.milliseconds);
  if (tally.last.length > kept) tally.last.shift();
  if (answer.status >= 500) tally.failures.push(at);
  if (tally.failures.length > kept) tally.failures.shift();
}

export function readTally(at = Date.now(), tally = counted): Tally {
  const sorted = [...tally.last].sort((a, b) => a - b);
  return {
    since: new Date(tally.since),
    answers: tally.answers,
    failures: tally.failures.filter((failure) => at - failure < lately).length,
    halfMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
    slowestMs: tally.slowest,
  };
}
