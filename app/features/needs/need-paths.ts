import { needGroups } from "#db/reference/need-groups";

const needPaths = new Map(needGroups.map(([code, name]) => [pathOf(name), code]));
const pathsOfNeeds = new Map([...needPaths].map(([path, code]) => [code, path]));

/** The word for a need group in addresses: "anak-telantar". */
export function pathOfNeed(code: string): string {
  return pathsOfNeeds.get(code) ?? code;
}

export function needOfPath(path: string): string | undefined {
  return needPaths.get(path);
}

function pathOf(name: string): string {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join("-");
}
