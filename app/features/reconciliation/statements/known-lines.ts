import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import type { LineDirection, ParsedLine } from "./statement";

export type KnownLine = { bookedOn: Day; direction: LineDirection; amount: Rupiah; balanceAfter: Rupiah | null };

export type Sorted = {
  known: ParsedLine[];
  fresh: (ParsedLine & { mark: string })[] /** Lines in the books that the file doesn't have. */;
  absent: KnownLine[];
};

/**
 * Which lines of a file are already in the books. A line is known by its day, direction and amount, and by the running balance where both
 * have one; never by its text, which banks change overnight. Equal lines are counted, so that twins in one file stay two.
 * `mark` is what makes a new line unique in its account, for its fingerprint.
 */
export function sortLines(knownLines: readonly KnownLine[], lines: readonly ParsedLine[]): Sorted {
  const unmatched = new Map<string, KnownLine[]>();
  const counts = new Map<string, number>();
  for (const line of knownLines) {
    unmatched.set(keyOf(line), [...(unmatched.get(keyOf(line)) ?? []), line]);
    count(counts, balanceKeyOf(line));
  }
  const known = new Set<ParsedLine>();
  for (const line of lines)
    if (take(unmatched, line, (candidate) => candidate.balanceAfter !== null && candidate.balanceAfter === line.balanceAfter))
      known.add(line);
  for (const line of lines) {
    if (known.has(line)) continue;
    if (take(unmatched, line, (candidate) => candidate.balanceAfter === null || line.balanceAfter === null)) known.add(line);
  }
  const fresh = lines
    .filter((line) => !known.has(line))
    .map((line) => ({ ...line, mark: `${balanceKeyOf(line)}|${count(counts, balanceKeyOf(line))}` }));
  const left = new Set([...unmatched.values()].flat());
  return { known: lines.filter((line) => known.has(line)), fresh, absent: knownLines.filter((line) => left.has(line)) };
}

function keyOf(line: KnownLine): string {
  return `${line.bookedOn}|${line.direction}|${line.amount}`;
}

function balanceKeyOf(line: KnownLine): string {
  return `${keyOf(line)}|${line.balanceAfter ?? "-"}`;
}

function count(counts: Map<string, number>, key: string): number {
  const next = (counts.get(key) ?? 0) + 1;
  counts.set(key, next);
  return next;
}

function take(unmatched: Map<string, KnownLine[]>, line: ParsedLine, fits: (candidate: KnownLine) => boolean): boolean {
  const candidates = unmatched.get(keyOf(line)) ?? [];
  const at = candidates.findIndex(fits);
  if (at < 0) return false;
  unmatched.set(keyOf(line), candidates.toSpliced(at, 1));
  return true;
}
