import { levelOfCode } from "~/features/areas/area";
import { needOfPath, pathOfNeed } from "./need-paths";

/** What the address of the map asks for: an area (a code, or empty), a need group, and whether needs without a gap are listed too. */
export type NeedsFilter = { area: string; group: string | undefined; all: boolean };

/** Reads `wilayah`, `kebutuhan` and `tampil`. What can't be read is left out and named in `ignored`. */
export function readNeedsFilter(params: URLSearchParams): { filter: NeedsFilter; ignored: string[] } {
  const [area, need, show] = ["wilayah", "kebutuhan", "tampil"].map((name) => (params.get(name) ?? "").trim());
  const level = levelOfCode(area ?? "");
  const knownArea = area === "" || (level !== undefined && level !== "province");
  const group = need ? needOfPath(need) : undefined;
  const ignored = [...(knownArea ? [] : [area ?? ""]), ...(need && !group ? [need] : [])];
  return { filter: { area: knownArea ? (area ?? "") : "", group, all: show === "semua" }, ignored };
}

export function needsPath({ area, group, all }: NeedsFilter): string {
  const params = new URLSearchParams();
  if (area) params.set("wilayah", area);
  if (group) params.set("kebutuhan", pathOfNeed(group));
  if (all) params.set("tampil", "semua");
  return params.size > 0 ? `/kebutuhan?${params}` : "/kebutuhan";
}
