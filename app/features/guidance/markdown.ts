/**
 * A small part of Markdown, read into plain data. There is no HTML in it and none comes out: pages draw the data with React, which
 * escapes every text, and links lead only to http(s) addresses, e-mail and our own pages.
 */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong"; children: Inline[] }
  | { kind: "emphasis"; children: Inline[] }
  | { kind: "link"; href: string; children: Inline[] };

export type Block =
  | { kind: "heading"; children: Inline[] }
  | { kind: "paragraph" | "quote"; children: Inline[] }
  | { kind: "list"; ordered: boolean; items: Inline[][] }
  | { kind: "table"; head: Inline[][]; rows: Inline[][][] };

/** One section of an article: what stands before the first "## " has no title. */
export type MarkdownSection = { title: string; blocks: Block[] };

/** Reads an article. Whatever is no Markdown that we know stays as the text that it is; nothing is lost and nothing fails. */
export function readArticle(source: string): MarkdownSection[] {
  const sections: MarkdownSection[] = [{ title: "", blocks: [] }];
  for (const chunk of chunksOf(source)) {
    const heading = /^##\s+(.+)$/.exec(chunk[0] ?? "");
    if (heading && !chunk[0]?.startsWith("###")) {
      sections.push({ title: (heading[1] ?? "").trim(), blocks: [] });
      chunk.shift();
    }
    if (chunk.length > 0) sections.at(-1)?.blocks.push(blockOf(chunk));
  }
  return sections.filter((section) => section.title !== "" || section.blocks.length > 0);
}

type LineKind = "heading" | "bullet" | "number" | "quote" | "table" | "plain";

function kindOf(line: string): LineKind {
  if (/^#{1,6}\s+\S/.test(line)) return "heading";
  if (/^[-*]\s+\S/.test(line)) return "bullet";
  if (/^\d{1,3}[.)]\s+\S/.test(line)) return "number";
  if (/^>\s?/.test(line)) return "quote";
  if (/^\|.*\|$/.test(line)) return "table";
  return "plain";
}

/** Lines that belong together: parted by empty lines, and where their kind changes. A plain line goes on with a list's item. */
function chunksOf(source: string): string[][] {
  const chunks: string[][] = [];
  let last: LineKind | undefined;
  for (const raw of source.replace(/\r\n?/g, "\n").split("\n")) {
    const line = raw.trim();
    if (line === "") {
      last = undefined;
      continue;
    }
    const kind = kindOf(line);
    const goesOn =
      last !== undefined && last !== "heading" && (kind === last || (kind === "plain" && (last === "bullet" || last === "number")));
    if (goesOn) chunks.at(-1)?.push(line);
    else chunks.push([line]);
    if (!(goesOn && kind === "plain")) last = kind;
  }
  return chunks;
}

function blockOf(lines: string[]): Block {
  const [first = ""] = lines;
  const kind = kindOf(first);
  if (kind === "heading") return { kind: "heading", children: inline(first.replace(/^#+\s+/, "")) };
  if (kind === "bullet" || kind === "number") return listOf(lines, kind === "number");
  if (kind === "quote") return { kind: "quote", children: inline(lines.map((line) => line.replace(/^>\s?/, "")).join(" ")) };
  if (kind === "table" && lines.length > 1 && isRule(lines[1] ?? "")) return tableOf(lines);
  return { kind: "paragraph", children: inline(lines.join(" ")) };
}

function listOf(lines: string[], ordered: boolean): Block {
  const items: string[] = [];
  for (const line of lines) {
    const kind = kindOf(line);
    if (kind === "plain") items.push(`${items.pop() ?? ""} ${line}`);
    else items.push(line.replace(/^([-*]|\d{1,3}[.)])\s+/, ""));
  }
  return { kind: "list", ordered, items: items.map((item) => inline(item)) };
}

function isRule(line: string): boolean {
  return /^\|(\s*:?-+:?\s*\|)+$/.test(line);
}

function tableOf([head = "", , ...rows]: string[]): Block {
  const cells = (line: string) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => inline(cell.trim()));
  const names = cells(head);
  return { kind: "table", head: names, rows: rows.map((row) => names.map((_, index) => cells(row)[index] ?? [])) };
}

const marks = /\*\*(?=\S)(.+?)(?<=\S)\*\*|\*(?=[^\s*])([^*]+?)(?<=\S)\*|\[([^\][]+)\]\(([^\s()]+)\)/;

function inline(text: string, depth = 0): Inline[] {
  const match = depth < 4 ? marks.exec(text) : null;
  if (!match) return text === "" ? [] : [{ kind: "text", text }];
  const [whole, strong, emphasis, label, href] = match;
  return [
    ...(match.index > 0 ? [{ kind: "text" as const, text: text.slice(0, match.index) }] : []),
    marked(whole, { strong, emphasis, label, href }, depth + 1),
    ...inline(text.slice(match.index + whole.length), depth),
  ];
}

type Found = { strong: string | undefined; emphasis: string | undefined; label: string | undefined; href: string | undefined };

function marked(whole: string, { strong, emphasis, label, href }: Found, depth: number): Inline {
  if (strong !== undefined) return { kind: "strong", children: inline(strong, depth) };
  if (emphasis !== undefined) return { kind: "emphasis", children: inline(emphasis, depth) };
  if (label !== undefined && href !== undefined && isSafe(href)) return { kind: "link", href, children: inline(label, depth) };
  return { kind: "text", text: whole };
}

/** Whole web addresses, e-mail, and pages of ours; never a scheme that runs something, never another host in disguise. */
function isSafe(href: string): boolean {
  if (/^\/(?![/\\])/.test(href)) return !/[\\\s]/.test(href);
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(href)) return true;
  return /^https?:\/\//i.test(href) && URL.canParse(href);
}
