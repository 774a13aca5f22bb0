import { db } from "#db/client.server";
import { authOver } from "./auth.server";

/** Who sent this request, by the session cookie: a session that exists and has not ended, or null. */
export async function readSession(request: Request): Promise<{ userId: string; sessionId: string } | null> {
  if (!request.headers.get("cookie")?.includes("session_token")) return null;
  const found = await authOver(db).api.getSession({ headers: request.headers });
  return found ? { userId: found.user.id, sessionId: found.session.id } : null;
}
