import { levelOfCode } from "~/features/areas/area";
import { needOfPath, pathOfNeed } from "~/features/needs/need-paths";
import { isDay } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import { type Rupiah, parseRupiah } from "~/kernel/money";

export const pillarPaths = { social: "sosial", economy: "ekonomi", environment: "lingkungan", governance: "tata-kelola" } as const;
export type Pillar = keyof typeof pillarPaths;

/** The elements that may propose, by the word that addresses use. */
export const elementPaths = {
  karang_taruna: "karang-taruna",
  wksbm: "wksbm",
  woman_leader: "wanita-pemimpin",
  lk3: "lk3",
  lks: "lks",
  pioneer_family: "keluarga-pioner",
  disaster_cadet: "tagana",
} as const;
export type ProposingElement = keyof typeof elementPaths;

export const sorts = ["sisa", "tutup", "baru", "penerima", "darurat", "cocok"] as const;
export type Sort = (typeof sorts)[number];

/** What the address asks for. Lists mean "any of these"; different fields all have to hold. */
export type BrowseFilter = {
  q: string;
  pillars: readonly Pillar[];
  elements: readonly ProposingElement[];
  needs: readonly string[];
  goals: readonly number[];
  areas: readonly string[];
  min: Rupiah | undefined;
  max: Rupiah | undefined;
  ledByWoman: boolean;
  urgent: boolean;
  sort: Sort;
};

/** Where the next page begins: the sort key of the last row and its id. Opaque to readers. */
export type Cursor = { sort: Sort; key: string; id: string };

export type ParameterName =
  | "q"
  | "pilar"
  | "elemen"
  | "kebutuhan"
  | "sdg"
  | "wilayah"
  | "min"
  | "maks"
  | "dipimpin-perempuan"
  | "darurat"
  | "urut"
  | "setelah";

export type BrowseRequest = {
  filter: BrowseFilter;
  after: Cursor | undefined;
  /** Parameters that could not be read; they are left out, and the page says so. */
  ignored: readonly ParameterName[];
};

const longestQuery = 120;
const mostValues = 30;

/** Reads the address. It never fails: what can't be read is named in `ignored`. An empty value is no value. */
export function readBrowse(params: URLSearchParams): BrowseRequest {
  const ignored = new Set<ParameterName>();
  const many = <T>(name: ParameterName, read: (value: string) => T | undefined): T[] => {
    const values = params
      .getAll(name)
      .flatMap((value) => value.split(","))
      .map((value) => value.trim())
      .filter(Boolean);
    const found = values.slice(0, mostValues).map(read);
    if (values.length > mostValues || found.includes(undefined)) ignored.add(name);
    return [...new Set(found.filter((value) => value !== undefined))];
  };
  const one = <T>(name: ParameterName, read: (value: string) => T | undefined): T | undefined => {
    const value = params.get(name)?.trim();
    if (!value) return undefined;
    const found = read(value);
    if (found === undefined) ignored.add(name);
    return found;
  };

  const typed = (params.get("q") ?? "").normalize("NFC").replace(/\s+/g, " ").trim();
  if (typed.length > longestQuery) ignored.add("q");
  const q = [...typed]
    .filter((character) => character >= " ")
    .join("")
    .slice(0, longestQuery)
    .trim();
  const min = one("min", parseRupiah);
  const max = one("maks", parseRupiah);
  const upsideDown = min !== undefined && max !== undefined && min > max;
  if (upsideDown) ignored.add("maks");
  const sort = one("urut", (value) => sorts.find((known) => known === value && (known !== "cocok" || q !== ""))) ?? (q ? "cocok" : "sisa");
  const after = one("setelah", (value) => readCursor(value, sort));
  const filter: BrowseFilter = {
    q,
    pillars: many("pilar", (value) => keyOf(pillarPaths, value)),
    elements: many("elemen", (value) => keyOf(elementPaths, value)),
    needs: many("kebutuhan", needOfPath),
    goals: many("sdg", goalOf),
    areas: many("wilayah", (value) => (levelOfCode(value) ? value : undefined)),
    min,
    max: upsideDown ? undefined : max,
    ledByWoman: one("dipimpin-perempuan", yes) ?? false,
    urgent: one("darurat", yes) ?? false,
    sort,
  };
  return { filter, after, ignored: [...ignored] };
}

/** The address of a filter, in one order, without what is the default: the same filter always has the same address. */
export function browsePath(filter: BrowseFilter, after?: Cursor): string {
  const params = new URLSearchParams();
  if (filter.q) params.set("q", filter.q);
  for (const pillar of filter.pillars) params.append("pilar", pillarPaths[pillar]);
  for (const element of filter.elements) params.append("elemen", elementPaths[element]);
  for (const need of filter.needs) params.append("kebutuhan", pathOfNeed(need));
  for (const goal of filter.goals) params.append("sdg", String(goal));
  for (const area of filter.areas) params.append("wilayah", area);
  if (filter.min !== undefined) params.set("min", String(filter.min));
  if (filter.max !== undefined) params.set("maks", String(filter.max));
  if (filter.ledByWoman) params.set("dipimpin-perempuan", "ya");
  if (filter.urgent) params.set("darurat", "ya");
  if (filter.sort !== (filter.q ? "cocok" : "sisa")) params.set("urut", filter.sort);
  if (after) params.set("setelah", writeCursor(after));
  const query = params.toString();
  return query ? `/program?${query}` : "/program";
}

export const emptyFilter: BrowseFilter = {
  q: "",
  pillars: [],
  elements: [],
  needs: [],
  goals: [],
  areas: [],
  min: undefined,
  max: undefined,
  ledByWoman: false,
  urgent: false,
  sort: "sisa",
};

/** Whether anything narrows the list (the order does not). */
export function isNarrowed(filter: BrowseFilter): boolean {
  return browsePath({ ...filter, sort: filter.q ? "cocok" : "sisa" }) !== "/program";
}

export function writeCursor({ sort, key, id }: Cursor): string {
  return btoa(`${sort}|${key}|${id}`).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function readCursor(text: string, sort: Sort): Cursor | undefined {
  if (!/^[\w-]{1,200}$/.test(text)) return undefined;
  let plain: string;
  try {
    plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return undefined;
  }
  const [of, key = "", id, ...rest] = plain.split("|");
  return rest.length === 0 && of === sort && isKey[sort](key) && isId(id) ? { sort, key, id } : undefined;
}

const isKey: Record<Sort, (key: string) => boolean> = {
  sisa: (key) => /^\d{1,18}$/.test(key),
  darurat: (key) => /^\d{1,18}$/.test(key),
  penerima: (key) => /^\d{1,9}$/.test(key),
  cocok: (key) => /^\d{1,9}$/.test(key),
  tutup: isDay,
  baru: (key) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(key) && !Number.isNaN(Date.parse(key)),
};

function goalOf(value: string): number | undefined {
  return /^([1-9]|1[0-7])$/.test(value) ? Number(value) : undefined;
}

function yes(value: string): true | undefined {
  return ["ya", "1", "yes", "on"].includes(value.toLowerCase()) ? true : undefined;
}

function keyOf<T extends Record<string, string>>(paths: T, path: string): keyof T | undefined {
  return (Object.keys(paths) as (keyof T)[]).find((key) => paths[key] === path);
}
