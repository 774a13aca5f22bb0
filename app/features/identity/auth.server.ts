import { betterAuth } from "better-auth";
import type { Kysely, Transaction } from "kysely";
import { newId } from "~/kernel/ids";
import { type Language, isLanguage } from "~/kernel/messages";
import { now } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { queueEmail } from "~/platform/outbox.server";
import { sessionSecret } from "~/platform/session-secret.server";
import type { DB } from "#db/types.generated";
import { longestPassword, shortestPassword } from "./password";
import { hashPassword, passwordMatches } from "./passwords.server";

const days = (n: number) => n * 86_400;
const hours = (n: number) => n * 3_600;

type Executor = Kysely<DB> | Transaction<DB>;
type Recipient = { id: string; name: string; email: string };

const known = new WeakMap<Executor, Auth>();
export type Auth = ReturnType<typeof makeAuth>;

/**
 * better-auth over a database or a transaction. Over a transaction everything it writes, and the emails it causes, stand or fall with
 * it. Its own HTTP endpoints are not mounted: our actions call its functions, with our limits in front of them.
 */
export function authOver(db: Executor): Auth {
  const auth = known.get(db) ?? makeAuth(db);
  known.set(db, auth);
  return auth;
}

function makeAuth(db: Executor) {
  const stamped = { createdAt: "created_at", updatedAt: "updated_at" };
  return betterAuth({
    appName: "Sinergi",
    baseURL: absoluteUrl("/"),
    secret: sessionSecret(),
    database: { db, type: "postgres", transaction: false },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { level: "error", log: (_level, message) => log.error({ from: "better-auth" }, message) },
    user: {
      modelName: "users",
      fields: { ...stamped, emailVerified: "email_verified" },
      additionalFields: { language: { type: "string", required: false, defaultValue: "id", input: true } },
    },
    session: {
      modelName: "sessions",
      fields: { ...stamped, userId: "user_id", expiresAt: "expires_at", ipAddress: "ip_address", userAgent: "user_agent" },
      expiresIn: days(30),
      disableSessionRefresh: true,
    },
    account: {
      modelName: "credentials",
      fields: {
        ...stamped,
        userId: "user_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
      },
    },
    verification: { modelName: "verifications", fields: { ...stamped, expiresAt: "expires_at" }, storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      // Nobody is signed in by signing up: so a known address and a new one answer alike.
      autoSignIn: false,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: ({ hash, password }) => passwordMatches(hash, password) },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: hours(1),
      sendResetPassword: ({ user, token }) =>
        send(db, user, "reset-password", { name: user.name, url: absoluteUrl(`/sandi/baru/${token}`) }),
      onPasswordReset: ({ user }) => sendPasswordChanged(db, user),
      onExistingUserSignUp: ({ user }) =>
        send(db, user, "already-registered", { name: user.name, signInUrl: absoluteUrl("/masuk"), resetUrl: absoluteUrl("/sandi/lupa") }),
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: false,
      expiresIn: hours(24),
      sendVerificationEmail: ({ user, token }) =>
        send(db, user, "confirm-email", { name: user.name, url: absoluteUrl(`/konfirmasi/${token}`) }),
    },
    advanced: {
      cookiePrefix: "sinergi",
      useSecureCookies: absoluteUrl("/").startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      // Its look at the tables needs a connection of its own, which a transaction can't give; the first plain call does it.
      database: { generateId: () => newId(), validateSchema: !db.isTransaction },
      ipAddress: { ipAddressHeaders: ["x-forwarded-for"], ipv6Subnet: 128 },
    },
  });
}

/** Tells a person that the password of their account has changed. */
export function sendPasswordChanged(db: Executor, user: Recipient): Promise<void> {
  return send(db, user, "password-changed", { name: user.name, changedAt: now().toISOString(), resetUrl: absoluteUrl("/sandi/lupa") });
}

async function send<Name extends "confirm-email" | "already-registered" | "reset-password" | "password-changed">(
  db: Executor,
  user: Recipient,
  template: Name,
  props: Parameters<typeof queueEmail<Name>>[1]["props"],
): Promise<void> {
  const language: Language = "language" in user && isLanguage(user.language) ? user.language : "id";
  await queueEmail(db as Transaction<DB>, { template, to: { email: user.email, language }, props, dedupeKey: `${template}:${newId()}` });
}
