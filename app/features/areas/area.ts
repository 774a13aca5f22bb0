export type AreaLevel = "province" | "regency" | "district" | "village";

/** One area of the national list as pages show it. `label` is the whole name, small to large, without the province. */
export type Area = { code: string; level: AreaLevel; name: string; kindName: string; label: string };

export const areaLevels = ["province", "regency", "district", "village"] as const satisfies readonly AreaLevel[];

export function isAreaLevel(value: unknown): value is AreaLevel {
  return areaLevels.some((level) => level === value);
}

/** The level that a code speaks of: "33.16" is a regency. */
export function levelOfCode(code: string): AreaLevel | undefined {
  return /^\d\d(\.\d\d){0,2}(\.\d{4})?$/.test(code) ? areaLevels[code.split(".").length - 1] : undefined;
}

/** The codes above a code and the code itself, large to small: "33", "33.16", "33.16.06". */
export function pathOfCode(code: string): string[] {
  const blocks = code.split(".");
  return blocks.map((_, index) => blocks.slice(0, index + 1).join("."));
}

const shortForms: readonly [RegExp, string][] = [
  [/^(?:kelurahan|kel)$/, "kelurahan"],
  [/^(?:desa|ds)$/, "desa"],
  [/^(?:kecamatan|kec)$/, "kecamatan"],
  [/^(?:kabupaten|kab)$/, "kabupaten"],
  [/^(?:provinsi|prov)$/, "provinsi"],
];

/** What a person types as words to look for: small letters, no accents or marks, "Kec." written out; at most six words. */
export function searchWords(typed: string): string[] {
  return typed
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'\s-]/gu, " ")
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6)
    .map((word) => shortForms.find(([form]) => form.test(word))?.[1] ?? word);
}

/** "Desa Ledok, Kec. Sambong, Kab. Blora": the label with the usual short forms, for narrow places. */
export function shortAreaLabel(label: string): string {
  return label.replace(/\bKecamatan /g, "Kec.\u00a0").replace(/\bKabupaten /g, "Kab.\u00a0");
}
