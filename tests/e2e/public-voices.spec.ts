import { type Browser, expect, type Page, test } from "@playwright/test";
import { linksOn } from "../support/accessibility";
import { signIn } from "../support/sign-in";

test.use({ baseURL: process.env.SINERGI_E2E_URL });
test.setTimeout(240_000);

const stamp = Date.now().toString(36);
const id = "[0-9a-f-]{36}";

/** A phone of 320 pixels without JavaScript: the weakest device that everything has to work on. */
async function plainPhone(browser: Browser): Promise<Page> {
  return browser.newPage({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
    locale: "id-ID",
    baseURL: process.env.SINERGI_E2E_URL ?? "",
  });
}

async function another(browser: Browser): Promise<Page> {
  return browser.newPage({ locale: "id-ID", baseURL: process.env.SINERGI_E2E_URL ?? "" });
}

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const { inner, scrolled } = (await page.evaluate("({ inner: innerWidth, scrolled: document.documentElement.scrollWidth })")) as {
    inner: number;
    scrolled: number;
  };
  expect(scrolled, `${page.url()} at ${inner} px`).toBeLessThanOrEqual(inner);
}

/** The link in the newest kept email whose subject has the words, to the address. */
async function linkInMail(page: Page, { to, subject, link }: { to: string; subject: string; link: RegExp }): Promise<string> {
  let found = "";
  await expect(async () => {
    await page.goto("/dev/mailbox");
    const mail = page.locator("main li, main tr").filter({ hasText: to }).filter({ hasText: subject }).first();
    await page.goto((await mail.locator("a").first().getAttribute("href", { timeout: 1000 })) ?? "");
    const html = await (await page.request.get(`${new URL(page.url()).pathname}/html`)).text();
    found = link.exec(html)?.[0] ?? "";
    expect(found).not.toBe("");
  }).toPass({ timeout: 60_000 });
  return found;
}

test("Penyuluh Sosial Fungsional publishes guidance that readers find and follow", async ({ page, browser }) => {
  const title = `Nota hilang: apa yang menggantikannya (${stamp})`;
  const reader = await plainPhone(browser);
  const address = `pembaca.${stamp}@contoh.example`;

  await test.step("a reader follows guidance for Karang Taruna with a plain address and confirms it", async () => {
    await reader.goto("/panduan");
    await reader.getByRole("link", { name: "Ikuti lewat surel" }).click();
    await reader.locator("#email").fill("bukan surel");
    await reader.getByRole("button", { name: "Ikuti panduan" }).click();
    await expect(reader.locator("#email")).toHaveAttribute("aria-invalid", "true");
    await expect(reader.locator("#email")).toHaveValue("bukan surel");
    await reader.locator("#email").fill(address);
    await reader.locator("#element").selectOption({ label: "Karang Taruna" });
    await reader.getByRole("button", { name: "Ikuti panduan" }).click();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Periksa surel Anda");
    await reader.goto(await linkInMail(page, { to: address, subject: "Konfirmasi", link: /\/panduan\/ikuti\/[\w.-]+/ }));
    await reader.getByRole("button", { name: "Ya, ikuti panduan" }).click();
    await expect(reader).toHaveURL(/\/panduan$/);
  });

  await test.step("the officer writes a draft, sees how it will look, and publishes it", async () => {
    await signIn(page, "penyuluh");
    await page.goto("/ruang/petugas/panduan");
    await page.getByRole("link", { name: "Tulis panduan" }).click();
    await page.locator("#title").fill(title);
    await page.locator("#summary").fill("Surat pernyataan bermeterai dari bendahara, dengan saksi.");
    await page
      .locator("#body")
      .fill(
        "## Yang diterima\n- Surat pernyataan bendahara\n- **Salinan** dari toko\n\n<script>alert(1)</script> tetap tulisan.\n\n## Batasnya\nPaling banyak satu nota dalam satu termin, dan hanya di bawah Rp 1 juta.",
      );
    await page.locator("#topic").selectOption({ label: "Kuitansi, nota, pajak" });
    await page.getByLabel("Karang Taruna", { exact: true }).check();
    await page.getByRole("button", { name: "Simpan dan lihat hasilnya" }).click();
    await expect(page).toHaveURL(new RegExp(`/ruang/petugas/panduan/${id}/pratinjau$`));
    await expect(page.locator("main")).toContainText("<script>alert(1)</script> tetap tulisan.");
    await reader.goto("/panduan?q=nota hilang");
    await expect(reader.getByRole("link", { name: title })).toHaveCount(0);
    await page.getByRole("button", { name: "Terbitkan" }).click();
    await expect(page).toHaveURL(/\/panduan\/nota-hilang-/);
    await expect(page.getByRole("heading", { level: 2, name: "Yang diterima" })).toBeVisible();
  });

  await test.step("the reader finds it by search and by element, and is mailed", async () => {
    await reader.goto("/panduan?elemen=karang-taruna");
    await reader.locator("#q").fill("nota hilang");
    await reader.getByRole("button", { name: "Cari" }).click();
    await reader.getByRole("link", { name: title }).first().click();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(title);
    await expectNoSidewaysScrolling(reader);
    await reader.goto(await linkInMail(page, { to: address, subject: title, link: /\/panduan\/berhenti\/[\w.-]+/ }));
    await reader.getByRole("button", { name: "Berhenti mengikuti" }).click();
    await expect(reader.locator("body")).toContainText("Alamat surel Anda sudah dihapus");
  });

  await test.step("a Karang Taruna finds it in its workspace", async () => {
    const chair = await another(browser);
    await signIn(chair, "ketua.tunas");
    await chair.goto("/ruang/lembaga");
    await expect(chair.locator("#panduan")).toContainText(title);
    await chair.close();
  });

  await test.step("a new version stands beside the old one, and a withdrawal says why", async () => {
    await page.goto("/ruang/petugas/panduan");
    await page.getByRole("link", { name: title }).first().click();
    const own = new URL(page.url()).pathname;
    await page.locator("#summary").fill("Surat pernyataan bermeterai dari bendahara, dengan dua saksi.");
    await page.getByRole("button", { name: "Simpan dan lihat hasilnya" }).click();
    await page.locator("#change").fill("Dua saksi, bukan satu");
    await page.getByRole("button", { name: "Terbitkan" }).click();
    await expect(page.locator("main")).toContainText("dua saksi");
    await page.getByRole("link", { name: /Versi 1$/ }).click();
    await expect(page.locator("main")).toContainText("Anda membaca versi 1");
    const address1 = new URL(page.url()).pathname;
    await page.goto(`${own}/tarik`);
    await page.locator("#reason").fill("Aturannya diganti bulan ini.");
    await page.getByRole("button", { name: "Tarik panduan" }).click();
    await reader.goto(address1);
    await expect(reader.locator("main")).toContainText("Panduan ini sudah ditarik");
    await expect(reader.locator("main")).toContainText("Aturannya diganti bulan ini.");
    await expect(reader.locator("main")).not.toContainText("Yang diterima");
  });
  await reader.close();
});

test("a resident confirms and a concern is followed by its code", async ({ page, browser }) => {
  const phone = await plainPhone(browser);
  const thing = `Tandon air ${stamp}`;
  const story = `Tandonnya retak, ${stamp}.`;
  let poster = "";
  let program = "";
  let code = "";

  await test.step("the community makes a poster", async () => {
    await signIn(page, "ketua.tunas");
    const [own = ""] = await linksOn(page, "/ruang/lembaga", /^\/ruang\/lembaga\/program\/[a-z0-9-]+$/);
    await page.goto(own);
    program = own.split("/")[4] ?? "";
    await page.getByRole("link", { name: "Poster dan konfirmasi warga" }).click();
    await page.locator("#thing").fill("ab");
    await page.locator("#place").fill("Balai pemuda");
    await page.getByRole("button", { name: "Buat poster" }).click();
    await expect(page.locator("#thing")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#place")).toHaveValue("Balai pemuda");
    await page.locator("#thing").fill(thing);
    await page.locator("#households").fill("12");
    await page.getByRole("button", { name: "Buat poster" }).click();
    const made = page.locator(".poster", { hasText: thing });
    await expect(made.getByRole("img")).toBeVisible();
    poster = `/warga/${((await made.locator(".mono").innerText()).split("/warga/")[1] ?? "").replace("-", "")}`;
  });

  await test.step("a resident must choose, answers once, and sees honest counts", async () => {
    await phone.goto(poster);
    await phone.locator("#comment").fill(story);
    await phone.getByRole("button", { name: "Kirim jawaban" }).click();
    await expect(phone.locator("main")).toContainText("Pilih satu jawaban");
    await expect(phone.locator("#comment")).toHaveValue(story);
    await expectNoSidewaysScrolling(phone);
    await phone.getByLabel("Berbeda").check();
    await phone.getByRole("button", { name: "Kirim jawaban" }).click();
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Jawaban tercatat");
    await expect(phone.locator("main")).toContainText("1 jawaban dari 12 rumah.");
    await expect(phone.locator("main")).toContainText("11 rumah belum menjawab");
    await phone.getByRole("link", { name: "Perbarui jawaban" }).click();
    await phone.getByLabel("Belum ada").check();
    await phone.locator("#comment").fill(story);
    await phone.getByRole("button", { name: "Kirim jawaban" }).click();
    await expect(phone.locator("main")).toContainText("1 jawaban diganti oleh ponsel yang sama.");
  });

  await test.step("the desk reads the story, and it stands on the program page", async () => {
    const verifier = await another(browser);
    await verifier.goto(`/program/${program}`);
    await expect(verifier.locator("#warga")).not.toContainText(story);
    await signIn(verifier, "verifikator");
    await verifier.goto("/admin/suara-warga");
    await verifier
      .locator("li", { hasText: thing })
      .getByRole("button", { name: /^Tampilkan/ })
      .click();
    await verifier.goto(`/program/${program}`);
    await expect(verifier.locator("#warga")).toContainText(story);
    await verifier.close();
  });

  await test.step("somebody reports a concern without an account", async () => {
    await phone.goto(poster);
    await phone.getByRole("link", { name: "Laporkan kekhawatiran" }).first().click();
    await expect(phone.locator("#about")).toHaveValue(`program:${program}`);
    await phone.locator("#story").fill(`Tandon yang dipasang bukan yang tertulis di RAB (${stamp}).`);
    await phone.getByRole("button", { name: "Kirim laporan" }).click();
    await expect(phone.locator("main")).toContainText("Pilih tentang apa laporan ini.");
    await expect(phone.locator("#story")).toHaveValue(new RegExp(stamp));
    await expectNoSidewaysScrolling(phone);
    await phone.getByLabel("Barang tidak ada atau berbeda").check();
    await phone.getByLabel(/lewat kode lacak/).check();
    await phone
      .locator("#file")
      .setInputFiles({ name: "bukti.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
    await phone.getByRole("button", { name: "Kirim laporan" }).click();
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Laporan Anda sudah diterima");
    code = await phone.locator(".trk b").innerText();
    expect(code).toMatch(/^KW(-[2-9A-Z]{4}){3}$/);
    await expectNoSidewaysScrolling(phone);
  });

  const desk = await another(browser);
  await test.step("an administrator takes it and asks", async () => {
    await signIn(desk, "administrator");
    await desk.goto("/admin/laporan-warga");
    const cases = await desk.locator("main .recs a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    for (const address of cases) {
      await desk.goto(address);
      if ((await desk.locator("main").innerText()).includes(stamp)) break;
    }
    await expect(desk.locator("main")).toContainText(stamp);
    await desk.getByRole("button", { name: "Ambil laporan" }).click();
    await desk.getByLabel(/^Pelapor, tampil/).check();
    await desk.locator("#text").fill("Berapa liter yang tertulis di tandonnya?");
    await desk.getByRole("button", { name: "Simpan catatan" }).click();
    await expect(desk.locator("#catatan")).toContainText("Berapa liter");
  });

  await test.step("whoever reported comes back with the code and answers", async () => {
    const later = await plainPhone(browser);
    await later.goto("/lapor");
    await later.locator("#kode").fill("KW-2222-2222-2223");
    await later.getByRole("button", { name: "Lihat perkembangan" }).click();
    await expect(later.locator("#kode")).toHaveAttribute("aria-invalid", "true");
    await later.locator("#kode").fill(code.toLowerCase().replaceAll("-", " "));
    await later.getByRole("button", { name: "Lihat perkembangan" }).click();
    await expect(later.getByRole("heading", { level: 1 })).toHaveText("Kami bertanya kepada Anda");
    await later.locator("#text").fill("Tertulis 520 liter.");
    await later.getByRole("button", { name: "Kirim", exact: true }).click();
    await expect(later.locator("#percakapan")).toContainText("Tertulis 520 liter.");
    await later.close();
  });

  await test.step("the outcome is published on the program page without a word of the report", async () => {
    await desk.reload();
    await expect(desk.locator("#catatan")).toContainText("Tertulis 520 liter.");
    await desk.getByRole("link", { name: "Tutup dengan hasil" }).click();
    await desk.getByLabel("Terbukti", { exact: true }).check();
    await desk.locator("#published").fill(`Tandon diganti dengan ukuran yang tertulis di RAB (${stamp}a).`);
    await desk.getByRole("button", { name: "Terbitkan hasil dan tutup" }).click();
    await phone.goto(`/program/${program}`);
    await expect(phone.locator("#kekhawatiran")).toContainText(`${stamp}a`);
    await expect(phone.locator("#kekhawatiran")).not.toContainText("bukan yang tertulis");
    await phone.goto(`/lapor/${code}`);
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Laporan Anda sudah selesai");
  });
  await desk.close();
  await phone.close();
});
