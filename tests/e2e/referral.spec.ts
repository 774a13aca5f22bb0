import { type Browser, expect, type Page, test } from "@playwright/test";
import { signIn } from "../support/sign-in";

test.use({ baseURL: process.env.SINERGI_E2E_URL });

/** Somebody of the demo on a small phone without JavaScript. */
async function onPlainPhone(browser: Browser, person: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 }, locale: "id-ID" });
  const page = await context.newPage();
  await signIn(page, person);
  return page;
}

const narrow = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

test("LK3 answers a referral between a need and a service", async ({ browser }) => {
  const hours = `Rabu, 10.00, ruang ${Date.now()}`;
  const center = await onPlainPhone(browser, "ketua.pelita");
  await test.step("the centre opens a service", async () => {
    await center.goto("/ruang/lembaga");
    await center.getByRole("link", { name: "Layanan", exact: true }).first().click();
    await center.getByLabel("Layanan hukum").check();
    await center.getByLabel("Jam dan cara menghubungi").fill(hours);
    await center.getByRole("button", { name: "Buka layanan ini" }).click();
    await expect(center.locator("main")).toContainText("Pilih paling sedikit satu kelompok.");
    await expect(center.locator("main")).toContainText("Pilih kecamatan atau kabupaten dari daftar.");
    await expect(center.getByLabel("Jam dan cara menghubungi")).toHaveValue(hours);
    await expect(center.getByLabel("Layanan hukum")).toBeChecked();
    await center.getByLabel("Anak telantar").check();
    await center.getByLabel("Wilayah yang dilayani").selectOption("33.16.01");
    await center.getByRole("button", { name: "Buka layanan ini" }).click();
    await expect(center.locator("main")).toContainText(hours);
    await narrow(center);
  });

  const psm = await onPlainPhone(browser, "psm.jati");
  await test.step("the PSM refers the children of Singget to it", async () => {
    await psm.goto("/ruang/petugas/kebutuhan");
    await psm.getByRole("listitem").filter({ hasText: "Singget" }).getByRole("link").first().click();
    await psm.getByRole("button", { name: "Kirim rujukan" }).click();
    await expect(psm.locator("main")).toContainText("Pilih layanannya.");
    await expect(psm.locator("main")).toContainText("Tulis apa yang perlu diketahui layanan, tanpa nama.");
    await psm.getByLabel(/^Layanan hukum, LK3 Pelita Keluarga/).check();
    await psm.getByLabel("Catatan untuk layanan").fill("Tujuh anak belum punya akta kelahiran.");
    await psm.getByRole("button", { name: "Kirim rujukan" }).click();
    await expect(psm.locator("main")).toContainText("Dirujuk: Layanan hukum");
    await narrow(psm);
  });

  await test.step("the centre accepts it, and reports whom it served", async () => {
    await center.goto("/ruang/lembaga/layanan");
    await center.getByRole("link", { name: "Anak telantar" }).first().click();
    await expect(center.locator("main")).toContainText("Tujuh anak belum punya akta kelahiran.");
    await expect(center.locator("main")).toContainText("Desa Singget");
    await center.getByRole("button", { name: "Tolak" }).click();
    await expect(center.locator("main")).toContainText("Tulis mengapa ditolak.");
    await center.getByRole("button", { name: "Terima rujukan" }).click();
    await center.getByLabel("Terlayani", { exact: true }).check();
    await center.getByLabel("Berapa orang terlayani?").fill("tujuh");
    await center.getByLabel("Ceritakan singkat").fill("Akta sudah diurus bersama desa.");
    await center.getByRole("button", { name: "Kirim laporan" }).click();
    await expect(center.locator("main")).toContainText("Tulis angka saja, misalnya 12.");
    await expect(center.getByLabel("Ceritakan singkat")).toHaveValue("Akta sudah diurus bersama desa.");
    await center.getByLabel("Berapa orang terlayani?").fill("7");
    await center.getByRole("button", { name: "Kirim laporan" }).click();
    await expect(center.locator("main")).toContainText("Akta sudah diurus bersama desa.");
    await expect(center.getByRole("button", { name: "Kirim laporan" })).toHaveCount(0);
    await narrow(center);
  });

  await test.step("the need's history has every step", async () => {
    await psm.reload();
    for (const line of ["Dirujuk: Layanan hukum", "Rujukan diterima: Layanan hukum", "Rujukan terlayani: Layanan hukum", "7 orang"]) {
      await expect(psm.locator("main")).toContainText(line);
    }
  });

  await test.step("and the centre closes the service", async () => {
    await center.goto("/ruang/lembaga/layanan");
    const service = center.getByRole("listitem").filter({ hasText: hours });
    await service.getByText("Tutup layanan", { exact: true }).click();
    await service.getByRole("button", { name: "Tutup layanan: Layanan hukum" }).click();
    await expect(center.getByRole("listitem").filter({ hasText: hours })).toContainText("Ditutup");
  });
});
