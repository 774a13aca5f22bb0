/** A path of this site to go back to after signing in, or the fallback: never another site, whatever the address says. */
export function localPath(value: unknown, fallback: string): string {
  if (typeof value !== "string" || !value.startsWith("/") || value.startsWith("//") || value.includes("\\") || hasControls(value))
    return fallback;
  const base = "http://sinergi.invalid";
  const url = URL.canParse(value, base) ? new URL(value, base) : undefined;
  return url?.origin === base ? url.pathname + url.search + url.hash : fallback;
}

/** Browsers drop tabs and line breaks from addresses, so "/\t/x" would become "//x". */
function hasControls(value: string): boolean {
  return [...value].some((letter) => letter < " ");
}
