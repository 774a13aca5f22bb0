import { type Page, expect, test } from "@playwright/test";
import { addDays, dayOf } from "~/kernel/dates";
import { drawPhoto } from "#db/seed/demo/photos.server";
import { fillPlanStep } from "../support/plan-step";
import { signIn } from "../support/sign-in";

test.use({ baseURL: process.env.SINERGI_E2E_URL });

const today = dayOf(new Date());
const village = "Desa Kedungtuban, Kecamatan Kedungtuban, Kabupaten Blora";

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.locator("main").getByRole("button", { name }).first().click();
}

test("WKSBM proposes jointly", async ({ page }) => {
  await signIn(page, "ketua.rukun");
  await page.goto("/ruang/lembaga/usulan/baru");
  await page.fill("[name=title]", `Jamban sehat dua dukuh ${Date.now() % 100_000}`);
  await press(page, "Mulai menulis");
  await page.fill("[name=summary]", "Dua kelompok warga membangun jamban sehat dan merawatnya bersama.");
  await page.fill("[name=story]", "Dua puluh keluarga belum punya jamban. Kelompok warga membangun bergantian, dari rumah ke rumah.");
  await page.check("[name=pillar][value=environment]");
  await page.selectOption("[name=primaryGoal]", "6");
  await press(page, "Simpan dan lanjut");
  await page.fill("[name=beneficiaries]", "20");
  await page.fill("[name=beneficiaryUnit]", "keluarga");
  await page.check("[name=needs][value=poor]");
  await press(page, "Simpan dan lanjut");
  await page.fill("[name=areaCodeCari]", "Kedungtuban, Kedungtuban");
  await press(page, "Cari wilayah");
  await page.getByLabel(/^Desa Kedungtuban, Kecamatan Kedungtuban/).check();
  await page.fill("[name=startsOn]", addDays(today, 10));
  await page.fill("[name=endsOn]", addDays(today, 200));
  await page.fill("[name=openUntil]", addDays(today, 60));
  await press(page, "Simpan dan lanjut");
  await fillPlanStep(page);

  await expect(page.getByRole("heading", { name: "Kelompok anggota" })).toBeVisible();
  await fillMembers(page);
  await press(page, "Simpan dan lanjut");
  await fillBudget(page);
  await page.getByRole("link", { name: /Kelompok anggota/ }).click();
  await expect(page.locator("main")).toContainText(/Bagian RAB:\s*Rp\s8\.000\.000/);
  await expect(page.locator("main")).toContainText(/Bagian RAB:\s*Rp\s4\.000\.000/);

  await page.getByRole("link", { name: /Rekening dan lampiran/ }).click();
  await page.locator("[name=payeeAccountId]").first().check();
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "jamban.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await drawPhoto("well")) });
  await press(page, "Unggah");
  await page.getByRole("link", { name: /Rencana termin/ }).click();
  await press(page, "Tambah termin");
  await page.locator("[name$='.title']").fill("Seluruh jamban");
  await page.locator("[name$='.condition']").fill("Dana tersedia");
  await page.locator("[name$='.amount']").fill("12.000.000");
  await page.locator("[name$='.plannedOn']").fill(addDays(today, 20));
  await press(page, "Simpan dan lanjut");
  await page.getByRole("link", { name: /^Indikator/ }).click();
  await press(page, "Tambah indikator");
  await page.locator("[name$='.name']").fill("Keluarga memakai jamban sehat");
  await page.locator("[name$='.unit']").fill("keluarga");
  await page.locator("[name$='.baseline']").fill("0");
  await page.locator("[name$='.target']").fill("20");
  await press(page, "Simpan dan lanjut");
  await page.getByRole("link", { name: /Periksa dan kirim/ }).click();
  await expect(page.locator("main")).toContainText("Semua isian lengkap");
  await press(page, "Kirim usulan");
  await expect(page.locator("main")).toContainText("Terkirim");
});

test("a joint program shows what each group has and proved", async ({ page }) => {
  await page.goto("/program?q=sumur+dalam");
  await page
    .getByRole("link", { name: /Sumur dalam dan tandon/ })
    .first()
    .click();
  const groups = page.getByRole("region", { name: "Kelompok anggota" });
  await expect(groups.getByRole("row")).toHaveCount(8);
  await expect(groups.locator("tfoot")).toContainText(/425\.000\.000/);
});

async function fillMembers(page: Page): Promise<void> {
  for (const [index, name] of ["Kelompok Wetan", "Kelompok Kulon"].entries()) {
    await press(page, "Tambah kelompok");
    await page.locator("[name$='.name']").nth(index).fill(name);
    await page.locator("[name$='.village']").nth(index).fill(village);
    await page.locator("[name$='.coordinator']").nth(index).fill("Koordinator");
  }
}

/** One line of the first group, and one that is split between both. */
async function fillBudget(page: Page): Promise<void> {
  await press(page, "Tambah kelompok");
  for (const [index, [what, volume, price]] of (
    [
      ["Batu dan semen", "10", "600.000"],
      ["Kloset", "20", "300.000"],
    ] as const
  ).entries()) {
    if (index > 0) await press(page, /^Tambah baris/);
    await page.locator("[name$='.description']").nth(index).fill(what);
    await page.locator("[name$='.volume']").nth(index).fill(volume);
    await page.locator("[name$='.unit']").nth(index).fill("paket");
    await page.locator("[name$='.unitPrice']").nth(index).fill(price);
    await page.locator("select[name$='.memberId']").nth(index).selectOption({ label: "Kelompok Wetan" });
  }
  await press(page, /^Simpan$/);
  await page.locator("details summary", { hasText: "Bagi dengan kelompok lain" }).nth(1).click();
  await page.getByLabel(/^Bagian Kelompok Kulon.*Kloset/).fill("4.000.000");
  await press(page, /^Simpan$/);
}
