import { expect, type Page, test } from "@playwright/test";
import { findingsOn } from "../support/accessibility";
import { signIn } from "../support/sign-in";

test.use({ baseURL: process.env.SINERGI_E2E_URL });

/** The secret link of the company's own pledge that still expects money, made by its finance department. */
async function secretLink(page: Page, person: string): Promise<string> {
  await signIn(page, person);
  await page.goto("/ruang/perusahaan/komitmen");
  const pledges = await page
    .locator("main a[href^='/ruang/perusahaan/komitmen/']")
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href") ?? ""))]);
  for (const address of pledges) {
    await page.goto(address);
    if ((await page.getByRole("button", { name: /dengan kartu$/ }).count()) === 0) continue;
    await page.getByRole("button", { name: "Buat tautan baru" }).click();
    const url = await page.locator("p.mono").innerText();
    return new URL(url).pathname;
  }
  throw new Error(`${person} has no pledge that can be paid by card`);
}

/** Reloads until the worker has heard from the stand-in; the page says that it is waiting. */
async function untilReceived(page: Page): Promise<void> {
  await expect(async () => {
    await page
      .getByRole("link", { name: "Muat ulang" })
      .click({ timeout: 1_000 })
      .catch(() => undefined);
    await expect(page.getByText("Pembayaran kartu sudah diterima dan tercatat.")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}

test("finance pays an instalment by card from the secret link, after going back and a declined card", async ({ page, browser }) => {
  const link = await secretLink(page, "keuangan.gamping");
  const context = await browser.newContext({ locale: "id-ID", baseURL: process.env.SINERGI_E2E_URL ?? "" });
  const finance = await context.newPage();
  expect(await findingsOn(finance, link)).toEqual([]);
  await finance.setViewportSize({ width: 1280, height: 900 });
  await finance.goto(link);
  await finance.getByRole("button", { name: /^Bayar Rp.*dengan kartu$/ }).click();
  await finance.waitForURL(/\/dev\/stripe\//);
  const card = finance.url();
  expect(await findingsOn(finance, new URL(card).pathname)).toEqual([]);

  // Away and back again: the same card page, not a second one.
  await finance.getByRole("link", { name: "Batal dan kembali" }).click();
  await expect(finance.getByText("Pembayaran kartu dibatalkan. Belum ada uang berpindah.")).toBeVisible();
  await finance.getByRole("button", { name: /^Bayar Rp.*dengan kartu$/ }).click();
  await finance.waitForURL(card);

  await finance.getByLabel("Kartu yang ditolak bank").check();
  await finance.getByRole("button", { name: /^Bayar Rp/ }).click();
  await expect(finance.getByText("Kartu ditolak bank. Belum ada uang berpindah.")).toBeVisible();
  await finance.getByLabel("Kartu yang disetujui bank").check();
  await finance.getByRole("button", { name: /^Bayar Rp/ }).click();
  await finance.waitForURL(new RegExp(link));
  await untilReceived(finance);
  await expect(finance.getByText("Lewat kartu")).toBeVisible();

  // The card page can't be used twice.
  await finance.goto(card);
  await expect(finance.getByText("Sudah dibayar. Halaman ini tidak dapat dipakai lagi.")).toBeVisible();
  await context.close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a card payment goes its whole way", async ({ page }) => {
    await page.goto(await secretLink(page, "petugas.loka"));
    await page.getByRole("button", { name: /^Bayar Rp.*dengan kartu$/ }).click();
    await page.waitForURL(/\/dev\/stripe\//);
    await page.getByRole("button", { name: /^Bayar Rp/ }).click();
    await page.waitForURL(/\/bayar\//);
    await untilReceived(page);
    await expect(page.getByText("Lewat kartu")).toBeVisible();
  });
});
