import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { signIn } from "../support/sign-in";

const base = process.env.SINERGI_E2E_URL ?? "";
const phone = { baseURL: base, locale: "id-ID", timezoneId: "Asia/Jakarta", viewport: { width: 360, height: 740 }, hasTouch: true };

/** Asks Murni Astuti to see whether the money of a program's first termin has arrived. */
async function offerVisit(browser: Browser, program: RegExp): Promise<void> {
  const desk = await (await browser.newContext({ baseURL: base, locale: "id-ID" })).newPage();
  await signIn(desk, "verifikator");
  await desk.goto("/admin/verifikasi");
  await desk.getByRole("link", { name: program }).first().click();
  await desk.getByLabel("Tugas", { exact: true }).selectOption("arrival_confirmation");
  const who = await desk
    .locator("option", { hasText: /Murni Astuti/ })
    .first()
    .textContent();
  await desk.getByLabel("Petugas", { exact: true }).selectOption({ label: who ?? "" });
  await desk.getByLabel(/^Termin/).selectOption({ index: 1 });
  await desk.getByRole("button", { name: "Tawarkan tugas" }).click();
  await expect(desk.locator("main")).toContainText("Tugas ditawarkan");
  await desk.context().close();
}

async function acceptVisit(page: Page): Promise<string> {
  await page.goto("/ruang/petugas");
  await page
    .getByRole("link", { name: /^Kepastian bantuan tiba/ })
    .first()
    .click();
  await page.getByLabel(/^Saya tidak punya ikatan/).check();
  await page.getByRole("button", { name: "Terima tugas dan buka berkas" }).click();
  await expect(page.locator("main")).toContainText("Jangan memotret wajah");
  return new URL(page.url()).pathname;
}

/** The addresses that this browser keeps for somebody, or with `words` all that is kept there. */
function kept(page: Page, words = false): Promise<string[]> {
  return page.evaluate(async (whole) => {
    const found: string[] = [];
    for (const name of (await caches.keys()).filter((one) => one.startsWith("halaman-"))) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        found.push(whole ? ((await (await cache.match(request))?.text()) ?? "") : request.url.slice(location.origin.length));
    }
    return found.filter((path) => !path.startsWith("/~"));
  }, words);
}

const step = (page: Page) => page.locator("[data-step-bar] h2");
const next = (page: Page) => page.getByRole("button", { name: /^Lanjut/ });
const answer = (page: Page, n: number, text: string) =>
  page
    .getByRole("group", { name: new RegExp(`^${n}\\. `) })
    .getByText(text, { exact: true })
    .click();

async function signOut(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto("/keluar");
  await page.locator("main").getByRole("button", { name: "Keluar" }).click();
  await expect(page).toHaveURL("/");
  await page.close();
}

test("a visit that is only listed opens without a signal, is filled in step by step, and is sent once", async ({ browser }) => {
  test.setTimeout(240_000);
  await offerVisit(browser, /^Kebun pangan lansia/);
  const context = await browser.newContext(phone);
  const first = await context.newPage();
  await signIn(first, "psm.sambong");
  const here = await acceptVisit(first);
  await first.goto("/ruang/petugas");
  await expect(first.locator("[data-kept-count]")).toContainText(/ada di ponsel \(\d+.KB\), bisa dikerjakan tanpa sinyal/);
  expect(await kept(first)).toEqual(expect.arrayContaining(["/ruang/petugas", here]));
  await first.close();

  await context.setOffline(true);
  const page = await context.newPage();
  await test.step("the list opens, and a page that was never kept says so and names what is there", async () => {
    await page.goto("/ruang/petugas");
    await expect(page.locator("[data-kept-words]")).toContainText("Halaman ini dari ponsel");
    await expect(page.locator("[data-kept-count]")).toContainText("ada di ponsel");
    await page.goto("/ruang/petugas/profil");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anda sedang tanpa sinyal");
    await expect(page.locator("main")).toContainText("Terakhir tersambung");
    await page.getByRole("link", { name: /^Kepastian bantuan tiba/ }).click();
    await expect(page).toHaveURL(here);
  });

  await test.step("one question at a time; the back button of the browser goes a step back", async () => {
    await expect(page.locator("[data-flash]")).toHaveCount(0);
    await expect(step(page)).toContainText("Langkah 1 dari 4");
    await expect(next(page)).toHaveText("Lanjut, sisa 3");
    await next(page).click();
    await expect(step(page)).toContainText("Langkah 2 dari 4");
    await expect(step(page)).toBeFocused();
    await expect(page.getByRole("group", { name: /^1\. / })).toBeHidden();
    await page.goBack();
    await expect(step(page)).toContainText("Langkah 1 dari 4");
    await page.goForward();
    await answer(page, 2, "Berbeda");
    await page.getByLabel("Catatan 2").fill("Bibit kurang 40 batang.");
    await page.keyboard.press("Enter");
    await expect(step(page)).toContainText("Langkah 3 dari 4");
    await expect(page.locator("[data-autosave-status]")).toContainText("Tanpa sambungan");
  });

  await test.step("the tab is closed, and opened again still without a signal: what was typed is there", async () => {
    await page.close();
    const again = await context.newPage();
    await again.goto(`${here}#langkah-3`);
    await again.getByRole("button", { name: "Kembali ke langkah sebelumnya" }).click();
    await expect(again.getByLabel("Catatan 2")).toHaveValue("Bibit kurang 40 batang.");
    await context.setOffline(false);
    await expect(again.locator("[data-autosave-status]")).toContainText("Tersimpan pukul");
    await again.getByLabel("Catatan 2").fill("Bibit kurang 30 batang.");
    await expect.poll(() => again.evaluate(() => Object.keys(localStorage).filter((name) => name.endsWith("/simpan")))).toEqual([]);
    await again.close({ runBeforeUnload: false });
  });

  await test.step("what reached the server is shown without a signal too, and the visit is sent when there is one", async () => {
    await context.setOffline(true);
    const again = await context.newPage();
    await again.goto(`${here}#langkah-2`);
    await expect(again.getByLabel("Catatan 2")).toHaveValue("Bibit kurang 30 batang.");
    await next(again).click();
    await again.getByLabel("Kesimpulan dalam kalimat").fill("Kebun berjalan, bibit menyusul.");
    await expect(next(again)).toHaveText("Lanjut, sisa 2");
    await next(again).click();
    await again.getByLabel("Berbeda, perlu perbaikan").check();
    await context.setOffline(false);
    await expect(again.locator("[data-autosave-status]")).toContainText("Tersimpan pukul");
    await again.getByRole("button", { name: "Sahkan dan kirim" }).click();
    await expect(again.getByRole("alert")).toBeFocused();
    await expect(step(again)).toContainText("Langkah 1 dari 4");
    await answer(again, 1, "Cocok");
    for (const n of [2, 3, 4]) {
      await next(again).click();
      await expect(step(again)).toContainText(`Langkah ${n} dari 4`);
    }
    await again.getByRole("button", { name: "Sahkan dan kirim" }).click();
    await again.waitForURL("**/ruang/petugas");
    await again.goto(here);
    await expect(again.locator("main")).toContainText("Tugas ini selesai dan terkunci");
    await expect.poll(() => kept(again)).not.toContain(here);
    await context.close();
  });
});

test("kept pages go with whoever they were kept for", async ({ browser }) => {
  test.setTimeout(240_000);
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await signIn(page, "psm.jati");
  await page.goto("/ruang/petugas");
  await expect.poll(() => kept(page)).toContain("/ruang/petugas");

  await test.step("signing out drops them", async () => {
    await signOut(context);
    await expect.poll(() => kept(page)).toEqual([]);
    await context.setOffline(true);
    await page.goto("/ruang/petugas");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anda sedang tanpa sinyal");
    await expect(page.locator("main")).toContainText("Belum ada halaman yang tersimpan di ponsel ini");
    await context.setOffline(false);
  });

  await test.step("a session that has ended drops them with the next page", async () => {
    await signIn(page, "psm.jati");
    await page.goto("/ruang/petugas");
    await expect.poll(() => kept(page)).toContain("/ruang/petugas");
    await context.clearCookies();
    await page.goto("/program");
    await expect.poll(() => kept(page)).toEqual([]);
  });

  await test.step("so does somebody else who signs in meanwhile, and a form that goes out without a signal", async () => {
    await signIn(page, "psm.jati");
    await page.goto("/ruang/petugas");
    await expect.poll(() => kept(page)).toContain("/ruang/petugas");
    expect((await kept(page, true)).join()).toContain("Slamet Riyanto");
    await context.clearCookies();
    await signIn(page, "peksos");
    await page.goto("/ruang/petugas");
    await expect.poll(() => kept(page)).toContain("/ruang/petugas");
    const words = (await kept(page, true)).join();
    expect(words).toContain("Dyah Ayu Pramesti");
    expect(words).not.toContain("Slamet Riyanto");
    await page.goto("/keluar");
    await context.setOffline(true);
    await page
      .locator("main")
      .getByRole("button", { name: "Keluar" })
      .click()
      .catch(() => undefined);
    const after = await context.newPage();
    await after.goto("/ruang/petugas");
    await expect(after.getByRole("heading", { level: 1 })).toHaveText("Anda sedang tanpa sinyal");
    await context.close();
  });
});

test("readers who have no tasks get no service worker", async ({ browser }) => {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto("/program");
  await signIn(page, "ketua.tunas");
  await page.goto("/ruang/lembaga");
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await context.close();
});
