import { type Page, expect, test } from "@playwright/test";
import { phoneExif, shot } from "../support/photos";
import { signIn } from "../support/sign-in";

const base = process.env.SINERGI_E2E_URL ?? "";
const phone = { baseURL: base, locale: "id-ID", timezoneId: "Asia/Jakarta", viewport: { width: 360, height: 740 } };

async function photo(seed: number, size: { width: number; height: number }) {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).replaceAll("-", ":");
  const file = await shot({ seed, ...size, exif: phoneExif(`${today} 00:05:00`), quality: 98 });
  return { name: `IMG_${seed}.jpg`, mimeType: "image/jpeg", buffer: Buffer.from(await file.arrayBuffer()) };
}

/** Goes to the part of the form with this number, as one does on a phone: part by part. Questions come first, one a part. */
async function toStep(page: Page, n: number): Promise<void> {
  const title = page.locator("[data-step-bar] h2");
  await expect(title).toContainText("Langkah");
  for (;;) {
    const at = Number(/Langkah (\d+)/.exec((await title.textContent()) ?? "")?.[1]);
    if (at === n) return;
    await page.getByRole("button", { name: at < n ? /^Lanjut/ : "Kembali ke langkah sebelumnya" }).click();
    await expect(title).toContainText(`Langkah ${at < n ? at + 1 : at - 1} dari`);
  }
}
const lastStep = 7;

const question = (page: Page, n: number) => page.getByRole("group", { name: new RegExp(`^${n}\\. `) });
const answer = (page: Page, n: number, text: string) => question(page, n).getByText(text, { exact: true }).click();
const take = async (page: Page, n: number, seed: number, size = { width: 900, height: 700 }) =>
  page.getByLabel(`Foto untuk hal ${n}`).setInputFiles(await photo(seed, size));
const rows = (page: Page, item: string) => page.locator(`[data-photos=${item}] > li`);

/** The whole label of the option that names somebody. */
async function nameOf(page: Page, who: RegExp): Promise<string> {
  return (await page.locator("option", { hasText: who }).first().textContent()) ?? "";
}

test("a visit with photos, while the network is lost three times, arrives once and whole", async ({ browser }) => {
  test.setTimeout(240_000);
  const desk = await (await browser.newContext({ baseURL: base, locale: "id-ID" })).newPage();
  await signIn(desk, "verifikator");
  await desk.goto("/admin/verifikasi");
  await desk
    .getByRole("link", { name: /^Alat bantu gerak/ })
    .first()
    .click();
  const sheet = desk.url();
  await desk.getByLabel("Tugas", { exact: true }).selectOption("field_visit");
  await desk.getByLabel("Petugas", { exact: true }).selectOption({ label: await nameOf(desk, /Murni Astuti/) });
  await desk.getByRole("button", { name: "Tawarkan tugas" }).click();
  await expect(desk.locator("main")).toContainText("Tugas ditawarkan");

  const context = await browser.newContext(phone);
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await signIn(page, "psm.sambong");
  await page.goto("/ruang/petugas");
  await page
    .getByRole("link", { name: /^Kunjungan lapangan/ })
    .first()
    .click();
  await page.getByLabel(/^Saya tidak punya ikatan/).check();
  await page.getByRole("button", { name: "Terima tugas dan buka berkas" }).click();
  await expect(page.locator("main")).toContainText("Jangan memotret wajah");
  const here = page.url();
  const net = page.locator("[data-outbox]");
  const bar = page.locator("[data-autosave-status]");

  await test.step("first loss: while filling in; answers and a large photo wait on the phone", async () => {
    await context.setOffline(true);
    await answer(page, 1, "Cocok");
    await take(page, 1, 101, { width: 3600, height: 2700 });
    await expect(net).toContainText("tersimpan di ponsel ini");
    await expect(rows(page, "address")).toContainText("Menunggu sinyal");
    await expect(bar).toContainText("Tanpa sambungan");
    await context.setOffline(false);
    await expect(net).toContainText("Semua sudah terkirim");
    await expect(rows(page, "address")).toContainText("cocok dengan hari kunjungan");
    await expect(rows(page, "address")).toContainText("dibulatkan sampai kira-kira 1 km");
    await expect(bar).toContainText("Tersimpan pukul");
  });

  await test.step("second loss: the photo arrives, but its answer does not; it is sent again and counts once", async () => {
    let lost = 0;
    await page.route("**/foto", async (route) => {
      expect((await route.fetch()).status()).toBe(201);
      await route.abort();
      lost += 1;
    });
    await toStep(page, 2);
    await answer(page, 2, "Berbeda");
    await page.getByLabel("Catatan 2").fill("Ruang 4 × 5 meter.");
    await take(page, 2, 102);
    await expect.poll(() => lost).toBe(1);
    await expect(rows(page, "place").getByRole("link")).toHaveCount(0);
    await page.unroute("**/foto");
    await expect(rows(page, "place").getByRole("link")).toHaveCount(1);
    await expect(net).toContainText("Semua sudah terkirim");
  });

  await test.step("third loss: the phone goes off with an answer and a photo on it; both go when the page is opened again", async () => {
    await expect(bar).toContainText("Tersimpan pukul");
    await context.setOffline(true);
    await toStep(page, 3);
    await answer(page, 3, "Tidak bisa diperiksa");
    await take(page, 3, 103);
    await expect(rows(page, "people")).toContainText("Menunggu sinyal");
    await toStep(page, lastStep);
    await page.getByRole("button", { name: "Sahkan dan kirim" }).click();
    await expect(net).toContainText("Masih ada foto yang belum terkirim");
    await page.goto("about:blank");
    await context.setOffline(false);
    await page.goto(here);
    // Opens where one was: at the first part without an answer.
    await expect(page.locator("[data-step-bar] h2")).toContainText("Langkah 4");
    await toStep(page, 3);
    await expect(rows(page, "people").getByRole("link")).toHaveCount(1);
    await expect(question(page, 3).getByLabel("Tidak bisa diperiksa")).toBeChecked();
    await expect(bar).toContainText(/Tersimpan (pukul|di server)/);
  });

  await test.step("another device changed the same answer: both are shown, and the photos stay", async () => {
    const laptop = await context.newPage();
    await laptop.setViewportSize({ width: 1280, height: 900 });
    await laptop.goto(here);
    await answer(laptop, 4, "Cocok");
    await laptop.getByRole("button", { name: "Simpan dulu" }).click();
    await expect(laptop.locator("main")).toContainText("Tugas belum disahkan");
    await laptop.close();
    await toStep(page, 4);
    await answer(page, 4, "Berbeda");
    await expect(bar).toContainText("Perangkat lain menyimpan tugas ini");
    await toStep(page, lastStep);
    await page.getByRole("button", { name: "Simpan dulu" }).click();
    await expect(page.locator("main")).toContainText("juga disimpan dari perangkat lain");
    await page
      .getByLabel(/Yang Anda tulis/)
      .first()
      .check();
    await page.getByRole("button", { name: "Simpan dulu" }).click();
    // The page that was saved, not the one that is about to go: what is typed into that is gone with it.
    await expect(page.locator("main")).toContainText("Tugas belum disahkan");
    await toStep(page, 4);
    await expect(question(page, 4).getByLabel("Berbeda", { exact: true })).toBeChecked();
  });

  await test.step("a photo is taken away without losing what was typed, and the visit is signed", async () => {
    await toStep(page, 4);
    await page.getByLabel("Catatan 4").fill("Satu sudah punya.");
    await take(page, 4, 104);
    await expect(rows(page, "need").getByRole("link")).toHaveCount(1);
    await page.getByRole("button", { name: /^Hapus foto 1: Yang diminta/ }).click();
    await expect(rows(page, "need")).toHaveCount(0);
    await expect(page.getByLabel("Catatan 4")).toHaveValue("Satu sudah punya.");
    await toStep(page, 5);
    await answer(page, 5, "Cocok");
    await toStep(page, 6);
    await page.getByLabel("Kesimpulan dalam kalimat").fill("Lokasi sesuai, ruang lebih kecil.");
    await toStep(page, lastStep);
    await page.getByLabel("Berbeda, perlu perbaikan").check();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole("button", { name: "Sahkan dan kirim" }).click();
    await page.waitForURL("**/ruang/petugas");
    await page.goto(here);
    await expect(page.locator("main")).toContainText("Tugas ini selesai dan terkunci");
    await context.close();
  });

  await test.step("the desk sees three photos beside their answers", async () => {
    await desk.goto(sheet);
    await expect(desk.locator("#pemeriksaan")).toContainText("3 foto sebagai bukti");
    const evidence = desk.locator("#bukti");
    await expect(evidence).toContainText("Ruang 4 × 5 meter.");
    await expect(evidence.locator("figure")).toHaveCount(3);
    await expect(evidence).toContainText("Jarak ke desa tidak dapat dihitung");
    await desk.context().close();
  });
});
