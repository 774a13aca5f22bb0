/** Parts of a form that change as one, each as a text that is the same exactly when the part is. */
export type Units = Readonly<Record<string, string>>;

export type Side = "mine" | "saved";

/** The parts of what a page was opened with, small enough to travel in a hidden field. */
export function fingerprints(units: Units): Record<string, string> {
  return Object.fromEntries(Object.entries(units).map(([name, text]) => [name, fingerprint(text)]));
}

/** 53 bits of a text (cyrb53): enough to notice a change, and no secret. */
function fingerprint(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** The hidden field of a form, read back; undefined when it can't be. */
export function parseFingerprints(text: FormDataEntryValue | null): Record<string, string> | undefined {
  if (typeof text !== "string" || !text.startsWith("{")) return undefined;
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null || Object.values(read).some((value) => typeof value !== "string")) return undefined;
    return read as Record<string, string>;
  } catch {
    return undefined;
  }
}

type Versions = {
  /** What the writer's page was opened with. */
  base: Readonly<Record<string, string>>;
  mine: Units;
  saved: Units;
  /** Parts that the writer was asked about, with the answer if there is one. */
  asked: Readonly<Record<string, Side | undefined>>;
};

/**
 * Which side each part is taken from: the one that changed it. Where both changed it differently, or the writer was asked and has not
 * answered, the part is in conflict; an answer counts only for what was shown, so a later save asks again.
 */
export function mergeUnits({ base, mine, saved, asked }: Versions): { take: Map<string, Side>; conflicts: string[] } {
  const take = new Map<string, Side>();
  const conflicts: string[] = [];
  for (const name of new Set([...Object.keys(mine), ...Object.keys(saved)])) {
    const [before, own, other] = [base[name], printOf(mine[name]), printOf(saved[name])];
    if (own === other) take.set(name, "mine");
    else if (name in asked && before === other) {
      const answer = asked[name];
      if (answer) take.set(name, answer);
      else conflicts.push(name);
    } else if (before === other) take.set(name, "mine");
    else if (before === own) take.set(name, "saved");
    else conflicts.push(name);
  }
  return { take, conflicts };
}

function printOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : fingerprint(text);
}

/** Whether somebody has changed any part since the page was opened. */
export function hasChanged(base: Readonly<Record<string, string>>, saved: Units): boolean {
  const now = fingerprints(saved);
  return [...new Set([...Object.keys(base), ...Object.keys(now)])].some((name) => base[name] !== now[name]);
}

/** The fields of a form by which a writer answers: the parts asked about, and the side chosen for each. */
export const askedField = "beda";
export const chosenField = (name: string): string => `pilih.${name}`;

export function readAsked(form: FormData): Record<string, Side | undefined> {
  const asked: Record<string, Side | undefined> = {};
  for (const name of form.getAll(askedField)) {
    const chosen = form.get(chosenField(String(name)));
    asked[String(name)] = chosen === "saya" ? "mine" : chosen === "tersimpan" ? "saved" : undefined;
  }
  return asked;
}
