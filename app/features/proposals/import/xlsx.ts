import { inflateRawSync } from "node:zlib";

const largestPart = 20 * 1024 * 1024;

/**
 * The cells of a workbook's first sheet as texts, row by row; undefined when the bytes are no workbook. Numbers come the way people write
 * them here (comma for decimals). A part that unpacks to more than 20 MB is refused: small files can be made to swell.
 */
export function readWorkbook(bytes: Uint8Array): string[][] | undefined {
  try {
    const parts = partsOf(Buffer.from(bytes));
    const sheet = parts("xl/worksheets/sheet1.xml");
    if (sheet === undefined) return undefined;
    const shared = [...(parts("xl/sharedStrings.xml") ?? "").matchAll(/<si>([\s\S]*?)<\/si>/g)].map((match) => textIn(match[1] ?? ""));
    return [...sheet.matchAll(/<row\b([^>]*)>([\s\S]*?)<\/row>/g)].reduce<string[][]>((rows, [, attributes = "", cells = ""]) => {
      const line = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? rows.length + 1);
      if (line > 5_000) return rows;
      while (rows.length < line - 1) rows.push([]);
      rows.push(rowOf(cells, shared));
      return rows;
    }, []);
  } catch (error) {
    // A broken archive: zlib and Buffer say so by these.
    if (error instanceof RangeError || (error instanceof Error && "code" in error)) return undefined;
    throw error;
  }
}

/** The parts of a zip archive by name, read from its central directory. */
function partsOf(archive: Buffer): (name: string) => string | undefined {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const entries = new Map<string, { at: number; size: number; stored: boolean }>();
  if (end >= 0) {
    let at = archive.readUInt32LE(end + 16);
    for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
      const [nameSize, extraSize, noteSize] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
      const name = archive.toString("utf8", at + 46, at + 46 + nameSize);
      entries.set(name, {
        at: archive.readUInt32LE(at + 42),
        size: archive.readUInt32LE(at + 20),
        stored: archive.readUInt16LE(at + 10) === 0,
      });
      at += 46 + nameSize + extraSize + noteSize;
    }
  }
  return (name) => {
    const entry = entries.get(name);
    if (!entry) return undefined;
    const from = entry.at + 30 + archive.readUInt16LE(entry.at + 26) + archive.readUInt16LE(entry.at + 28);
    const packed = archive.subarray(from, from + entry.size);
    return (entry.stored ? packed : inflateRawSync(packed, { maxOutputLength: largestPart })).toString("utf8");
  };
}

function rowOf(xml: string, shared: readonly string[]): string[] {
  const cells: string[] = [];
  for (const [, attributes = "", content = ""] of xml.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const column = columnOf(/\br="([A-Z]+)\d+"/.exec(attributes)?.[1]) ?? cells.length;
    if (column > 50) continue;
    while (cells.length < column) cells.push("");
    cells.push(cellText(/\bt="(\w+)"/.exec(attributes)?.[1], content, shared));
  }
  return cells;
}

function cellText(type: string | undefined, content: string, shared: readonly string[]): string {
  if (type === "inlineStr") return textIn(content);
  const value = decoded(/<v>([\s\S]*?)<\/v>/.exec(content)?.[1] ?? "");
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "str" || type === "b" || type === "e" || value === "") return value;
  // Sheets keep numbers in binary: 12.5 may stand as 12.499999999999998.
  const number = Number(value);
  return Number.isFinite(number) ? String(Math.round(number * 1000) / 1000).replace(".", ",") : value;
}

/** "A" is 0, "AA" is 26. */
function columnOf(letters: string | undefined): number | undefined {
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : undefined;
}

function textIn(xml: string): string {
  return decoded([...xml.matchAll(/<t\b[^>]*>([\s\S]*?)<\/t>/g)].map((match) => match[1] ?? "").join("")).trim();
}

function decoded(xml: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return xml.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith("#")) return named[name] ?? whole;
    const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
