import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatIdentifier, maskedIdentifier, readIdentifier } from "~/features/identifiers/identifier";
import { opened, sealed } from "~/features/identifiers/seal.server";

describe("identity numbers", () => {
  test.each([
    ["nik", "3316064508880000", { digits: "3316064508880000", doubtful: false }],
    ["nik", "3316 0605 0888 0000", { digits: "3316060508880000", doubtful: false }],
    ["nik", "3316067713880000", { digits: "3316067713880000", doubtful: true }],
    ["nik", "3316063508880000", { digits: "3316063508880000", doubtful: true }],
    ["nik", "331606450888", { refusal: "nik_form" }],
    ["nik", "33160645O8880000", { refusal: "nik_form" }],
    ["nik", "0000000000000000", { refusal: "nik_form" }],
    ["kk", "3316060101200000", { digits: "3316060101200000", doubtful: false }],
    ["kk", "33160601012000001", { refusal: "kk_form" }],
    ["npwp", "01.234.567.8-901.000", { digits: "0012345678901000", doubtful: false }],
    ["npwp", "0012345678901000", { digits: "0012345678901000", doubtful: false }],
    ["npwp", "12345678", { refusal: "npwp_form" }],
    ["nib", "9120000000001", { digits: "9120000000001", doubtful: false }],
    ["nib", "912000000000", { refusal: "nib_form" }],
    ["phone", "0811 0000 601", { digits: "628110000601", doubtful: false }],
    ["phone", "+62 811-0000-601", { digits: "628110000601", doubtful: false }],
    ["phone", "(0296) 421234", { digits: "62296421234", doubtful: false }],
    ["phone", "+65 6123 4567", { digits: "6561234567", doubtful: false }],
    ["phone", "0811", { refusal: "phone_form" }],
    ["phone", "telepon saya", { refusal: "phone_form" }],
    ["phone", "8110000601", { refusal: "phone_form" }],
  ] as const)("%s %s", (kind, typed, expected) => {
    expect(readIdentifier(kind, typed)).toEqual(expected);
  });

  test("are written as on their documents, and masked to their end", () => {
    expect(formatIdentifier("phone", "628110000601")).toBe("0811 0000 601");
    expect(formatIdentifier("nik", "3316064508880000")).toBe("3316 0645 0888 0000");
    expect(maskedIdentifier("0601")).toBe("••••\u00a00601");
  });

  test("come back from the cipher as they were, look different each time, and keep one fingerprint for each kind", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 10, maxLength: 16 });
    fc.assert(
      fc.property(digits, (number) => {
        const [one, other, elsewhere] = [sealed("nik", number), sealed("nik", number), sealed("kk", number)];
        expect(opened(one.ciphertext)).toBe(number);
        expect(one.ciphertext).not.toContain(number);
        expect(one.ciphertext).not.toBe(other.ciphertext);
        expect(one.fingerprint).toBe(other.fingerprint);
        expect(one.fingerprint).not.toBe(elsewhere.fingerprint);
      }),
      { numRuns: 50 },
    );
  });

  test("typed with any separators read as the same digits", () => {
    const separators = fc.constantFrom("", " ", ".", "-", "/");
    fc.assert(
      fc.property(fc.array(separators, { minLength: 16, maxLength: 16 }), (gaps) => {
        const typed = [..."3316064508880000"].map((digit, index) => digit + (gaps[index] ?? "")).join("");
        expect(readIdentifier("nik", typed).digits).toBe("3316064508880000");
      }),
    );
  });
});
