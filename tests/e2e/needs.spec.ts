import { type Page, expect, test } from "@playwright/test";
import { signIn } from "../support/sign-in";

const base = process.env.SINERGI_E2E_URL ?? "";
const phone = { baseURL: base, locale: "id-ID", viewport: { width: 360, height: 740 } };
const [list, form] = ["/ruang/petugas/kebutuhan", "/ruang/petugas/kebutuhan/baru"];
const tobo = "33.16.01.2011";

type Count = { people: string; group?: string; village?: string };

async function fillIn(page: Page, { people, group = "beggar", village = tobo }: Count): Promise<void> {
  await page.locator("[name=needCode]").selectOption(group);
  await page.locator("[name=areaCode]").selectOption(village);
  await page.locator("[name=people]").fill(people);
  await page.locator("[name=urgency][value=soon]").check();
  await page.locator("[name=sources][value=home_visit]").check();
  await page.locator("[name=since]").fill("2025-02-01");
}

test("PSM maps needs", async ({ browser }) => {
  test.setTimeout(240_000);
  let address = "";

  await test.step("a need is recorded on a phone without JavaScript; a mistake loses nothing", async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, "psm.jati");
    await page.goto(form);
    await fillIn(page, { people: "empat" });
    await page.getByRole("button", { name: "Simpan catatan" }).click();
    await expect(page.locator("#people-galat")).toContainText("Tulis angka saja");
    await expect(page.locator("[name=people]")).toHaveValue("empat");
    await expect(page.locator("[name=areaCode]")).toHaveValue(tobo);
    await page.locator("[name=people]").fill("40");
    await page.getByRole("button", { name: "Simpan catatan" }).click();
    await expect(page).toHaveURL(`${base}${list}`);
    await expect(page.locator("main")).toContainText("Pengemis");

    await page.goto(form);
    await fillIn(page, { people: "46" });
    await page.getByRole("button", { name: "Simpan catatan" }).click();
    await expect(page.getByRole("heading", { level: 2 })).toContainText("Desa Tobo");
    await expect(page.locator("main")).toContainText("jumlah menjadi 86");
    await page.locator("[name=reason]").fill("Enam orang datang sesudah panen.");
    await page.getByRole("button", { name: "Perbarui catatan" }).click();
    await expect(page).toHaveURL(`${base}${list}`);
    await context.close();
  });

  await test.step("without a signal records wait on the phone and go when it returns; a sensitive group hides the village", async () => {
    const context = await browser.newContext(phone);
    const page = await context.newPage();
    page.on("pageerror", (error) => {
      throw error;
    });
    await signIn(page, "psm.jati");
    await page.goto(form);
    await context.setOffline(true);
    await fillIn(page, { people: "4", group: "scavenger" });
    await page.getByRole("button", { name: "+1" }).click();
    await expect(page.locator("[name=people]")).toHaveValue("5");
    await page.getByRole("button", { name: "Simpan catatan" }).click();
    const bar = page.locator("[data-outbox]");
    await expect(bar).toContainText("Tersimpan di ponsel ini");

    await page.locator("[name=needCode]").selectOption("violence_victim");
    await expect(page.locator("main")).toContainText("Desa tidak disimpan");
    await expect(page.locator("[name=areaCode]")).toHaveValue("33.16");
    await expect(page.locator("[name=about]")).toBeHidden();
    await page.locator("[name=people]").fill("6");
    await page.locator("[name=urgency][value=urgent]").check();
    await page.locator("[name=sources][value=village_officials]").check();
    await page.locator("[name=since]").fill("2025-02-01");
    await page.getByRole("button", { name: "Simpan catatan" }).click();
    await expect(bar).toContainText("Tersimpan di ponsel ini");
    await context.setOffline(false);
    await expect(bar).toContainText("Semua sudah terkirim");

    await page.goto(list);
    await expect(page.locator("main li", { hasText: "Pemulung" })).toContainText("Desa Tobo");
    await expect(page.locator("main li", { hasText: "Korban tindak kekerasan" })).toContainText("Kabupaten Blora");
    await page.locator("main li", { hasText: "Pengemis" }).getByRole("link").click();
    address = new URL(page.url()).pathname;
    await expect(page.locator("main")).toContainText("Enam orang datang sesudah panen.");
    await expect(page.locator("main")).toContainText("40 orang");
    await page.locator("[name=people]").fill("44");
    await page.locator("[name=sources][value=home_visit]").check();
    await page.locator("[name=reason]").fill("Dua orang kembali ke keluarganya.");
    await page.getByRole("button", { name: "Perbarui catatan" }).click();
    await expect(page.locator("main")).toContainText("44 dari 44 orang belum ada program");
    await context.close();
  });

  await test.step("anyone sees the gap; a community starts a proposal from it in one click", async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`/kebutuhan?wilayah=${tobo}`);
    const gap = page.locator("#rincian tr", { hasText: "Pengemis" });
    await expect(gap).toContainText("44");
    await signIn(page, "ketua.tunas");
    await page.goto(`/kebutuhan?wilayah=${tobo}&kebutuhan=pengemis`);
    await gap.getByRole("button", { name: /Buat usulan/ }).click();
    await expect(page).toHaveURL(/\/ruang\/lembaga\/usulan\/[0-9a-f-]{36}\/penerima$/);
    await expect(page.locator("[name=needs][value=beggar]")).toBeChecked();
    await expect(page.locator("[name=beneficiaries]")).toHaveValue("44");
    await expect(page.locator("[name^='answers.']")).toHaveValue("44");
    await context.close();
  });

  await test.step("the PSM closes the record, and it leaves the map", async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, "psm.jati");
    await page.goto(address);
    await page.getByRole("link", { name: "Tutup catatan" }).click();
    await page.locator("[name=closing][value=met]").check();
    await page.locator("[name=note]").fill("Semua sudah bekerja di pasar desa.");
    await page.getByRole("button", { name: "Tutup catatan" }).click();
    await expect(page).toHaveURL(`${base}${list}`);
    await page.goto(`/kebutuhan?wilayah=${tobo}`);
    await expect(page.locator("#rincian tr", { hasText: "Pengemis" })).toHaveCount(0);
    await context.close();
  });
});
