import { type Browser, type Page, expect, test } from "@playwright/test";
import { today } from "~/platform/clock.server";
import { addDays } from "~/kernel/dates";
import { signIn } from "../support/sign-in";

test.use({ baseURL: process.env.SINERGI_E2E_URL });

const paper = { name: "sk-pengurus.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj <<>> endobj\n%%EOF\n") };

/** Somebody of the demo, or a visitor, on a small phone without JavaScript. */
async function onPlainPhone(browser: Browser, person?: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 }, locale: "id-ID" });
  const page = await context.newPage();
  if (person) await signIn(page, person);
  return page;
}

test("Karang Taruna proposes as a youth group while its officers' term lasts", async ({ browser }) => {
  const phone = await onPlainPhone(browser, "ketua.tunas");
  await phone.goto("/ruang/lembaga/legalitas?dokumen=village_decree");
  const main = phone.locator("main");
  await expect(main).toContainText("Masa bakti pengurus lima tahun");

  const issued = addDays(today(), -30);
  const decree = async (until: string) => {
    await phone.getByLabel("Nomor dokumen").fill("411/12/2026");
    await phone.getByLabel("Diterbitkan oleh").fill("Kepala Desa Sambong");
    await phone.getByLabel("Tanggal terbit").fill(issued);
    await phone.getByLabel("Masa bakti berakhir").fill(until);
    await phone.getByLabel("Foto atau pindaian").setInputFiles(paper);
    await phone.getByRole("button", { name: "Simpan dokumen" }).click();
  };
  await decree(addDays(issued, 6 * 366));
  await expect(main).toContainText("Masa bakti pengurus paling lama 5 tahun sejak surat keputusan.");
  await expect(phone.getByLabel("Nomor dokumen")).toHaveValue("411/12/2026");
  await decree(addDays(issued, 4 * 365));
  await expect(main).toContainText("411/12/2026");

  const visitor = await onPlainPhone(browser);
  await visitor.goto("/lembaga/karang-taruna-tunas-sambong");
  await expect(visitor.locator("main")).toContainText(/Masa bakti pengurus \d+\s\S+\s\d{4}\s–\s\d+\s\S+\s\d{4}/);

  await phone.goto("/ruang/lembaga/usulan/baru");
  await phone.getByRole("button", { name: "Mulai menulis" }).click();
  await expect(main.locator(".err")).not.toHaveCount(0);
  const title = `Kursus las listrik untuk pemuda Sambong ${Date.now()}`;
  await phone.getByLabel("Judul usulan").fill(title);
  await phone.getByRole("button", { name: "Mulai menulis" }).click();
  await phone.waitForURL(/\/usulan\/[0-9a-f-]{36}\/\w+$/);
  await phone.goto("/ruang/lembaga/usulan");
  await expect(main).toContainText(title);
  await phone.getByRole("link", { name: title }).first().click();
  await phone.goto(`${phone.url().replace(/\/\w+$/, "")}/kirim`);
  await expect(main).toContainText("Belum");
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("Wanita Pemimpin Kesejahteraan Sosial leads a program and mentors an organisation", async ({ browser }) => {
  const asking = await onPlainPhone(browser, "ketua.senja");
  await asking.goto("/ruang/lembaga/pendampingan");
  await asking.getByLabel("Bantuan apa yang Anda perlukan?").fill("Kami ingin belajar membuat buku kas yang dapat diperiksa siapa pun.");
  await asking.getByRole("button", { name: "Kirim permintaan" }).click();
  await expect(asking.locator("main .err").first()).toBeVisible();
  await expect(asking.getByLabel("Bantuan apa yang Anda perlukan?")).toHaveValue(/buku kas/);
  const rahayu = asking.getByRole("option", { name: /^Rahayu Setyaningsih/ });
  await asking.getByLabel("Wanita pemimpin").selectOption((await rahayu.getAttribute("value")) ?? "");
  await asking.getByRole("button", { name: "Kirim permintaan" }).click();
  await expect(asking.locator("main")).toContainText("Menunggu jawaban pendamping");

  const leader = await onPlainPhone(browser, "pemimpin");
  await leader.goto("/ruang/petugas/pendampingan");
  await leader.getByRole("link", { name: /Senja/ }).first().click();
  await leader.getByLabel("Jawaban Anda").fill("Bersedia, dua pekan sekali.");
  await leader.getByRole("button", { name: "Bersedia mendampingi" }).click();
  await leader.getByLabel("Apa yang dikerjakan dan disepakati").fill("Buku kas dibuka, nota diurutkan menurut tanggal.");
  await leader.getByLabel("Tanggal pertemuan").fill(addDays(today(), 3));
  await leader.getByRole("button", { name: "Simpan catatan" }).click();
  await expect(leader.locator("main .err").first()).toBeVisible();
  await leader.getByLabel("Tanggal pertemuan").fill(today());
  await leader.getByRole("button", { name: "Simpan catatan" }).click();
  await expect(leader.locator("main")).toContainText("Satu pertemuan");

  await leader.goto("/ruang/petugas/pendampingan");
  await leader.getByRole("button", { name: "Bersedia memimpin" }).first().click();
  await expect(leader.locator("main")).toContainText("Program yang Anda pimpin");
  expect(await leader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  const visitor = await onPlainPhone(browser);
  await visitor.goto("/program?dipimpin-perempuan=ya");
  await expect(visitor.locator("main")).toContainText("Ruang konseling keluarga");
  await visitor
    .getByRole("link", { name: /^Ruang konseling keluarga/ })
    .first()
    .click();
  await expect(visitor.locator("main")).toContainText("Dipimpin perempuan: Rahayu Setyaningsih, terverifikasi");
  await visitor.goto("/lembaga/lks-senja-sejahtera");
  await expect(visitor.locator("main")).toContainText("Didampingi oleh Rahayu Setyaningsih");
});

test("Dunia Usaha says what it looks for and finds the programs that fit", async ({ browser }) => {
  const officer = await onPlainPhone(browser, "petugas.loka");
  await officer.goto("/ruang/perusahaan/mencari");
  const main = officer.locator("main");
  await officer.getByRole("searchbox").fill("Sambong");
  await officer.getByRole("button", { name: "Cari wilayah" }).click();
  await officer.getByLabel(/^Kecamatan Sambong/).check();
  await officer.getByRole("button", { name: "Tambahkan" }).click();
  await expect(main).toContainText("Kecamatan Sambong");

  await officer.getByLabel("Ekonomi", { exact: true }).check();
  await officer.getByLabel(/^8\s*Pekerjaan Layak/).check();
  await officer.getByLabel(/^Paling sedikit/).fill("90 juta");
  await officer.getByLabel(/^Paling banyak/).fill("20 juta");
  await officer.locator("[name=ticketShown][value=private]").check();
  await officer.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(main.locator(".err").first()).toBeVisible();
  await expect(officer.getByLabel(/^Paling sedikit/)).toHaveValue(/90/);
  await officer.getByLabel(/^Paling sedikit/).fill("20 juta");
  await officer.getByLabel(/^Paling banyak/).fill("90 juta");
  await officer.getByRole("button", { name: "Simpan", exact: true }).click();
  await officer.goto("/ruang/perusahaan");
  const fitting = main.locator("section", { hasText: "Cocok untuk perusahaan Anda" });
  await expect(fitting).toContainText("di Kecamatan Sambong");
  await expect(fitting).toContainText("dari 100");
  expect(await officer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  const visitor = await onPlainPhone(browser);
  await visitor.goto("/perusahaan/bpr-loka-artha");
  await expect(visitor.locator("main")).toContainText("Sambong");
  await expect(visitor.locator("main")).toContainText("Ekonomi");
  await expect(visitor.locator("main")).not.toContainText("90.000.000");
});
