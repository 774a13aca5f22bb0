import type { Language } from "~/kernel/messages";

/** A line of a list: what it is, and what it says. */
export type Fact = { term: string; value: string };

/** A cell's text, with smaller lines under it. */
export type Cell = { text: string; small?: readonly string[] };

export type Column = {
  head: string;
  /** Its part of the width, in any unit: parts are compared with those of the other columns. */
  width: number;
  align?: "right";
};

/** `group` is the head of the rows that follow it. */
export type Row = { cells: readonly Cell[]; group?: boolean };

export type PaperPart =
  | { kind: "prose"; lead: string; paragraphs: readonly string[] }
  | { kind: "facts"; facts: readonly Fact[] }
  | { kind: "table"; columns: readonly Column[]; rows: readonly Row[]; foot?: readonly string[] }
  | { kind: "list"; items: readonly string[] }
  | { kind: "note"; text: string };

export type PaperSection = { title: string; hint?: string; parts: readonly PaperPart[] };

/** What stands first and has to be known before the rest is read: it is suspended, frozen, about to change. */
export type Warning = { title: string; text: string };

/** A proposal as a document of record: every text as the reader gets it, in the order of the pages it is made from. */
export type Paper = {
  language: Language;
  /** Who writes, at the head of the letter. */
  organization: string;
  organizationNote: string;
  kind: string;
  title: string;
  place: string;
  /** Number, version, state, days. */
  reference: readonly Fact[];
  /** Stands across every page of what is not in force: "DRAF". */
  mark: string | null;
  warnings: readonly Warning[];
  sections: readonly PaperSection[];
  /** At the foot of every page, before the page's number. */
  foot: string;
};

/** The text of a cell alone. */
export function cell(text: string, ...small: readonly (string | undefined)[]): Cell {
  const lines = small.flatMap((line) => (line ? [line] : []));
  return lines.length > 0 ? { text, small: lines } : { text };
}
