import { createHash, randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";

const year = 365 * 86_400;
const cookie = createCookie("warga", { path: "/warga", httpOnly: true, sameSite: "lax", maxAge: year });

/** A random number that a device keeps so that its answer counts once; it says nothing about who holds it. Made when there is none. */
export async function deviceOf(request: Request): Promise<{ device: string; headers: { "Set-Cookie": string } }> {
  const known = await knownDevice(request);
  const device = known ?? randomBytes(16).toString("hex");
  return { device, headers: { "Set-Cookie": await cookie.serialize(device) } };
}

export async function knownDevice(request: Request): Promise<string | undefined> {
  const kept: unknown = await cookie.parse(request.headers.get("cookie"));
  return typeof kept === "string" && /^[0-9a-f]{32}$/.test(kept) ? kept : undefined;
}

/** What is kept of a device: different for each question, so that answers of one device can't be put together. */
export function hashOfDevice(questionId: string, device: string): string {
  return createHash("sha256").update(`resident:${questionId}:${device}`).digest("hex");
}
