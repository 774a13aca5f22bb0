import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decrypt, encrypt } from "~/platform/cipher.server";

describe("the cipher", () => {
  test("gives every text back, and never writes it twice alike", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const [one, other] = [encrypt(text, "identity-number"), encrypt(text, "identity-number")];
        expect(decrypt(one, "identity-number")).toBe(text);
        expect(one).not.toBe(other);
      }),
    );
  });

  test("does not read a text of another purpose", () => {
    expect(() => decrypt(encrypt("3316051203900001", "identity-number"), "second-factor")).toThrow("another purpose");
  });

  test("notices any changed character", () => {
    const sealed = encrypt("3316051203900001", "identity-number");
    for (let at = 0; at < sealed.length - 1; at += 1) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
      expect(() => decrypt(changed, "identity-number")).toThrow();
    }
    expect(() => decrypt("3316051203900001", "identity-number")).toThrow("not an encrypted text");
  });
});
