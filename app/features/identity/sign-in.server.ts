import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";
import { refusingAuth } from "./auth-refusals.server";
import { authOver } from "./auth.server";
import { clearTries, giveTryBack, limits, spendTry } from "./rate-limit.server";
import { beginSecondStep } from "./second-factor/pass-second-step.server";

export type SignInInput = {
  email: string;
  password: string;
  remember: boolean;
  place: string;
  headers: Headers;
  /** What the browser kept when the device was remembered for the second factor. */
  deviceToken?: string | null;
};

/**
 * Opens a new session and gives its cookies; a session that the browser brought along is ended, so that nobody's prepared cookie
 * becomes a signed-in one. `secondStep` says that a code is still due: until then the session is nobody's. Refuses `sign_in_wrong` (with the tries left) alike for unknown addresses, and `rate_limited`.
 */
export async function signIn(db: Kysely<DB>, input: SignInInput): Promise<{ cookies: string[]; userId: string; secondStep: boolean }> {
  const email = input.email.trim().toLowerCase();
  const pair = `${email} ${input.place}`;
  await spendTry(db, limits.signInPlace, input.place);
  await spendTry(db, limits.signInAddress, email);
  const { left } = await spendTry(db, limits.signIn, pair);
  const auth = authOver(db);
  const opened = await refusingAuth(
    auth.api.signInEmail({
      body: { email, password: input.password, rememberMe: input.remember },
      headers: withoutCookies(input.headers),
      returnHeaders: true,
    }),
    {
      INVALID_EMAIL_OR_PASSWORD: ["sign_in_wrong", { left, field: "password" }],
      INVALID_EMAIL: ["sign_in_wrong", { left, field: "password" }],
    },
  );
  await clearTries(db, limits.signIn, pair);
  await giveTryBack(db, limits.signInPlace, input.place);
  await giveTryBack(db, limits.signInAddress, email);
  await endBroughtSession(db, input.headers);
  const { user, token } = opened.response;
  const { due } = await beginSecondStep(db, { userId: user.id, sessionToken: token, deviceToken: input.deviceToken ?? null });
  return { cookies: opened.headers.getSetCookie(), userId: user.id, secondStep: due };
}

/** Ends the session of a request and gives the cookies that make the browser forget it. */
export async function signOut(db: Kysely<DB>, headers: Headers): Promise<{ cookies: string[] }> {
  const ended = await authOver(db).api.signOut({ headers, returnHeaders: true });
  return { cookies: ended.headers.getSetCookie() };
}

async function endBroughtSession(db: Kysely<DB>, headers: Headers): Promise<void> {
  const brought = await authOver(db).api.getSession({ headers });
  if (brought) await db.deleteFrom("sessions").where("id", "=", brought.session.id).execute();
}

function withoutCookies(headers: Headers): Headers {
  const kept = new Headers(headers);
  kept.delete("cookie");
  return kept;
}
