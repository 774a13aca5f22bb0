import { expect, type Page, test } from "@playwright/test";
import { demoEmail, demoPassword } from "#db/seed/demo/organizations";

// A person of its own, who signs in nowhere else; everything works by plain forms.
const person = "penulis.tunas";
test.use({ javaScriptEnabled: false, baseURL: process.env.SINERGI_E2E_URL });

async function givePassword(page: Page): Promise<void> {
  await page.goto("/masuk");
  await page.fill("[name=email]", demoEmail(person));
  await page.fill("[name=password]", demoPassword);
  await page.locator("main").getByRole("button", { name: "Masuk", exact: true }).click();
}

/** The code that the demo shows in place of a phone. */
async function demoCode(page: Page): Promise<string> {
  const shown = page.locator("[data-demo-code]");
  await expect(async () => {
    if ((await shown.count()) === 0) await page.reload();
    expect(await shown.count()).toBe(1);
  }).toPass({ timeout: 70_000, intervals: [2_000] });
  return (await shown.getAttribute("data-demo-code")) ?? "";
}

async function signOut(page: Page): Promise<void> {
  await page.goto("/keluar");
  await page.locator("main").getByRole("button", { name: "Keluar" }).click();
  await expect(page).toHaveURL("/");
}

test("enrolment, signing in with a code, with a recovery code, and taking the second step away", async ({ page }) => {
  test.setTimeout(180_000);
  await givePassword(page);
  await page.goto("/akun/dua-langkah");
  await page.getByRole("button", { name: "Mulai memasang" }).click();
  await expect(page).toHaveURL(/\/akun\/dua-langkah\/pasang/);
  await expect(page.getByRole("img", { name: "Kode QR untuk aplikasi autentikator" })).toBeVisible();

  await page.fill("[name=code]", "12 34");
  await page.getByRole("button", { name: "Pasang", exact: true }).click();
  await expect(page.getByText("Kode dari aplikasi terdiri atas enam angka.").first()).toBeVisible();
  await page.fill("[name=code]", await demoCode(page));
  await page.getByRole("button", { name: "Pasang", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Simpan sepuluh kode cadangan ini" })).toBeVisible();
  const codes = await page.getByRole("list", { name: "Kode cadangan" }).getByRole("listitem").allInnerTexts();
  expect(codes).toHaveLength(10);

  await signOut(page);
  await givePassword(page);
  await expect(page).toHaveURL(/\/masuk\/kode/);
  // The password alone opens nothing.
  await page.goto("/ruang/lembaga");
  await expect(page).toHaveURL(/\/masuk\/kode\?kembali=%2Fruang%2Flembaga/);
  await page.goto("/masuk/kode?kembali=%2Fruang%2Flembaga");
  await page.fill("[name=code]", await demoCode(page));
  await page.getByRole("button", { name: "Periksa kode" }).click();
  await expect(page).toHaveURL("/ruang/lembaga");

  await signOut(page);
  await givePassword(page);
  await page.getByRole("link", { name: "Pakai kode cadangan" }).click();
  await page.fill("[name=code]", codes[0] ?? "");
  await page.getByLabel(/Percayai perangkat ini/).check();
  await page.getByRole("button", { name: "Periksa kode" }).click();
  await expect(page).toHaveURL(/\/ruang/);

  // Remembered: no code the next time, until it is forgotten on the page of devices.
  await signOut(page);
  await givePassword(page);
  await expect(page).toHaveURL(/\/ruang/);
  await page.goto("/akun/sesi");
  await page.getByRole("button", { name: "Lupakan" }).click();
  await expect(page.getByRole("heading", { name: "Perangkat yang diingat" })).toHaveCount(0);

  await page.goto("/akun/dua-langkah");
  await expect(page.getByText("Tersisa 9 dari 10 kode cadangan")).toBeVisible();
  await page.goto("/akun/dua-langkah/lepas");
  await page.fill("[name=code]", codes[0] ?? "");
  await page.getByRole("button", { name: "Lepas dua langkah" }).click();
  await expect(page.getByText(/Kode ini tidak cocok/).first()).toBeVisible();
  await page.fill("[name=code]", codes[1] ?? "");
  await page.getByRole("button", { name: "Lepas dua langkah" }).click();
  await expect(page.getByRole("heading", { name: "Belum dua langkah" })).toBeVisible();
});
