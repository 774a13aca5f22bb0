import { expect, test } from "@playwright/test";
import { linksOn } from "../support/accessibility";
import { signIn } from "../support/sign-in";

test.use({ baseURL: process.env.SINERGI_E2E_URL });

const id = "[0-9a-f-]{36}";

test("LKS: two ladders", async ({ page }) => {
  await signIn(page, "ketua.tunas");
  await page.goto("/daftar/lembaga?peran=lks");
  await expect(page.getByText("SK Kemenkum", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: /Lihat dokumen untuk LKS belum berbadan hukum/ }).click();
  await expect(page.getByText("Nota pendirian yang disahkan", { exact: true })).toBeVisible();
  await expect(page.getByText("SK Kemenkum", { exact: true })).toHaveCount(0);

  const name = `LKS Dua Tangga ${Date.now()}`;
  await page.getByLabel("Nama organisasi").fill(name);
  await page.getByLabel("Alamat").fill("Jalan Melati 9");
  await page.getByLabel("Nomor telepon atau WhatsApp").fill("telepon");
  await page.getByLabel("NPWP").fill("12");
  await page.fill("[name=areaCodeCari]", "Ledok");
  await page.getByRole("button", { name: /^Cari/ }).click();
  await page.locator("[name=areaCode]").first().check();
  await page.getByRole("button", { name: "Daftarkan" }).click();
  await expect(page.getByText("Tulis nomor telepon 8 sampai 13 angka").first()).toBeVisible();
  await expect(page.getByText("NPWP terdiri dari 16 angka").first()).toBeVisible();
  await expect(page.getByLabel("Nama organisasi")).toHaveValue(name);
  await page.getByLabel("Nomor telepon atau WhatsApp").fill("0811 0000 909");
  await page.getByLabel("NPWP").fill("");
  await page.getByRole("button", { name: "Daftarkan" }).click();
  await page.waitForURL(/\/ruang\/lembaga\/legalitas/);
  await expect(page.getByText("Nota pendirian yang disahkan", { exact: true })).toBeVisible();

  await page.getByLabel("Berbadan hukum", { exact: false }).first().check();
  await page.getByRole("button", { name: "Ganti bentuk hukum" }).click();
  await expect(page.getByText("Akta pendirian notaris")).toBeVisible();
  await expect(page.getByText("Nota pendirian yang disahkan", { exact: true })).toHaveCount(0);

  await page.goto("/ruang/lembaga/profil");
  await expect(page.getByText("••••\u00a00909").first()).toBeVisible();
  await page.getByRole("link", { name: "Buka: Telepon" }).click();
  await page.getByRole("button", { name: "Buka nomor" }).click();
  await expect(page.getByText("paling sedikit sepuluh huruf").first()).toBeVisible();
  await page.getByLabel("Untuk apa nomor ini dibuka?").fill("Memastikan nomor yang tercatat benar");
  await page.getByRole("button", { name: "Buka nomor" }).click();
  await expect(page.getByText("0811 0000 909")).toBeVisible();
  await page.getByRole("link", { name: "Tutup nomor" }).click();
  await expect(page.getByText("0811 0000 909")).toHaveCount(0);
  await expect(page.getByText("Memastikan nomor yang tercatat benar")).toBeVisible();
});

test("Keluarga Pioner proposes under a sponsor", async ({ browser }) => {
  const family = await (await browser.newContext()).newPage();
  await signIn(family, "ketua.sinau");
  const shape = new RegExp(`^/ruang/lembaga/usulan/${id}/cerita$`);
  const [story = ""] = await linksOn(family, "/ruang/lembaga/usulan", shape);
  const review = story.replace("cerita", "kirim");
  await family.goto(story);
  const summary = family.locator("[name=summary]");
  await summary.fill(`${(await summary.inputValue()).slice(0, 200)} Diperbaiki bersama penampung.`);
  await family
    .getByRole("button", { name: /^Simpan/ })
    .first()
    .click();
  await family.goto(review);
  await expect(family.getByText("Minta tanda tangan untuk versi yang baru")).toBeVisible();
  await expect(family.getByRole("button", { name: /^Kirim/ }).first()).toBeDisabled();
  await family.getByRole("button", { name: "Minta tanda tangan LK3 Pelita Keluarga" }).click();
  await expect(family.getByText("Menunggu LK3 Pelita Keluarga membaca dan menandatangani.")).toBeVisible();

  const sponsor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(sponsor, "ketua.pelita");
  const [sign = ""] = await linksOn(sponsor, "/ruang/lembaga/naungan", new RegExp(`^/ruang/lembaga/naungan/usulan/${id}$`));
  await sponsor.goto(sign);
  await expect(sponsor.getByText("Diperbaiki bersama penampung.")).toBeVisible();
  await sponsor.getByRole("button", { name: "Belum bersedia" }).click();
  await expect(sponsor.getByText("Tulis apa yang harus diperbaiki.").first()).toBeVisible();
  await sponsor.getByRole("button", { name: "Ikut menandatangani" }).click();
  await sponsor.waitForURL(/\/ruang\/lembaga\/naungan$/);
  await expect(sponsor.getByText("Keluarga Pioner Omah Sinau").first()).toBeVisible();

  await family.goto(review);
  await expect(family.getByText("LK3 Pelita Keluarga ikut menandatangani versi ini")).toBeVisible();
  await family
    .getByRole("button", { name: /^Kirim/ })
    .first()
    .click();
  await expect(family.getByText("Usulan terkirim. Petugas akan memeriksanya.")).toBeVisible();

  const profile = await family.goto("/lembaga/keluarga-pioner-omah-sinau");
  const html = (await profile?.text()) ?? "";
  expect(html).toContain("LK3 Pelita Keluarga");
  for (const hidden of ["0811", "Dukuh Jegong", "Sekar Widyaningtyas"]) expect(html).not.toContain(hidden);
});
