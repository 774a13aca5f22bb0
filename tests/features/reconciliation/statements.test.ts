import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAmount, readDay } from "~/features/reconciliation/statements/cells";
import { sortLines } from "~/features/reconciliation/statements/known-lines";
import { readStatement } from "~/features/reconciliation/statements/read-statement";
import type { ColumnMapping, ParsedLine } from "~/features/reconciliation/statements/statement";
import { addDays } from "~/kernel/dates";
import { writeKlikBcaCsv } from "#db/seed/klikbca-csv";

const today = "2026-11-24";
const sample = (name: string) => new Uint8Array(readFileSync(path.join(import.meta.dirname, "samples", name)));
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (content: Uint8Array, mapping?: ColumnMapping) =>
  readStatement(content, { today, ...(mapping && { mapping: () => mapping }) });
const codes = (content: Uint8Array) =>
  read(content)
    .statement.problems.filter((p) => p.weight !== "note")
    .map((p) => [p.code, p.lineNumber]);
const brief = (lines: ParsedLine[]) =>
  lines.map((l) => `${l.bookedOn} ${l.sequenceOfDay} ${l.direction} ${l.amount} ${l.balanceAfter ?? "-"}`);

describe("KlikBCA", () => {
  it("reads the business statement: years from the period, PEND apart, sen rounded with the balance", () => {
    const { statement } = read(sample("klikbca-bisnis.csv"));
    expect(statement).toMatchObject({
      format: "klikbca_business",
      accountNumber: "0098760071",
      firstDay: "2026-11-20",
      lastDay: "2026-11-23",
    });
    expect([statement.opening, statement.closing]).toEqual([203_300_000n, 239_747_900n]);
    expect(brief(statement.lines)).toEqual([
      "2026-11-20 1 in 25000000 228300000",
      "2026-11-20 2 in 35000000 263300000",
      "2026-11-21 1 in 2500000 265800000",
      "2026-11-21 2 in 2500000 268300000",
      "2026-11-22 1 out 28800000 239500000",
      "2026-11-23 1 out 6500 239493500",
      "2026-11-23 2 in 318000 239811500",
      "2026-11-23 3 out 63600 239747900",
    ]);
    expect(statement.pending).toHaveLength(1);
    expect(statement.problems.map((p) => p.code)).toEqual(["pending", "twins", "twins"]);
    expect(statement.lines[0]?.description).toContain("SNG 26 0388 A");
  });

  it("reads the personal statement, where the direction stands in a column without a name", () => {
    const { statement } = read(sample("klikbca-pribadi.csv"));
    expect(statement).toMatchObject({
      format: "klikbca_personal",
      accountNumber: "0098760071",
      opening: 203_300_000n,
      closing: 228_283_000n,
    });
    expect(brief(statement.lines)).toEqual(["2026-11-20 1 in 25000000 228300000", "2026-11-21 1 out 17000 228283000"]);
    expect(statement.pending).toHaveLength(1);
  });

  it("reads UTF-16 and Windows-1252", () => {
    const text = readFileSync(path.join(import.meta.dirname, "samples/klikbca-bisnis.csv"), "utf8").replace(
      "CAB CEPU",
      "CAB CEPU \u2013 PASAR",
    );
    const wide = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]));
    const narrow = new Uint8Array(Buffer.from(text.replace("\u2013", "\u0096"), "latin1"));
    for (const [content, encoding] of [
      [wide, "UTF-16"],
      [narrow, "Windows-1252"],
    ] as const) {
      const file = read(content);
      expect(file.encoding).toBe(encoding);
      expect(file.statement.lines[2]?.description).toBe("SETORAN TUNAI CAB CEPU \u2013 PASAR");
    }
  });

  it("names the line of everything that is wrong", () => {
    const text = Buffer.from(sample("klikbca-bisnis.csv")).toString();
    expect(codes(bytes(text.replace('"21/11","SETORAN', '"31/02","SETORAN')))).toContainEqual(["date_unreadable", 11]);
    expect(codes(bytes(text.replace("6,500.00 DB", "6,500.00")))).toContainEqual(["direction_missing", 14]);
    expect(codes(bytes(text.replace("35,000,000.00 CR", "3,5E+07 CR")))).toContainEqual(["number_mangled", 10]);
    expect(codes(bytes(text.replace("35,000,000.00 CR", "35.000.000,00 CR")))).toContainEqual(["amount_unreadable", 10]);
    expect(codes(bytes(text.replace("2,500,000.00 CR", "2,400,000.00 CR")))[0]).toEqual(["balance_breaks", 11]);
    expect(codes(bytes(text.replace("Mutasi Kredit : 65,318,000.40", "Mutasi Kredit : 65,318,001.40")))).toEqual([
      ["totals_differ", undefined],
    ]);
    expect(codes(bytes(text.replace('"0000","25,000,000.00 CR","228,300,000.00"', "")))).toContainEqual(["cells_missing", 9]);
    expect(codes(bytes(text.replace('"20/11","BI-FAST', '"20/11","BI-FAST "" "oops')))).toEqual([]);
    expect(codes(bytes(`${text}"24/11","TIDAK DITUTUP,0000`))[0]?.[0]).toBe("quote_open");
  });

  it("refuses what is no statement, and says what it is", () => {
    expect(codes(new Uint8Array())).toEqual([["file_empty", undefined]]);
    expect(codes(bytes(" \r\n\r\n"))).toEqual([["file_empty", undefined]]);
    expect(codes(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]))).toEqual([["file_is_spreadsheet", undefined]]);
    expect(codes(bytes("%PDF-1.7"))).toEqual([["file_is_pdf", undefined]]);
    expect(codes(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toEqual([["file_not_text", undefined]]);
    expect(codes(bytes("halo\nini bukan mutasi\n"))).toEqual([["header_missing", undefined]]);
    expect(codes(bytes('Tanggal Transaksi,"Keterangan","Cabang","Jumlah"\n'))).toEqual([["no_lines", undefined]]);
  });

  it("reads back whatever it is given, without a problem", () => {
    fc.assert(
      fc.property(lines, (generated) => {
        const file = writeKlikBcaCsv({
          accountNumber: "0098760071",
          holderName: "Y",
          from: "2026-11-01",
          to: "2026-11-20",
          opening: 10n ** 12n,
          lines: generated,
        });
        const { statement } = read(bytes(file));
        expect(statement.problems.filter((p) => p.weight !== "note")).toEqual([]);
        expect(statement.lines.map(({ bookedOn, direction, amount }) => ({ day: bookedOn, direction, amount }))).toEqual(
          generated.map(({ day, direction, amount }) => ({ day, direction, amount })),
        );
      }),
      { numRuns: 200 },
    );
  });
});

const lines = fc
  .array(
    fc.record({
      day: fc.nat(19).map((n) => addDays("2026-11-01", n)),
      direction: fc.constantFrom("in" as const, "out" as const),
      amount: fc.oneof(fc.constantFrom(50_000n, 25_000_000n), fc.bigInt({ min: 1n, max: 999_999_999n })),
      description: fc.constantFrom("BIAYA ADM", 'TRSF "A", B', "KLIRING; C", "SNG260388A"),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((all) => all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)));

describe("any CSV by its columns", () => {
  it("guesses semicolons, decimal commas and dates without a year", () => {
    const file = read(sample("bank-sarana.csv"));
    expect(file.delimiter).toBe(";");
    expect(file.mapping).toEqual({ columns: ["date", "description", "out", "in", "balance", "skip"], dateOrder: "dmy", decimal: "," });
    expect(brief(file.statement.lines)).toEqual([
      "2026-11-04 1 out 10000 7952500",
      "2026-11-05 1 in 2500000 10452500",
      "2026-11-05 2 out 50000 10402500",
      "2026-11-05 3 out 50000 10352500",
    ]);
    expect(file.statement.opening).toBe(7_962_500n);
  });

  it("joins two columns of the same name and takes .00 for nothing", () => {
    const { statement } = read(sample("mandiri-mcm.csv"));
    expect(brief(statement.lines)).toEqual(["2026-11-20 1 in 25000000 -", "2026-11-21 1 out 12500 -"]);
    expect(statement.lines[0]?.description).toBe("MCM InhouseTrf DARI PT GAMPING MULYA SNG260388A Tahap 1");
    expect(statement.opening).toBeNull();
  });

  it("turns a statement round that has the newest line on top", () => {
    const { statement } = read(sample("bank-newest-first.csv"));
    expect(brief(statement.lines)).toEqual([
      "2026-11-20 1 in 1000000 1000000",
      "2026-11-21 1 in 9000000 10000000",
      "2026-11-21 2 out 25000 9975000",
    ]);
    expect(statement.problems).toEqual([]);
  });

  it("asks for columns that are missing, and refuses a line with two amounts", () => {
    const incomplete: ColumnMapping = {
      columns: ["date", "description", "out", "skip", "balance", "skip"],
      dateOrder: "dmy",
      decimal: ",",
    };
    expect(read(sample("bank-sarana.csv"), incomplete).statement.problems.map((p) => p.code)).toEqual(["columns_unmapped"]);
    const text = Buffer.from(sample("bank-sarana.csv")).toString().replace("10.000,00;;", "10.000,00;5.000,00;");
    expect(codes(bytes(text))).toEqual([["two_amounts", 2]]);
  });
});

describe("cells", () => {
  it("reads amounts by the decimal mark alone", () => {
    const sen = (cell: string, mark: "." | ",") => {
      const amount = readAmount(cell, mark);
      return amount.ok ? `${amount.negative ? "-" : ""}${amount.sen}${amount.direction ?? ""}` : amount.code;
    };
    expect(
      ["799,700.00 CR", ".00", "799700.5", "(5,000.00)", "-2500", "Rp 1,000 DB", "1.234,00", "abc", "", "1,23.00"].map((cell) =>
        sen(cell, "."),
      ),
    ).toEqual([
      "79970000in",
      "0",
      "79970050",
      "-500000",
      "-250000",
      "100000out",
      "amount_unreadable",
      "amount_unreadable",
      "amount_unreadable",
      "amount_unreadable",
    ]);
    expect(["1.234.567,89", "2.500.000,00 CR", "2,5E+06", "1,234.00"].map((cell) => sen(cell, ","))).toEqual([
      "123456789",
      "250000000in",
      "number_mangled",
      "amount_unreadable",
    ]);
  });

  it("reads days", () => {
    const rule = { order: "dmy", today } as const;
    expect(readDay("'05/11/2026", rule)).toBe("2026-11-05");
    expect(readDay("05-Nov-26", rule)).toBe("2026-11-05");
    expect(readDay("5 Agustus 2026", rule)).toBe("2026-08-05");
    expect(readDay("2026-11-05 10:11:12", rule)).toBe("2026-11-05");
    expect(readDay("28/12", rule)).toBe("2025-12-28");
    expect(readDay("02/01", { ...rule, period: { from: "2026-12-20", to: "2027-01-05" } })).toBe("2027-01-02");
    expect(readDay("31/02/2026", rule)).toBeUndefined();
    expect(readDay("13/13/2026", rule)).toBeUndefined();
  });
});

describe("overlapping files", () => {
  const parsed = (all: readonly ParsedLine[]) =>
    all.map((line) => `${line.bookedOn}|${line.direction}|${line.amount}|${line.balanceAfter}`);

  it("give the same lines in any order, and nothing twice", () => {
    fc.assert(
      fc.property(
        lines,
        fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (generated, ranges, balances) => {
          const file = writeKlikBcaCsv({
            accountNumber: "0098760071",
            holderName: "Y",
            from: "2026-11-01",
            to: "2026-11-20",
            opening: 10n ** 12n,
            lines: generated,
          });
          const all = read(bytes(file)).statement.lines.map((line) => (balances ? line : { ...line, balanceAfter: null }));
          const files = ranges.map(([a, b]) => {
            const [from, to] = [addDays("2026-11-01", Math.min(a, b)), addDays("2026-11-01", Math.max(a, b))];
            return all.filter((line) => line.bookedOn >= from && line.bookedOn <= to);
          });
          const load = (order: ParsedLine[][]) => {
            const books: ParsedLine[] = [];
            const marks: string[] = [];
            for (const part of [...order, ...order]) {
              const { fresh } = sortLines(books, part);
              books.push(...fresh);
              marks.push(...fresh.map((line) => line.mark));
            }
            expect(new Set(marks).size).toBe(marks.length);
            return { lines: parsed(books).sort(), marks: marks.sort() };
          };
          const once = load(files);
          expect(load([...files].reverse())).toEqual(once);
          const covered = all.filter((line) => files.some((part) => part.includes(line)));
          expect(once.lines).toEqual(parsed(covered).sort());
        },
      ),
      { numRuns: 200 },
    );
  });
});
