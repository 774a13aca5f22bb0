import { type Page, expect, test } from "@playwright/test";
import { signIn } from "../support/sign-in";

test.use({ baseURL: process.env.SINERGI_E2E_URL });

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.locator("main").getByRole("button", { name }).first().click();
}

async function startProposal(page: Page, title: string): Promise<string> {
  await page.goto("/ruang/lembaga/usulan/baru");
  await page.fill("[name=title]", title);
  await press(page, "Mulai menulis");
  await page.waitForURL(/\/cerita$/);
  return new URL(page.url()).pathname.replace(/\/cerita$/, "");
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("a proposal written with the network cut three times arrives whole", async ({ page, context }) => {
    await signIn(page, "ketua.tunas");
    const address = await startProposal(page, "Sinyal lemah di lereng");
    const bar = page.locator("[data-autosave-status]");

    // First cut: while typing. What is typed stays on the device and goes when the network is back.
    await context.setOffline(true);
    await page.fill("[name=summary]", "Ditulis saat sinyal hilang.");
    await expect(bar).toContainText("Tanpa sambungan");
    await page.fill("[name=story]", "Paragraf pertama saat sinyal hilang.\n\nParagraf kedua.");
    await context.setOffline(false);
    await expect(bar).toContainText("Tersimpan pukul");

    // Second cut: when the button is pressed. The page stays, with everything in it.
    await page.check("[name=pillar][value=social]");
    await page.selectOption("[name=primaryGoal]", "1");
    await context.setOffline(true);
    await press(page, "Simpan dan lanjut");
    await expect(bar).toContainText("Tanpa sambungan");
    await expect(page.locator("[name=summary]")).toHaveValue("Ditulis saat sinyal hilang.");
    await context.setOffline(false);
    await press(page, "Simpan dan lanjut");
    await page.waitForURL(/\/penerima$/);

    // Third cut: the phone gives up, the page is closed, and opened again later.
    await page.goto(`${address}/rab`);
    await press(page, "Tambah kelompok");
    await page.waitForURL(/rab#lines$/);
    await context.setOffline(true);
    await page.fill("[name$='.description']", "Genset kecil");
    await page.fill("[name$='.volume']", "1");
    await page.fill("[name$='.unit']", "unit");
    await page.fill("[name$='.unitPrice']", "4.500.000");
    await expect(bar).toContainText("Tanpa sambungan");
    await page.goto("about:blank");
    await context.setOffline(false);
    await page.goto(`${address}/rab`);
    await expect(page.locator("[name$='.description']")).toHaveValue("Genset kecil");
    // A save that was on its way when the phone gave up may have arrived after all.
    await expect(bar).toContainText(/Tersimpan (pukul|di server)/);

    await page.evaluate(() => localStorage.clear());
    await page.goto(`${address}/rab`);
    await expect(page.locator("[name$='.unitPrice']")).toHaveValue("4.500.000");
    await page.goto(`${address}/cerita`);
    await expect(page.locator("[name=story]")).toHaveValue("Paragraf pertama saat sinyal hilang.\n\nParagraf kedua.");
    await expect(page.locator("[name=pillar][value=social]")).toBeChecked();
  });
});

test("what is saved by a button is not saved once more while the answer is on its way", async ({ page }) => {
  await signIn(page, "ketua.tunas");
  const address = await startProposal(page, "Jawaban lambat dari server");
  await page.goto(`${address}/rab`);
  await press(page, "Tambah kelompok");
  await page.waitForURL(/rab#lines$/);
  let pressed = false;
  const late: string[] = [];
  page.on("request", (request) => {
    if (pressed && request.url().endsWith("/rab/simpan")) late.push(request.url());
  });
  await page.route(`**${address}/rab`, async (route) => {
    if (route.request().method() === "POST") await new Promise((resolve) => setTimeout(resolve, 3_000));
    await route.continue();
  });
  await page.locator("[name$='.description']").fill("Genset kecil");
  const answered = page.waitForEvent("load");
  pressed = true;
  await press(page, /^Tambah baris/);
  await answered;
  // A save of the page that is left would have come after the row was added, and taken it away again.
  expect(late).toEqual([]);
  await page.unroute(`**${address}/rab`);
  await page.locator("[name$='.description']").nth(1).fill("Kabel 20 meter");
  await press(page, "Simpan dan lanjut");
  await page.waitForURL(/\/termin$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the later of two writers sees both versions and chooses", async ({ page, context }) => {
    await signIn(page, "ketua.tunas");
    const address = await startProposal(page, "Dua tab, satu usulan");
    const other = await context.newPage();
    await other.goto(`${address}/cerita`);
    await page.fill("[name=title]", "Judul dari tab pertama");
    await page.fill("[name=summary]", "Ringkasan dari tab pertama.");
    await press(page, /^Simpan$/);
    await other.fill("[name=title]", "Judul dari tab kedua");
    await press(other, /^Simpan$/);
    await expect(other.locator("main")).toContainText("Satu bagian diubah dua orang");
    await expect(other.locator("main")).toContainText("Judul dari tab pertama");
    await expect(other.locator("[name=title]")).toHaveValue("Judul dari tab kedua");
    await expect(other.locator("[name=summary]")).toHaveValue("Ringkasan dari tab pertama.");
    await press(other, /^Simpan$/);
    await expect(other.locator("main")).toContainText("Pilih salah satu versi");
    await other.getByLabel(/Yang Anda tulis/).check();
    await press(other, /^Simpan$/);
    await other.goto(`${address}/cerita`);
    await expect(other.locator("[name=title]")).toHaveValue("Judul dari tab kedua");
    await expect(other.locator("[name=summary]")).toHaveValue("Ringkasan dari tab pertama.");
  });
});
