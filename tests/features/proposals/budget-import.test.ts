import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readBudgetFile } from "~/features/proposals/import/budget-import";
import { problemText } from "~/features/proposals/import/import-messages";
import { readWorkbook } from "~/features/proposals/import/xlsx";
import { budgetTotal } from "~/features/proposals/proposal-draft";

const bytes = (text: string) => new TextEncoder().encode(text);
const head = "Kelompok;Uraian;Volume;Satuan;Harga satuan\n";
const found = (text: string) => readBudgetFile(bytes(text)).problems.map(({ line, column, code }) => [line, column, code]);

/** A zip archive of these parts, each deflated. */
function zip(parts: Record<string, string | Buffer>): Uint8Array {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = Buffer.isBuffer(content) ? content : deflateRawSync(Buffer.from(content));
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    entry.write(name, 46);
    bodies.push(local, packed);
    directory.push(entry);
    at += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const strings =
  "<sst><si><t>Uraian</t></si><si><t>Volume</t></si><si><t>Satuan</t></si><si><t>Harga Satuan</t></si><si><r><t>Pipa &amp; </t></r><r><t>kran</t></r></si></sst>";
const sheet = (price: string) =>
  `<worksheet><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" t="s"><v>3</v></c></row>
  <row r="4"><c r="A4" t="s"><v>4</v></c><c r="B4"><v>12.499999999999998</v></c><c r="C4" t="inlineStr"><is><t>meter</t></is></c><c r="D4"${price}</c></row></sheetData></worksheet>`;

describe("a budget from a file", () => {
  it("is read with its groups, and numbers the way people write them", () => {
    const { lines, problems } = readBudgetFile(bytes(`\ufeff${head}Sumur;Bor;90;meter;1.350.000\n;Pipa;12,5;meter;Rp 45.000\n\n`));
    expect(problems).toEqual([]);
    expect(lines.map(({ section, description, volume, unit, unitPrice }) => [section, description, volume, unit, unitPrice])).toEqual([
      ["Sumur", "Bor", "90", "meter", 1_350_000n],
      ["Sumur", "Pipa", "12.5", "meter", 45_000n],
    ]);
    expect(budgetTotal(lines)).toBe(122_062_500n);
  });

  it("names the line and the column of every mistake", () => {
    expect(
      found(
        `${head}A;;1;kg;1.000\nA;Bibit;dua;kg;1.000\nA;Bibit;0;kg;1.000\nA;Bibit;1;;1.000\nA;Bibit;1;kg;murah\nA;Bibit;1;kg;0\nA;Bibit;0,333;kg;1.001\nA;${"x".repeat(161)};1;kg;1\n`,
      ),
    ).toEqual([
      [2, "description", "empty"],
      [3, "volume", "not_number"],
      [4, "volume", "not_number"],
      [5, "unit", "empty"],
      [6, "unitPrice", "not_price"],
      [7, "unitPrice", "not_price"],
      [8, "unitPrice", "not_whole"],
      [9, "description", "too_long"],
    ]);
    const [problem] = readBudgetFile(bytes(`${head}A;Bibit;dua;kg;1.000`)).problems;
    expect(problem && problemText(problem, "id")).toBe("Baris 2, kolom Volume: “dua” bukan angka. Tulis seperti 12,5 atau 1.250.");
  });

  it("refuses what is no budget", () => {
    expect(found("")).toEqual([[null, null, "file_missing"]]);
    expect(found("\u0000\u0001\u0002")).toEqual([[null, null, "file_unreadable"]]);
    expect(found('Uraian;Volume\n"Bibit;1')).toEqual([[null, null, "file_unreadable"]]);
    expect(found("Nama,Alamat\nA,B\n")).toEqual([[null, "description", "column_missing"]]);
    expect(found("Uraian,Volume,Satuan\nA,1,kg\n")).toEqual([[1, "unitPrice", "column_missing"]]);
    expect(found(head)).toEqual([[null, null, "no_rows"]]);
    expect(found(head + "A;B;1;kg;1.000\n".repeat(301))).toEqual([[null, null, "too_many_rows"]]);
  });
});

describe("a workbook", () => {
  it("is read like a text file, with the line that the sheet shows", () => {
    const good = readBudgetFile(zip({ "xl/sharedStrings.xml": strings, "xl/worksheets/sheet1.xml": sheet("><v>45000</v>") }));
    expect(good.problems).toEqual([]);
    expect(good.lines[0]).toMatchObject({ description: "Pipa & kran", volume: "12.5", unit: "meter", unitPrice: 45_000n });
    const bad = readBudgetFile(zip({ "xl/sharedStrings.xml": strings, "xl/worksheets/sheet1.xml": sheet(' t="str"><v>mahal</v>') }));
    expect(bad.problems).toEqual([{ line: 4, column: "unitPrice", code: "not_price", typed: "mahal" }]);
  });

  it("that is broken, empty or made to swell is refused", () => {
    expect(readWorkbook(zip({ "word/document.xml": "<w/>" }))).toBeUndefined();
    expect(readWorkbook(bytes("PK\u0003\u0004 and nothing else"))).toBeUndefined();
    expect(readWorkbook(zip({ "xl/worksheets/sheet1.xml": Buffer.from("not deflated") }))).toBeUndefined();
    expect(readWorkbook(zip({ "xl/worksheets/sheet1.xml": "a".repeat(21 * 1024 * 1024) }))).toBeUndefined();
  });

  it("takes taxes and swadaya where the file has their columns, and says beside the cell what it doesn't know", () => {
    const full = "Kelompok;Uraian;Volume;Satuan;Harga satuan;Sumber;Pajak;Cara pajak\n";
    const read = readBudgetFile(
      bytes(
        `${full}A;Pipa;12;meter;45.000;Dana;PPN;Ditambahkan\nA;Bor;1;hari;100.000;;pph23-2;\nA;Gali;40;hari;100.000;Swadaya tenaga;;\nA;Pasir;1;truk;900.000;swadaya barang;-;\n`,
      ),
    );
    expect(read.problems).toEqual([]);
    expect(read.lines.map(({ description, tax }) => [description, tax])).toEqual([
      ["Pipa", { code: "ppn-11", mode: "added" }],
      ["Bor", { code: "pph23-2", mode: "included" }],
    ]);
    expect(read.contributions.map(({ kind, description }) => [kind, description])).toEqual([
      ["labour", "Gali"],
      ["goods", "Pasir"],
    ]);
    expect(budgetTotal(read.lines)).toBe(599_400n + 100_000n);
    const wrong = (cells: string) => found(`${full}A;Pipa;12;meter;45.000;${cells}\n`);
    expect(wrong("Hibah;;")).toEqual([[2, "source", "not_source"]]);
    expect(wrong("Dana;PPh;")).toEqual([[2, "tax", "not_tax"]]);
    expect(wrong("Dana;PPN;kadang")).toEqual([[2, "taxMode", "not_mode"]]);
    expect(wrong("Swadaya;PPN;")).toEqual([[2, "tax", "own_taxed"]]);
    for (const language of ["id", "en"] as const)
      for (const code of ["not_source", "not_tax", "not_mode", "own_taxed"] as const)
        expect(problemText({ line: 2, column: "tax", code, typed: "x" }, language).length).toBeGreaterThan(20);
  });
});
