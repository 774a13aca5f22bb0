import { createCookie } from "@remix-run/node";

type Tone = "ok" | "bad";

/** What was just done, shown once on the next page: a key of the texts in components/flash-messages, or a sentence in the reader's language. */
export type Flash = { code: string; values?: Record<string, string | undefined>; tone: Tone };

const cookie = createCookie("kabar", { path: "/", httpOnly: true, sameSite: "lax", maxAge: 60 });

/** Headers that make the next page say what was just done, with the values of its text and its tone. */
export async function flash(
  code: string,
  values?: Record<string, string | undefined> | Tone,
  tone: Tone = "ok",
): Promise<{ "Set-Cookie": string }> {
  const content: Flash = typeof values === "string" ? { code, tone: values } : { code, values: values ?? {}, tone };
  return { "Set-Cookie": await cookie.serialize(content) };
}

/** What the page before wanted said, and headers that forget it. */
export async function readFlash(request: Request): Promise<{ flash: Flash | null; headers: Record<string, string> }> {
  const parsed: unknown = await cookie.parse(request.headers.get("cookie"));
  if (!isFlash(parsed)) return { flash: null, headers: {} };
  return { flash: parsed, headers: { "Set-Cookie": await cookie.serialize("", { maxAge: 0 }) } };
}

function isFlash(value: unknown): value is Flash {
  return typeof value === "object" && value !== null && "code" in value && typeof value.code === "string" && "tone" in value;
}
