import { describe, expect, test } from "vitest";
import { absoluteUrl, parseEnv, standInAllowed } from "~/platform/env.server";

describe("parseEnv", () => {
  test("needs nothing, and takes an empty value as not set", () => {
    expect(parseEnv({ PORT: "", RESEND_API_KEY: "" })).toMatchObject({ PORT: 3000, SINERGI_DATA: ".data", SINERGI_DEMO: "off" });
  });

  test("stops with the name of each value that can't be used", () => {
    expect(() => parseEnv({ PORT: "99999", APP_URL: "javascript:alert(1)" })).toThrow(/PORT: .*APP_URL: /);
    expect(() => parseEnv({ SESSION_SECRET: "short" })).toThrow("SESSION_SECRET");
  });

  test("asks for what belongs together", () => {
    expect(() => parseEnv({ RESEND_API_KEY: "re_1" })).toThrow("EMAIL_FROM: is needed when RESEND_API_KEY is set");
    expect(() => parseEnv({ S3_BUCKET: "files", S3_REGION: "id" })).toThrow(/S3_ACCESS_KEY_ID.*S3_SECRET_ACCESS_KEY/);
  });
});

describe("Stripe's keys", () => {
  const keys = { STRIPE_SECRET_KEY: "sk_test_a1", STRIPE_WEBHOOK_SECRET: "whsec_a1" };

  test("are both there or neither", () => {
    expect(parseEnv(keys)).toMatchObject(keys);
    expect(() => parseEnv({ ...keys, STRIPE_WEBHOOK_SECRET: "" })).toThrow(
      "STRIPE_WEBHOOK_SECRET: is needed when STRIPE_SECRET_KEY is set",
    );
    expect(() => parseEnv({ ...keys, STRIPE_SECRET_KEY: "" })).toThrow("STRIPE_SECRET_KEY: is needed when STRIPE_WEBHOOK_SECRET is set");
  });

  test("are of the right kind", () => {
    expect(() => parseEnv({ ...keys, STRIPE_SECRET_KEY: "pk_test_a1" })).toThrow("STRIPE_SECRET_KEY: is not a secret key of Stripe");
    expect(() => parseEnv({ ...keys, STRIPE_WEBHOOK_SECRET: "sk_test_a1" })).toThrow("STRIPE_WEBHOOK_SECRET: is not a signing secret");
  });

  test("leave no room for the stand-in, and a bare production server has neither", () => {
    const allowed = (values: Record<string, string>) => standInAllowed(parseEnv(values));
    expect(allowed({})).toBe(true);
    expect(allowed(keys)).toBe(false);
    expect(allowed({ NODE_ENV: "production" })).toBe(false);
    expect(allowed({ NODE_ENV: "production", SINERGI_DEMO: "on" })).toBe(true);
    expect(allowed({ ...keys, NODE_ENV: "production", SINERGI_DEMO: "on" })).toBe(false);
  });
});

test("addresses in emails are whole", () => {
  expect(absoluteUrl("/program")).toMatch(/^https?:\/\/[^/]+\/program$/);
});
