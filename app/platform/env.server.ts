import path from "node:path";
import { z } from "zod";

const flag = z.enum(["on", "off"]);
const optional = z.string().trim().min(1).optional();

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    APP_URL: z.url({ protocol: /^https?$/ }).optional(),
    SINERGI_DATA: z.string().trim().min(1).default(".data"),
    SESSION_SECRET: z.string().min(32).optional(),
    /** Former secrets, separated by commas: what they encrypted can still be read. */
    SESSION_SECRETS_BEFORE: z
      .string()
      .default("")
      .transform((list) =>
        list
          .split(",")
          .map((secret) => secret.trim())
          .filter(Boolean),
      ),
    SINERGI_DEMO: flag.default("off"),
    WORKER: flag.default("on"),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    SECOND_READING_ABOVE: z
      .string()
      .regex(/^[0-9]{1,15}$/, "must be whole rupiah")
      .default("400000000")
      .transform(BigInt),
    /** Percent of the RAB or of the termin that moves, and days by which the end moves: above, every funder must accept an amendment. */
    AMENDMENT_SHARE_ABOVE: z.coerce.number().int().min(0).max(100).default(10),
    AMENDMENT_DAYS_ABOVE: z.coerce.number().int().min(0).max(3650).default(30),
    RESEND_API_KEY: optional,
    RESEND_BASE_URL: z.url().optional(),
    EMAIL_FROM: optional,
    STRIPE_SECRET_KEY: z
      .string()
      .regex(/^(sk|rk)_(test|live)_\w+$/, "is not a secret key of Stripe, which begins with sk_ or rk_")
      .optional(),
    STRIPE_WEBHOOK_SECRET: z
      .string()
      .regex(/^whsec_\S+$/, "is not a signing secret of a Stripe webhook, which begins with whsec_")
      .optional(),
    S3_BUCKET: optional,
    S3_REGION: optional,
    S3_ENDPOINT: z.url().optional(),
    S3_ACCESS_KEY_ID: optional,
    S3_SECRET_ACCESS_KEY: optional,
  })
  .superRefine((values, context) => {
    const need = (names: readonly (keyof typeof values)[], because: string) => {
      for (const name of names) if (!values[name]) context.addIssue({ code: "custom", path: [name], message: `is needed ${because}` });
    };
    if (values.RESEND_API_KEY) need(["EMAIL_FROM"], "when RESEND_API_KEY is set");
    // Without the other, either payments could be made that we never hear of, or events of payments that we can't ask about.
    if (values.STRIPE_SECRET_KEY) need(["STRIPE_WEBHOOK_SECRET"], "when STRIPE_SECRET_KEY is set");
    if (values.STRIPE_WEBHOOK_SECRET) need(["STRIPE_SECRET_KEY"], "when STRIPE_WEBHOOK_SECRET is set");
    if (values.S3_BUCKET) need(["S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"], "when S3_BUCKET is set");
  });

export type Env = z.infer<typeof schema>;

/** Reads the configuration, or throws one sentence for each value that can't be used. Empty values count as not set. */
export function parseEnv(values: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const sentences = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The configuration can't be used. ${sentences.join("; ")}`);
}

export const env: Env = parseEnv(process.env);

export const isProduction = env.NODE_ENV === "production";

/** Whether the local stand-in answers in Stripe's place: never beside real keys, in production only in the demo. */
export function standInAllowed(values: Pick<Env, "NODE_ENV" | "SINERGI_DEMO" | "STRIPE_SECRET_KEY">): boolean {
  return !values.STRIPE_SECRET_KEY && (values.NODE_ENV !== "production" || values.SINERGI_DEMO === "on");
}

export const stripeStandInIsOn = standInAllowed(env);

/** The demo: its second factors can be passed with a code that the page shows. Never on by itself, whatever NODE_ENV is. */
export const isDemo = env.SINERGI_DEMO === "on";

/** While no real service is configured, emails are kept and can be read in the mailbox: on a developer's machine and in the demo, never on a bare production server. */
export const mailboxIsOpen = !env.RESEND_API_KEY && (!isProduction || isDemo);

/** The folder that holds the embedded database, the files and the session secret. */
export const dataFolder = path.resolve(env.SINERGI_DATA);

/** The whole address of a page, for emails and feeds. */
export function absoluteUrl(pathname: string): string {
  return new URL(pathname, env.APP_URL ?? `http://localhost:${env.PORT}`).href;
}
