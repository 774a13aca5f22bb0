import { describe, expect, test } from "vitest";
import { languages } from "~/kernel/messages";
import type { Email } from "#emails/define";
import { emails } from "#emails/registry";
import { renderEmail } from "#emails/render";

const cases = Object.entries(emails).flatMap(([name, email]) =>
  languages.map((language) => ({ name, language, email: email as unknown as Email<{ [key: string]: unknown }> })),
);

/** Every text that the example holds, at any depth. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe.each(cases)("$name in $language", ({ email, language }) => {
  test("has a subject, html and text without holes", async () => {
    const { subject, html, text } = await renderEmail(email, email.example, language);
    expect(subject).toMatch(/\S.{5,}/);
    expect(subject.length).toBeLessThanOrEqual(120);
    for (const written of [subject, html, text]) expect(written).not.toMatch(/undefined|null|NaN|\[object|\0/);
    expect(html).toContain(`lang="${language}"`);
    expect(html).toMatch(/^<!DOCTYPE html/);
    expect(html).not.toMatch(/<script|onclick=|src="http/);
    expect(text).toContain("Sinergi");
    expect(text).not.toMatch(/<[a-z]/);
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(220);
  });

  test("carries every link of its props in html and text", async () => {
    const { html, text } = await renderEmail(email, email.example, language);
    const links = texts(email.example).filter((value) => value.startsWith("https://"));
    for (const link of links) {
      expect(html).toContain(`href="${link.replaceAll("&", "&amp;")}"`);
      expect(text.replaceAll(/\s/g, "")).toContain(link);
    }
  });

  test("reads differently in the other language", async () => {
    const other = await renderEmail(email, email.example, language === "id" ? "en" : "id");
    const { text, subject } = await renderEmail(email, email.example, language);
    expect(text).not.toBe(other.text);
    expect(subject).not.toBe(other.subject);
  });

  test("escapes what people wrote", async () => {
    const hostile = JSON.parse(
      JSON.stringify(email.example, (key, value) =>
        typeof value === "string" && /name|organization|note|inviter|holder|title|reason/i.test(key)
          ? '<img src=x onerror="alert(1)">'
          : value,
      ),
    );
    const { html } = await renderEmail(email, hostile, language);
    expect(html).not.toContain("<img");
  });
});
