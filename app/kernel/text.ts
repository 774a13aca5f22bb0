/** Paragraphs are parted by empty lines. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

/** The letter of a section by its place; after Z its number. */
export function letterOf(index: number): string {
  return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index] ?? String(index + 1);
}

/** The size of a file as people read it, in KB; what is there is never 0. */
export function kilobytesOf(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1024));
}
