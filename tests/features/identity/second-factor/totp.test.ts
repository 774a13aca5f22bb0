import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeOf, newTotpSecret, stepAt, stepOfCode, totpAddress } from "~/features/identity/second-factor/totp.server";

/** "12345678901234567890" in base32: the secret of the RFC's test vectors. */
const rfcSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("codes of RFC 6238", () => {
  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("at %i seconds", (seconds, code) => {
    expect(codeOf(rfcSecret, stepAt(new Date(seconds * 1000)))).toBe(code);
  });

  test("a code is taken in its own step and in those beside it, and in no other", () => {
    const moments = fc.integer({ min: 1_000_000, max: 4_000_000_000 });
    fc.assert(
      fc.property(moments, fc.integer({ min: -40, max: 40 }), (seconds, away) => {
        const secret = newTotpSecret();
        const step = stepAt(new Date(seconds * 1000));
        const near = [step - 1n, step, step + 1n];
        const code = codeOf(secret, step + BigInt(away));
        const expected = near.map((one) => codeOf(secret, one)).includes(code);
        expect(expected || Math.abs(away) > 1).toBe(true);
        expect(stepOfCode(secret, code, new Date(seconds * 1000)) !== undefined).toBe(expected);
      }),
    );
  });

  test("what is no code of six digits is never one", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        fc.pre(!/^\d{6}$/.test(typed));
        expect(stepOfCode(rfcSecret, typed, new Date())).toBeUndefined();
      }),
    );
  });

  test("secrets have 160 bits and differ; the address says them as apps read it", () => {
    const [one, other] = [newTotpSecret(), newTotpSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(one).not.toBe(other);
    expect(totpAddress(one, "sari@contoh.example")).toBe(
      `otpauth://totp/Sinergi%3Asari%40contoh.example?secret=${one}&issuer=Sinergi&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
