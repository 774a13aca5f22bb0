import { expect, type Page, test } from "@playwright/test";
import { badInput, formsIn, send, wrongWithAnswer } from "../support/bad-input";
import { signIn } from "../support/sign-in";
import { moduleOf, walk } from "../support/walk";

test.use({ baseURL: process.env.SINERGI_E2E_URL });
test.setTimeout(1_200_000);

const groups = {
  visitors: [""],
  "a community": ["ketua.tunas", "bendahara.rukun", "ketua.posko"],
  "a company": ["petugas.kawung", "penyetuju.gamping", "keuangan.kawung"],
  practitioners: ["peksos", "psm.jati", "penyuluh", "tokoh", "pemimpin"],
  "the desk": ["administrator", "verifikator", "rekonsiliator", "penyalur"],
};

for (const [group, people] of Object.entries(groups)) {
  test(`forms of ${group} answer bad input in words and keep what was typed`, async ({ browser }) => {
    const findings = new Set<string>();
    let sent = 0;
    for (const person of people) {
      const context = await browser.newContext({ locale: "id-ID" });
      const page = await context.newPage();
      if (person) await signIn(page, person);
      else await page.goto("/");
      const seen = new Set<string>();
      const starts = person
        ? [new URL(page.url()).pathname, "/akun", "/daftar/lembaga", "/daftar/perusahaan?peran=bumn"]
        : ["/", "/masuk", "/daftar"];
      await walk(starts, async (address) => {
        if (person && moduleOf(address).startsWith("routes/public/")) return [];
        const html = await (await page.request.get(address)).text();
        for (const form of await formsIn(page, html)) {
          const shape = [moduleOf(new URL(form.action || address, "http://walk").pathname), ...form.controls.map(({ name }) => name)].join(
            " ",
          );
          if (seen.has(shape)) continue;
          seen.add(shape);
          for (const kind of badInput) {
            const fields = kind.fields(form);
            if (!fields) continue;
            sent += 1;
            const answer = await send(page.request, new URL(address, page.url()).href, form, fields);
            const where = `${moduleOf(address)} → ${form.action || "itself"} (${form.controls
              .map(({ name }) => name)
              .join(", ")
              .slice(0, 80)})`;
            if (kind.forged && answer.status < 500) continue;
            for (const wrong of await wrongWithAnswer(page, answer, form, fields)) findings.add(`${where}, ${kind.name}: ${wrong}`);
          }
        }
        return linksIn(page, html);
      });
      await context.close();
    }
    // A walk that finds no forms proves nothing.
    expect(sent).toBeGreaterThan(50);
    expect([...findings].join("\n")).toBe("");
  });
}

function linksIn(page: Page, html: string): Promise<string[]> {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, "text/html");
    return [...parsed.querySelectorAll("a[href^='/']:not([download])")].map((link) => link.getAttribute("href") ?? "");
  }, html);
}
