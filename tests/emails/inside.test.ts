import type { RouteConfigEntry } from "@remix-run/route-config";
import { describe, expect, test } from "vitest";
import { languages } from "~/kernel/messages";
import routes from "~/routes";
import { noticeOf } from "#emails/inside";
import { type EmailName, emails } from "#emails/registry";
import type { Email } from "#emails/define";
import { subjectOf } from "#emails/subject";

const names = Object.keys(emails) as EmailName[];
const kept = ["confirm-email", "already-registered", "reset-password", "daily-digest", "member-invited", "guidance-follow"];
const secret = "R4hasia-tautan";

/** Addresses that let in whoever has them, as the site map has them. */
const secretPaths = (routes as RouteConfigEntry[])
  .map(({ path = "" }) => path)
  .filter((path) => path.includes(":token") || path.startsWith("lapor/:"))
  .map((path) => `/${path.replace(/:\w+/g, secret)}`);

/** An example with each of its addresses replaced. */
function leadingTo(name: EmailName, url: string) {
  const { example } = emails[name];
  return JSON.parse(
    JSON.stringify(example, (_, value: unknown) => (typeof value === "string" && value.startsWith("https://") ? url : value)),
  );
}

test("an email that is a secret itself, or no news of its own, has no line inside", () => {
  expect(names.filter((name) => noticeOf(name, emails[name].example as never) === null)).toEqual(kept);
});

test("the site map's secret addresses are known", () => {
  expect(secretPaths.length).toBeGreaterThanOrEqual(10);
});

describe.each(names)("%s inside", (name) => {
  test("lets nobody in, whatever its email links to", () => {
    for (const path of secretPaths) {
      const notice = noticeOf(name, leadingTo(name, `https://sinergi.example${path}`) as never);
      expect(JSON.stringify(notice)).not.toContain(secret);
    }
    const query = noticeOf(name, leadingTo(name, `https://sinergi.example/ruang?token=${secret}`) as never);
    expect(JSON.stringify(query)).not.toContain(secret);
    for (const odd of [`//${secret}.example/a`, `https://sinergi.example//${secret}.example`, `javascript:${secret}`, ""])
      expect(noticeOf(name, leadingTo(name, odd) as never)?.address ?? "/x").toMatch(/^\/[^/]/);
  });

  test.skipIf(kept.includes(name))("says in both languages what its email says", () => {
    const { example } = emails[name];
    const notice = noticeOf(name, example as never);
    for (const language of languages) {
      const { title, sentence, button } = notice?.words[language] ?? {};
      expect(title).toBe(subjectOf(emails[name] as unknown as Email<unknown>, example, language));
      expect(button).toMatch(/\S{2,}/);
      expect(sentence).not.toMatch(/:$|undefined|null|NaN|\[object/);
    }
    expect(notice?.address).toMatch(/^\/[a-z]/);
    if (notice?.dueOn) expect(notice.asks).toBe(true);
  });

  test.skipIf(kept.includes(name))("stays short, whatever people wrote", () => {
    const long = JSON.parse(
      JSON.stringify(emails[name].example, (key, value: unknown) =>
        typeof value === "string" && /program|title|organization|note|reason|words|holder|summary|thing|subject/i.test(key)
          ? `\n${"😀".repeat(3000)}`
          : value,
      ),
    );
    const words = noticeOf(name, long as never)?.words;
    expect(Buffer.byteLength(JSON.stringify(words))).toBeLessThan(8000);
    expect(JSON.stringify(words)).not.toMatch(/\\ud[89a-f]|\\n/i);
  });
});
