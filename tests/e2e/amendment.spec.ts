import { type Page, expect, test } from "@playwright/test";
import { makePdf } from "#db/seed/demo/papers";
import { signIn } from "../support/sign-in";

test.use({ baseURL: process.env.SINERGI_E2E_URL });
test.setTimeout(300_000);

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.locator("main").getByRole("button", { name }).first().click();
}

/** The dialog that asks before something that can't be taken back. */
async function confirm(page: Page, name: string): Promise<void> {
  await press(page, name);
  await page.getByRole("dialog").getByRole("button", { name }).click();
}

test("an amendment goes from the community over the desk to every funder, and the public compares both versions", async ({
  page,
  context,
}) => {
  const { slug, funder } = await programOf(page);
  await page.goto(`/ruang/lembaga/program/${slug}/adendum`);
  await press(page, "Mulai adendum");
  await expect(page.locator("main")).toContainText("Tulis alasannya");
  await page.selectOption("[name=reasonCode]", "price_changed");
  await page.fill("[name=reason]", "Harga konselor naik sejak usulan ditulis; kekurangannya diambil dari baris lain.");
  await press(page, "Mulai adendum");
  await expect(page).toHaveURL(/\/adendum\/\d+\/rab$/);
  const n = page.url().split("/").at(-2) ?? "";

  const prices = page.locator("[name$='.unitPrice']");
  const first = await prices.first().inputValue();
  await prices.first().fill("banyak");
  await press(page, /^Simpan$/);
  await expect(page.locator("main")).toContainText("“banyak” belum terbaca");
  await expect(prices.first()).toHaveValue("banyak");
  await prices.first().fill("1");
  await press(page, /^Simpan$/);
  await expect(page.getByRole("link", { name: /^Termin.*perbaiki/ })).toBeVisible();
  await prices.first().fill(first);
  await press(page, "Simpan dan lanjut");

  await page.getByRole("link", { name: /^Alasan/ }).click();
  await page.fill("[name=uploadTitle]", "Daftar tarif konselor");
  await press(page, "Unggah lampiran");
  await expect(page.locator("main")).toContainText("Pilih berkas untuk diunggah");
  await expect(page.locator("[name=uploadTitle]")).toHaveValue("Daftar tarif konselor");
  await page.setInputFiles("[name=file]", { name: "tarif.pdf", mimeType: "application/pdf", buffer: Buffer.from(makePdf("Tarif", [])) });
  await page.check("[name=uploadAccess][value=public]");
  await press(page, "Unggah lampiran");
  await expect(page.getByRole("link", { name: "Daftar tarif konselor" })).toBeVisible();

  await page.getByRole("link", { name: /^Penerima manfaat/ }).click();
  const people = page.locator("[name=beneficiaries]");
  const before = Number((await people.inputValue()).replaceAll(".", ""));
  await people.fill(String(before + 5));
  await press(page, "Simpan dan lanjut");
  await page.getByRole("link", { name: /^Periksa dan kirim/ }).click();
  await expect(page.locator("main")).toContainText("Semua mitra harus menerima, karena penerima manfaat berubah");
  await confirm(page, "Kirim adendum");
  await expect(page.locator("main")).toContainText("Menunggu diperiksa");
  await page.goto(`/program/${slug}`);
  await expect(page.locator("main")).toContainText(`Adendum ${n} diajukan, belum berlaku`);
  await page.goto(`/program/${slug}/riwayat`);
  await expect(page.locator("main")).toContainText("Isinya ditampilkan setelah diperiksa petugas");

  await context.clearCookies();
  await signIn(page, "verifikator");
  await page.goto(`/admin/adendum/${slug}/${n}`);
  await press(page, "Tandai sudah diperiksa");
  await expect(page.locator("main")).toContainText("Menunggu mitra");

  await context.clearCookies();
  await signIn(page, funder);
  await page.goto(`/ruang/perusahaan/persetujuan`);
  await page.locator(`a[href$='/persetujuan/adendum/${slug}/${n}']`).first().click();
  await page.fill("#catatan-terima", "Lanjutkan.");
  await press(page, "Terima adendum");
  await expect(page.locator("main")).toContainText("Berlaku");

  await context.clearCookies();
  await page.goto(`/program/${slug}/riwayat?dari=1&ke=2`);
  const row = page.getByRole("row", { name: /Jumlah penerima manfaat/ });
  await expect(row).toContainText("Berubah");
  await expect(row).toContainText(String(before));
  await expect(row).toContainText(String(before + 5));
  await expect(page.locator("main")).toContainText("“Lanjutkan.”");
  const paper = page.locator("li", { has: page.getByRole("link", { name: "Daftar tarif konselor" }) });
  await expect(paper).toContainText("Diperiksa");
  const opened = await page.request.get((await paper.getByRole("link").getAttribute("href")) ?? "");
  expect([opened.status(), opened.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  await page.selectOption("[name=dari]", "2");
  await page.selectOption("[name=ke]", "2");
  await press(page, "Bandingkan");
  await expect(page.locator("main")).toContainText("Kedua versi sama");
});

/** The one program of the demo with a single funder and no amendment. */
async function programOf(page: Page): Promise<{ slug: string; funder: string }> {
  await signIn(page, "ketua.pelita");
  await page.goto("/ruang/lembaga");
  const href = await page.locator("a[href^='/ruang/lembaga/program/']").first().getAttribute("href");
  return { slug: href?.split("/")[4] ?? "", funder: "penyetuju.loka" };
}
