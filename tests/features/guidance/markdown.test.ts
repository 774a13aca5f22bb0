import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { ArticleBody } from "~/features/guidance/article-body";
import { readArticle } from "~/features/guidance/markdown";

function html(body: string): string {
  return renderToStaticMarkup(createElement(ArticleBody, { body, opening: "Isi" }));
}

describe("the Markdown of guidance", () => {
  test("knows sections, lists, quotes, tables and marks", () => {
    const drawn = html(
      "Pembuka **tebal** dan *miring*.\n\n## Langkah\n1. Satu\n2. Dua\n   lanjut\n\n- a\n- b\n\n> kata\n\n### Kecil\n| A | B |\n|---|---|\n| 1 | 2 |\n\n[tautan](/panduan) [luar](https://contoh.example/a)",
    );
    expect(drawn).toContain("<p>Pembuka <b>tebal</b> dan <em>miring</em>.</p>");
    expect(drawn).toContain('<h2><span lang="id">Langkah</span></h2>');
    expect(drawn).toContain("<ol><li>Satu</li><li>Dua lanjut</li></ol>");
    expect(drawn).toContain("<ul><li>a</li><li>b</li></ul>");
    expect(drawn).toMatch(/<blockquote[^>]*>kata<\/blockquote>/);
    expect(drawn).toContain('<td data-l="B">2</td>');
    expect(drawn).toContain('<a href="/panduan">tautan</a>');
    expect(drawn).toContain('href="https://contoh.example/a" rel="noopener noreferrer nofollow"');
  });

  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,<script>)",
    "[x](//jahat.example)",
    "[x](/\\jahat.example)",
    "[x](vbscript:x)",
    '[x](https://a.example/"onmouseover="alert(1))',
    "**<b onclick=alert(1)>**",
  ])("%s does nothing", (source) => {
    const drawn = html(source);
    expect(drawn).not.toMatch(/<script|<img|<b onclick|href="(?!https:\/\/a\.example|\/[^/\\])/i);
    expect(drawn).not.toMatch(/<[^>]* on\w+=/i);
  });

  test("never fails, and loses no word", () => {
    const piece = fc.constantFrom("## a", "- b", "1. c", "> d", "| e | f |", "|---|---|", "**g", "*h*", "[i](/j)", "", "k", "\r\n", "\t");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const drawn = JSON.stringify(readArticle(pieces.join("\n")));
        for (const word of ["a", "b", "c", "d", "k"]) {
          if (pieces.some((one) => one.endsWith(word))) expect(drawn).toContain(word);
        }
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void readArticle(text)));
  });
});
