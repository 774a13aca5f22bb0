import { now } from "~/platform/clock.server";
import { db } from "#db/client.server";
import { authOver } from "./auth.server";

/** `none`: the person has no second factor; `due`: the password was right, the code is still to come; `proven`: both were. */
export type SessionFactor = "none" | "due" | "proven";
export type Session = { userId: string; sessionId: string; factor: SessionFactor };

/** How long the second step may take after the password. */
const stepMinutes = 15;

/** Who sent this request, by the session cookie: a session that exists and has not ended, or null. */
export async function readSession(request: Request): Promise<Session | null> {
  if (!request.headers.get("cookie")?.includes("session_token")) return null;
  const found = await authOver(db).api.getSession({ headers: request.headers });
  if (!found) return null;
  const { enrolled, proven } = await db
    .selectFrom("sessions as s")
    .leftJoin("second_factors as f", "f.user_id", "s.user_id")
    .select(["f.enrolled_at as enrolled", "s.second_factor_at as proven"])
    .where("s.id", "=", found.session.id)
    .executeTakeFirstOrThrow();
  const factor: SessionFactor = !enrolled ? "none" : proven ? "proven" : "due";
  const late = now().getTime() - found.session.createdAt.getTime() > stepMinutes * 60_000;
  return factor === "due" && late ? null : { userId: found.user.id, sessionId: found.session.id, factor };
}
