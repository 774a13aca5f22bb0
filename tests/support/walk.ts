import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "~/routes";

// An address with fewer open parts is meant before one with more, and one with an open end last, as the router decides.
const known = (routes as RouteConfigEntry[])
  .map(({ path = "", file }) => ({ file, open: path.split(":").length + (path.includes("*") ? 100 : 0), shape: shapeOf(path) }))
  .sort((one, other) => one.open - other.open);

function shapeOf(path: string): RegExp {
  const plain = path.replaceAll(".", "\\.").replace(/:(\w+)/g, "(?<$1>[^/]+)");
  return new RegExp(`^/${plain.replace("*", ".*")}/?$`);
}

/** The module that answers an address, as app/routes.ts maps it. */
export function moduleOf(address: string): string {
  const { pathname } = new URL(address, "http://walk");
  return known.find(({ shape }) => shape.test(pathname))?.file ?? "";
}

/** The module, the names in the query, and the part of a proposal's editor: each part is a page of its own. */
function kindOf({ pathname, searchParams }: URL): string {
  const part = known.find(({ shape }) => shape.test(pathname))?.shape.exec(pathname)?.groups?.bagian;
  return [moduleOf(pathname), part, ...new Set([...searchParams.keys()].sort())].join(" ");
}

/** Modules that show a page, rather than only answer forms or give data. */
export const pageModules: readonly string[] = [...new Set(known.map(({ file }) => file))].filter((file) => file.endsWith(".tsx")).sort();

/**
 * Visits the pages that links lead to, breadth first from the starts; `look` gets each address and answers the links on it.
 * Of the pages of one kind only the first few are visited.
 */
export async function walk(starts: readonly string[], look: (address: string) => Promise<readonly string[]>, most = 3): Promise<void> {
  const waiting = [...starts];
  const seen = new Map<string, Set<string>>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const url = new URL(address, "http://walk");
    const plain = url.pathname + url.search;
    if (url.host !== "walk" || !pageModules.includes(moduleOf(plain))) continue;
    const kind = kindOf(url);
    const same = seen.get(kind) ?? new Set();
    if (same.has(plain) || same.size >= most) continue;
    seen.set(kind, same.add(plain));
    waiting.push(...(await look(plain)));
  }
}
