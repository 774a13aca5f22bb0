import { createCookie } from "@remix-run/node";

/** What was just done, shown once on the next page: a key of `flash` in common-messages, or a text in the reader's language. */
export type Flash = { message: string; tone: "ok" | "bad" };

const cookie = createCookie("kabar", { path: "/", httpOnly: true, sameSite: "lax", maxAge: 60 });

/** Headers that make the next page say what was just done. */
export async function flash(_request: Request, message: string, tone: Flash["tone"] = "ok"): Promise<{ "Set-Cookie": string }> {
  return { "Set-Cookie": await cookie.serialize({ message, tone } satisfies Flash) };
}

/** What the page before wanted said, and headers that forget it. */
export async function readFlash(request: Request): Promise<{ flash: Flash | null; headers: Record<string, string> }> {
  const parsed: unknown = await cookie.parse(request.headers.get("cookie"));
  if (!isFlash(parsed)) return { flash: null, headers: {} };
  return { flash: parsed, headers: { "Set-Cookie": await cookie.serialize("", { maxAge: 0 }) } };
}

function isFlash(value: unknown): value is Flash {
  return typeof value === "object" && value !== null && "message" in value && typeof value.message === "string" && "tone" in value;
}
