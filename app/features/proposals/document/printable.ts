/** What the document's typeface has letters for; `origin.txt` beside the fonts tells how they were cut. */
const letters =
  "\\n\\u0020-\\u007e\\u00a0-\\u00ac\\u00ae-\\u0148\\u014a-\\u017e\\u0218-\\u021b\\u2009\\u2010\\u2012-\\u2015\\u2018-\\u201a\\u201c-\\u201e" +
  "\\u2020-\\u2022\\u2026\\u2030\\u2032\\u2033\\u2039\\u203a\\u2044\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u20ac\\u2116\\u2122\\u2190-\\u2193" +
  "\\u2212\\u2215\\u221a\\u2248\\u2260\\u2264\\u2265\\u25a1";
const withoutLetter = new RegExp(`[^${letters}]+`, "gu");
/** Signs that are never seen: control, format (direction, joiners), variants of emoji. The end of a line is kept. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|[\u{fe00}-\u{fe0f}]/gu;

/** A text as paper can show it: letters that the typeface lacks, such as emoji, become one empty box instead of vanishing. */
export function printable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[\u202f\u2007]/g, "\u00a0")
    .replace(/\u2011/g, "-")
    .replace(unseen, "")
    .replace(withoutLetter, "\u25a1");
}

const longest = 28;
const piece = 14;

/**
 * Where a word may go to the next line: nowhere, as words are not split. Only what no column could hold (an address, a text without spaces)
 * falls into pieces; the empty parts between them are gaps without width, so no hyphen appears that nobody wrote.
 */
export function partsOfWord(word: string): string[] {
  const signs = [...word];
  if (signs.length <= longest) return [word];
  const parts: string[] = [];
  for (let at = 0; at < signs.length; at += piece) parts.push(...(at > 0 ? [""] : []), signs.slice(at, at + piece).join(""));
  return parts;
}
