import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Widths and colour schemes that every page has to serve. A scheme changes colours alone, so in the dark only contrast is looked at. */
export const looks = [
  { name: "light, 1280", width: 1280, colorScheme: "light" },
  { name: "dark, 1280", width: 1280, colorScheme: "dark" },
  { name: "light, 360", width: 360, colorScheme: "light" },
  { name: "dark, 360", width: 360, colorScheme: "dark" },
] as const;

/** An address that no page has: its error page is looked at like any other. */
export const missingAddress = "/tidak/ada";

/** What is wrong with a page in all four looks, one line for each finding; the looks that share it are named together. */
export async function findingsOn(page: Page, address: string): Promise<string[]> {
  const findings = new Map<string, string[]>();
  const answer = await page.goto(address);
  const status = answer?.status() ?? 0;
  if (status !== (address === missingAddress ? 404 : 200)) return [`${address}: answers ${status}`];
  if (!(await isStyled(page))) return [`${address}: its stylesheet does not load`];
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: 900 });
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: "reduce" });
    const found = await violations(page, look.colorScheme === "dark");
    if (look.width === 360 && look.colorScheme === "light") found.push(...(await overflow(page)));
    for (const finding of found) findings.set(finding, [...(findings.get(finding) ?? []), look.name]);
  }
  return [...findings].map(([finding, where]) => `${address} [${where.length === looks.length ? "always" : where.join("; ")}] ${finding}`);
}

function isStyled(page: Page): Promise<boolean> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].every((link) => link.sheet !== null));
}

async function violations(page: Page, contrastOnly: boolean): Promise<string[]> {
  // The frame of a kept email runs no scripts, so axe waits in it for ever; what is in it isn't ours to change on this page.
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll("iframe[sandbox]")) frame.remove();
  });
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (contrastOnly ? axe.withRules("color-contrast") : axe.withTags(tags)).analyze();
  return found.map(({ id, help, nodes }) => {
    const shown = nodes.slice(0, 4).map((node) => {
      const data = [...node.any, ...node.all, ...node.none].map((check) => check.message).join(" / ");
      return `\n      ${node.target.join(" ")} ${node.html.slice(0, 160)}\n        ${data.slice(0, 240)}`;
    });
    return `${id}: ${help} (${nodes.length})${shown.join("")}`;
  });
}

/** The elements that push a page wider than the screen, and tables whose cards on a phone are wider than their box. */
async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const cut = [...document.querySelectorAll(".tw:has(> .stackable)")].filter((box) => box.scrollWidth > box.clientWidth + 1);
    const cutTables = cut.map(
      (box) => `the cards of the table "${box.getAttribute("aria-label") ?? ""}" are cut off by ${box.scrollWidth - box.clientWidth} px`,
    );
    if (scrollWidth <= clientWidth) return cutTables;
    const wide = [...document.querySelectorAll("main *, header *, footer *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.right > clientWidth + 1 && !element.closest(".table-wrap, [class*=overflow], .sr");
    });
    const names = wide.slice(0, 4).map((element) => `${element.tagName.toLowerCase()}.${[...element.classList].join(".")}`);
    return [...cutTables, `is ${scrollWidth - clientWidth} px wider than the screen: ${names.join(", ")}`];
  });
}

/** The addresses of a page's links of this shape, each once, as they stand on the page. */
export async function linksOn(page: Page, address: string, shape: RegExp, most = 1): Promise<string[]> {
  await page.goto(address);
  // A PDF is no page: the browser's viewer shows it, or it is downloaded.
  const all = await page
    .locator('main a[href]:not([type="application/pdf"])')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set(all.filter((href) => shape.test(href)))].slice(0, most);
}
