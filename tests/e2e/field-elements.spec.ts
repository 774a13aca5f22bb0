import { type Browser, expect, type Page, test } from "@playwright/test";
import { linksOn } from "../support/accessibility";
import { signIn } from "../support/sign-in";

test.use({ baseURL: process.env.SINERGI_E2E_URL });

const task = /^\/ruang\/petugas\/tugas\/[0-9a-f-]{36}$/;

/** Somebody of the demo on a small phone without JavaScript. */
async function onPlainPhone(browser: Browser, person: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 }, locale: "id-ID" });
  const page = await context.newPage();
  await signIn(page, person);
  return page;
}

/** The same answer to every question, once the whole page has arrived. */
async function answerAll(phone: Page, answer: string): Promise<void> {
  await phone.waitForLoadState();
  for (const group of await phone.getByRole("group", { name: /^\d\. / }).all()) await group.getByText(answer, { exact: true }).click();
}

test("Pekerja Sosial Profesional signs a need assessment", async ({ browser }) => {
  const phone = await onPlainPhone(browser, "peksos");
  await phone.goto("/ruang/petugas");
  await expect(phone.locator("main")).toContainText("Kedudukan Anda habis");
  await phone.getByRole("link", { name: /^Telaah kebutuhan: Alat bantu gerak/ }).click();
  await expect(phone.locator("main")).not.toContainText("Nomor rekening");

  await phone.getByRole("button", { name: "Sahkan dan kirim" }).click();
  await expect(phone.locator("main")).toContainText("Pilih satu hasil.");
  await answerAll(phone, "Cocok");
  const second = phone.getByRole("group", { name: /^2\. / });
  await second.getByText("Berbeda", { exact: true }).click();
  await phone.getByLabel("Kesimpulan dalam kalimat").fill("Tiga alat cukup untuk ruang 4 × 5 meter.");
  await phone.getByLabel("Sesuai", { exact: true }).check();
  await phone.getByRole("button", { name: "Sahkan dan kirim" }).click();
  await expect(phone.locator("main")).toContainText("Tulis apa yang berbeda.");
  await expect(phone.getByLabel("Kesimpulan dalam kalimat")).toHaveValue("Tiga alat cukup untuk ruang 4 × 5 meter.");

  await phone.getByLabel("Catatan 2").fill("Lima alat terlalu banyak.");
  await phone.getByRole("button", { name: "Sahkan dan kirim" }).click();
  await expect(phone.locator("main")).toContainText("Ada jawaban Berbeda, jadi hasilnya tidak bisa Sesuai.");
  await phone.getByLabel("Berbeda, perlu perbaikan").check();
  await phone.getByRole("button", { name: "Sahkan dan kirim" }).click();
  await phone.waitForURL("**/ruang/petugas");

  const desk = await (await browser.newContext({ locale: "id-ID" })).newPage();
  await signIn(desk, "verifikator");
  await desk.goto("/admin/verifikasi");
  await desk
    .getByRole("link", { name: /^Alat bantu gerak/ })
    .first()
    .click();
  await expect(desk.locator("#pemeriksaan")).toContainText("Tiga alat cukup untuk ruang 4 × 5 meter.");
  await expect(desk.locator("#pemeriksaan")).toContainText("Pekerja Sosial Profesional, Kecamatan Cepu");
});

test("Penyuluh Sosial Masyarakat endorses as a local leader", async ({ browser }) => {
  const phone = await onPlainPhone(browser, "tokoh.ngelo");
  const [offer = ""] = await linksOn(phone, "/ruang/petugas", task);
  await phone.goto(offer);
  await phone.getByRole("button", { name: "Terima tugas dan buka berkas" }).click();
  await expect(phone.locator("main")).toContainText("Nyatakan dulu bahwa Anda tidak punya ikatan");
  await expect(phone.locator("main")).not.toContainText("Rencana anggaran");
  await phone.getByLabel(/^Saya tidak punya ikatan/).check();
  await phone.getByRole("button", { name: "Terima tugas dan buka berkas" }).click();
  await expect(phone.locator("main")).toContainText("Rencana anggaran");

  await answerAll(phone, "Cocok");
  await phone.getByLabel("Kesimpulan dalam kalimat").fill("Warga mengenal lembaganya.");
  await phone.getByLabel("Sesuai", { exact: true }).check();
  await phone.getByRole("button", { name: "Sahkan dan kirim" }).click();
  await expect(phone.locator("main")).toContainText("Tulis pernyataan Anda.");
  await phone.getByLabel("Pernyataan Anda").fill("Kami di rukun warga ini sudah bermusyawarah.");
  await phone.getByLabel(/^Saya bersedia memastikan bantuan tiba/).check();
  await phone.getByRole("button", { name: "Sahkan dan kirim" }).click();
  await phone.waitForURL("**/ruang/petugas");
  await phone.goto(offer);
  await expect(phone.locator("main")).toContainText("Tugas ini selesai dan terkunci");
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("Tagana raises an emergency appeal that is verified within a day", async ({ browser }) => {
  const title = `Tanah longsor ${Date.now()}`;
  const post = await onPlainPhone(browser, "ketua.posko");
  await test.step("the post raises it from a phone", async () => {
    await post.goto("/ruang/lembaga");
    await post.getByRole("link", { name: "Seruan darurat", exact: true }).click();
    await post.getByRole("link", { name: "Serukan keadaan darurat" }).click();
    await post.getByLabel("Tanah longsor").check();
    await post.getByLabel("Judul singkat").fill(title);
    await post.getByLabel("Nginggil").check();
    await post.getByLabel("Mengungsi").fill("banyak");
    await post.getByRole("button", { name: "Serukan sekarang" }).click();
    await expect(post.locator("main")).toContainText("Tulis keadaan sekarang.");
    await expect(post.locator("main")).toContainText("Tulis angka saja, tanpa huruf.");
    await expect(post.getByLabel("Judul singkat")).toHaveValue(title);
    await expect(post.getByLabel("Nginggil")).toBeChecked();
    await post.getByLabel("Keadaan sekarang").fill("Tebing runtuh, jalan tertutup.");
    await post.getByLabel("Mengungsi").fill("40");
    await post.getByLabel(/^Belum ada, menyusul/).check();
    await post.getByRole("button", { name: "Hitung dari jumlah pengungsi" }).click();
    await expect(post.getByLabel("Kebutuhan").first()).toHaveValue("Makanan siap saji, 7 hari");
    await post.getByRole("button", { name: "Serukan sekarang" }).click();
    await expect(post.locator("h1")).toHaveText(title);
    await expect(post.locator("main")).toContainText(/23 jam \d+ menit/);
  });

  const desk = await (await browser.newContext({ locale: "id-ID" })).newPage();
  await test.step("the officer on duty checks it, and opens it for pledges", async () => {
    await post.getByLabel("Nomor surat").fill("12/BPBD/2026");
    await post.getByLabel("Diterbitkan oleh").fill("Camat");
    await post.getByLabel("Sejak").fill(new Date().toISOString().slice(0, 10));
    await post.getByLabel("Sampai").fill(new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10));
    await post.getByRole("button", { name: "Simpan pernyataan" }).click();
    await signIn(desk, "verifikator");
    await desk.goto("/admin/siaga");
    await desk.getByRole("link", { name: title }).click();
    await expect(desk.getByRole("button", { name: /^Verifikasi/ })).toBeDisabled();
    for (const kind of ["statement", "other_report", "neighbour_post"]) {
      await desk.getByLabel("Yang diperiksa").selectOption(kind);
      await desk.getByText("cocok", { exact: true }).click();
      await desk.getByLabel("Apa yang ditemukan").fill("Dibenarkan lewat telepon.");
      await desk.getByRole("button", { name: "Simpan pemeriksaan" }).click();
      await expect(desk.locator("[role=status], .flash").first()).toContainText("Pemeriksaan tersimpan.");
    }
    await desk.getByRole("button", { name: /^Verifikasi/ }).click();
    await desk.waitForURL("**/admin/siaga");
  });

  await test.step("everybody finds it marked among the emergencies", async () => {
    const reader = await (await browser.newContext({ locale: "id-ID" })).newPage();
    await reader.goto("/program?darurat=ya");
    await reader.getByRole("link", { name: title }).click();
    await expect(reader.locator("h1")).toHaveText(title);
    await expect(reader.locator("#verifikasi")).toContainText("Petugas siaga");
  });
});
