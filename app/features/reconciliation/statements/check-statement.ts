import type { ParsedLine, Problem, RawStatement, SenLine, Statement } from "./statement";

/** Puts the lines in the order of booking, checks running balances and totals, and turns sen into whole rupiah. */
export function checkStatement(raw: RawStatement): Statement {
  const problems: Problem[] = [...raw.problems];
  const lines = inOrder(raw.lines);
  const openingSen = raw.openingSen ?? before(lines[0]);
  const closingSen = raw.closingSen ?? lines.findLast((line) => line.balanceSen !== null)?.balanceSen ?? undefined;
  // Beside a line that can't be read, sums can't agree: saying so would only hide the cause.
  if (problems.every((problem) => problem.weight !== "fatal")) {
    problems.push(...brokenBalances(lines, openingSen), ...wrongTotals(raw, lines, openingSen));
  }
  if (lines.length === 0 && raw.problems.length === 0) problems.push({ code: "no_lines", weight: "fatal" });
  problems.push(...raw.pending.map((pending): Problem => ({ code: "pending", weight: "note", ...pending })));
  const whole = wholeRupiah(lines, openingSen, problems);
  problems.push(...twins(whole));
  return {
    format: raw.format,
    accountNumber: raw.accountNumber,
    firstDay: raw.period?.from ?? lines[0]?.bookedOn ?? null,
    lastDay: raw.period?.to ?? lines.at(-1)?.bookedOn ?? null,
    opening: openingSen === undefined ? null : floorRupiah(openingSen),
    closing: closingSen === undefined ? null : floorRupiah(closingSen),
    lines: whole,
    pending: raw.pending,
    problems,
  };
}

/** Some banks put the newest line on top. Within one day only the running balance tells. */
function inOrder(lines: readonly SenLine[]): SenLine[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return [];
  const reversed = [...lines].reverse();
  const newestFirst = first.bookedOn === last.bookedOn ? breaks(reversed) < breaks(lines) : first.bookedOn > last.bookedOn;
  return (newestFirst ? reversed : [...lines]).sort((a, b) => (a.bookedOn < b.bookedOn ? -1 : a.bookedOn > b.bookedOn ? 1 : 0));
}

function breaks(lines: readonly SenLine[]): number {
  return brokenBalances(lines, undefined).length;
}

function move(line: SenLine): bigint {
  return line.direction === "in" ? line.sen : -line.sen;
}

function before(line: SenLine | undefined): bigint | undefined {
  return line && line.balanceSen !== null ? line.balanceSen - move(line) : undefined;
}

function brokenBalances(lines: readonly SenLine[], openingSen: bigint | undefined): Problem[] {
  const problems: Problem[] = [];
  let running = openingSen;
  for (const line of lines) {
    const counted = running === undefined ? undefined : running + move(line);
    if (counted !== undefined && line.balanceSen !== null && line.balanceSen !== counted) {
      problems.push({
        code: "balance_breaks",
        weight: "decide",
        lineNumber: line.lineNumber,
        raw: line.raw,
        inFile: line.balanceSen,
        counted,
      });
    }
    running = line.balanceSen ?? counted;
  }
  return problems;
}

function wrongTotals(raw: RawStatement, lines: readonly SenLine[], openingSen: bigint | undefined): Problem[] {
  const total = (direction: "in" | "out") => lines.reduce((sum, line) => (line.direction === direction ? sum + line.sen : sum), 0n);
  const [credits, debits] = [total("in"), total("out")];
  const closing = openingSen === undefined ? undefined : openingSen + credits - debits;
  const checks = [
    { what: "credits", inFile: raw.creditSen, counted: credits },
    { what: "debits", inFile: raw.debitSen, counted: debits },
    { what: "closing", inFile: raw.closingSen, counted: closing },
  ] as const;
  return checks.flatMap(({ what, inFile, counted }): Problem[] =>
    inFile !== undefined && counted !== undefined && inFile !== counted
      ? [{ code: "totals_differ", weight: "fatal", what, inFile, counted }]
      : [],
  );
}

/**
 * The books are in whole rupiah: the balance is the bank's rounded down, and a line is what that balance moves by. Lines in whole rupiah
 * stay as they are; interest with sen becomes the rupiah by which the rounded balance grows. Needs to know the balance.
 */
function wholeRupiah(lines: readonly SenLine[], openingSen: bigint | undefined, problems: Problem[]): ParsedLine[] {
  const parsed: ParsedLine[] = [];
  let running = openingSen;
  let sequence = 0;
  let day = "";
  for (const line of lines) {
    const { lineNumber, raw, bookedOn, direction, description } = line;
    const after = line.balanceSen ?? (running === undefined ? undefined : running + move(line));
    const start = after === undefined ? undefined : after - move(line);
    running = after;
    if (line.sen % 100n !== 0n && (after === undefined || start === undefined)) {
      problems.push({ code: "sen_without_balance", weight: "fatal", lineNumber, raw });
      continue;
    }
    const moved = after === undefined || start === undefined ? line.sen / 100n : floorRupiah(after) - floorRupiah(start);
    const amount = moved < 0n ? -moved : moved;
    if (amount === 0n) {
      problems.push({ code: "below_a_rupiah", weight: "note", lineNumber, raw });
      continue;
    }
    sequence = bookedOn === day ? sequence + 1 : 1;
    day = bookedOn;
    const balanceAfter = line.balanceSen === null ? null : floorRupiah(line.balanceSen);
    parsed.push({ lineNumber, raw, bookedOn, sequenceOfDay: sequence, direction, amount, description, balanceAfter });
  }
  return parsed;
}

function floorRupiah(sen: bigint): bigint {
  return sen >= 0n ? sen / 100n : -((-sen + 99n) / 100n);
}

/** Lines of one file that look the same are two real payments; both are imported, and said. */
function twins(lines: readonly ParsedLine[]): Problem[] {
  const groups = new Map<string, ParsedLine[]>();
  for (const line of lines) {
    const key = [line.bookedOn, line.direction, line.amount, line.description].join("|");
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => group.map(({ lineNumber, raw }): Problem => ({ code: "twins", weight: "note", lineNumber, raw })));
}
