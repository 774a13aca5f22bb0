import { describe, expect, test } from "vitest";
import { absoluteUrl, parseEnv } from "~/platform/env.server";

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

test("addresses in emails are whole", () => {
  expect(absoluteUrl("/program")).toMatch(/^https?:\/\/[^/]+\/program$/);
});
