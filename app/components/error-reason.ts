/** What an answer that stands in for a page knows of why: thrown with its status, read by the error page. */
export type ErrorReason =
  | { kind: "missing"; nearest: { href: string; title: string } | null }
  /** For whom the page is: a part of the site, and there these roles, or everybody. */
  | { kind: "forbidden"; who: string; roles: readonly string[] }
  /** From when on one may try again. */
  | { kind: "too_many"; at: string };

export function errorReason(value: unknown): ErrorReason | undefined {
  const kind = typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;
  return kind === "missing" || kind === "forbidden" || kind === "too_many" ? (value as ErrorReason) : undefined;
}
