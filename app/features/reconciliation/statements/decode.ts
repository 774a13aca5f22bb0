import type { ProblemCode } from "./statement";

export type Decoded = { ok: true; text: string; encoding: "UTF-8" | "UTF-16" | "Windows-1252" } | { ok: false; code: ProblemCode };

const starts = (bytes: Uint8Array, ...expected: number[]) => expected.every((byte, index) => bytes[index] === byte);

/** The text of a statement file, by its own bytes: UTF-8, UTF-16 with a mark, or else Windows-1252. Spreadsheets, PDF and pictures are named. */
export function decodeStatement(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { ok: false, code: "file_empty" };
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { ok: false, code: "file_is_spreadsheet" };
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return { ok: false, code: "file_is_pdf" };
  if (starts(bytes, 0xff, 0xfe)) return textOf(bytes, "utf-16le", "UTF-16");
  if (starts(bytes, 0xfe, 0xff)) return textOf(bytes, "utf-16be", "UTF-16");
  try {
    return readable(new TextDecoder("utf-8", { fatal: true }).decode(bytes), "UTF-8");
  } catch {
    return textOf(bytes, "windows-1252", "Windows-1252");
  }
}

function textOf(bytes: Uint8Array, label: string, encoding: "UTF-16" | "Windows-1252"): Decoded {
  return readable(new TextDecoder(label).decode(bytes), encoding);
}

/** Control characters other than tab and line ends never stand in a statement: such a file is something else. */
function readable(text: string, encoding: "UTF-8" | "UTF-16" | "Windows-1252"): Decoded {
  if (text.trim() === "") return { ok: false, code: "file_empty" };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text)) return { ok: false, code: "file_not_text" };
  return { ok: true, text, encoding };
}
