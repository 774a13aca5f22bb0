import { type Browser, type Page, expect, test } from "@playwright/test";
import { addDays, dayOf } from "~/kernel/dates";
import { type StatementToWrite, writeKlikBcaCsv } from "#db/seed/klikbca-csv";
import { makePdf } from "#db/seed/demo/papers";
import { drawPhoto } from "#db/seed/demo/photos.server";
import { fillPlanStep } from "../support/plan-step";
import { signIn } from "../support/sign-in";

const title = `Lumbung pangan warga ${Date.now() % 100_000}`;
const today = dayOf(new Date());

type As = (key: string) => Promise<Page>;

/** Each person has a browser of their own, signed in once. */
function people(browser: Browser): As {
  const pages = new Map<string, Page>();
  return async (key) => {
    const known = pages.get(key);
    if (known) return known;
    const context = await browser.newContext({ baseURL: process.env.SINERGI_E2E_URL ?? "", locale: "id-ID" });
    const page = await context.newPage();
    page.on("pageerror", (error) => {
      throw error;
    });
    await signIn(page, key);
    pages.set(key, page);
    return page;
  };
}

type Figures = { committed: string; received: string; disbursed: string; accounted: string };

/** The four figures of the Alur Dana, in rupiah, as the program's public page says them to everyone. */
async function expectFlow(page: Page, slug: string, figures: Figures): Promise<void> {
  await page.goto(`/program/${slug}`);
  const sentence = plain((await page.locator("main svg.bar[role=img]").first().getAttribute("aria-label")) ?? "");
  expect(sentence).toContain(`Komitmen Rp ${figures.committed}, `);
  expect(sentence).toContain(`Diterima Rp ${figures.received}, `);
  expect(sentence).toContain(`Disalurkan Rp ${figures.disbursed}, `);
  expect(sentence).toContain(`Dipertanggungjawabkan Rp ${figures.accounted}, `);
}

function plain(text: string): string {
  return text.replaceAll("\u00a0", " ").replaceAll("\u00ad", "").replace(/\s+/g, " ");
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.locator("main").getByRole("button", { name }).first().click();
}

/** Answers the browser's question where a step asks once more. */
async function confirmed(page: Page, name: string | RegExp): Promise<void> {
  await press(page, name);
  const dialog = page.getByRole("dialog");
  if (await dialog.isVisible().catch(() => false)) await dialog.getByRole("button", { name }).click();
}

test("a program goes from a village's proposal to the last accounted rupiah", async ({ browser }) => {
  test.setTimeout(420_000);
  const as = people(browser);
  let slug = "";

  await test.step("the village writes and sends its proposal", () => writeAndSend(as));
  await test.step("a verifier checks it, somebody else publishes it", async () => {
    slug = await verifyAndPublish(as);
  });
  const visitor = await (await browser.newContext({ baseURL: process.env.SINERGI_E2E_URL ?? "", locale: "id-ID" })).newPage();
  await test.step("a company's officer pledges, another member approves", async () => {
    await pledgeAndApprove(as, slug);
    await expectFlow(visitor, slug, { committed: "10.000.000", received: "0", disbursed: "0", accounted: "0" });
  });
  await test.step("the transfer arrives in a bank statement and matches by its reference", async () => {
    await importTransfer(as);
    await expectFlow(visitor, slug, { committed: "10.000.000", received: "10.000.000", disbursed: "0", accounted: "0" });
  });
  await test.step("the first termin is released by two people and acknowledged", async () => {
    await release(as, slug, 1);
    await expectFlow(visitor, slug, { committed: "10.000.000", received: "10.000.000", disbursed: "6.000.000", accounted: "0" });
  });
  await test.step("receipts are checked and the report is published", async () => {
    await report(as, slug, 1, "6.000.000");
    await expectFlow(visitor, slug, { committed: "10.000.000", received: "10.000.000", disbursed: "6.000.000", accounted: "6.000.000" });
  });
  await test.step("the second termin goes the same way, and every rupiah is accounted for", async () => {
    await release(as, slug, 2);
    await report(as, slug, 2, "4.000.000");
    await expectFlow(visitor, slug, { committed: "10.000.000", received: "10.000.000", disbursed: "10.000.000", accounted: "10.000.000" });
    await expect(visitor.locator("main")).toContainText("Selesai");
  });
  await test.step("anyone reads the open ledger, whose chain holds", async () => {
    await visitor.goto(`/program/${slug}/dana`);
    await expect(visitor.locator("main")).toContainText(/utuh/i);
  });
});

async function writeAndSend(as: As): Promise<void> {
  const page = await as("ketua.tunas");
  await page.goto("/ruang/lembaga/usulan/baru");
  await page.fill("[name=title]", title);
  await press(page, "Mulai menulis");
  await page.fill("[name=summary]", "Tiga dukuh menyimpan padi bersama, dan meminjamkannya pada masa paceklik.");
  await page.fill(
    "[name=story]",
    "Pada masa paceklik warga meminjam beras dengan bunga tinggi. Dengan lumbung bersama, padi disimpan saat panen.",
  );
  await page.check("[name=pillar][value=economy]");
  await page.selectOption("[name=primaryGoal]", "2");
  await press(page, "Simpan dan lanjut");
  await page.fill("[name=beneficiaries]", "60");
  await page.fill("[name=beneficiaryUnit]", "keluarga");
  await page.check("[name=needs][value=poor]");
  await press(page, "Simpan dan lanjut");
  await page.fill("[name=areaCodeCari]", "Ledok, Sambong");
  await press(page, "Cari wilayah");
  await page.getByLabel(/Desa Ledok, Kecamatan Sambong/).check();
  await page.fill("[name=startsOn]", addDays(today, 10));
  await page.fill("[name=endsOn]", addDays(today, 200));
  await page.fill("[name=openUntil]", addDays(today, 60));
  await press(page, "Simpan dan lanjut");
  await fillPlanStep(page);
  await fillBudget(page);
  await press(page, "Simpan dan lanjut");
  await fillTermin(page);
  await press(page, "Simpan dan lanjut");
  if ((await page.locator("[name$='.baseline']").count()) === 0) await press(page, /^Tambah indikator/);
  await page.locator("[name$='.name']").first().fill("Keluarga meminjam padi tanpa bunga");
  await page.locator("[name$='.unit']").first().fill("keluarga");
  await page.locator("[name$='.baseline']").first().fill("0");
  await page.locator("[name$='.target']").first().fill("60");
  await press(page, "Simpan dan lanjut");
  await page.locator("[name=payeeAccountId]").first().check();
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles(await photo("lumbung.jpg"));
  await press(page, "Unggah");
  await press(page, "Simpan dan lanjut");
  await expect(page.locator("main")).toContainText("Semua isian lengkap");
  await press(page, "Kirim usulan");
  await expect(page.locator("main")).toContainText("Terkirim");
}

/** Two lines of Rp 6.000.000 and Rp 4.000.000. */
async function fillBudget(page: Page): Promise<void> {
  await press(page, "Tambah kelompok");
  const lines = [
    ["Lumbung kayu", "1", "unit", "6000000"],
    ["Padi simpanan awal", "400", "kg", "10000"],
  ] as const;
  for (const [index, [description, volume, unit, price]] of lines.entries()) {
    if ((await page.locator("[name$='.description']").count()) <= index) await press(page, /^Tambah baris/);
    await page.locator("[name$='.description']").nth(index).fill(description);
    await page.locator("[name$='.volume']").nth(index).fill(volume);
    await page.locator("[name$='.unit']").nth(index).fill(unit);
    await page.locator("[name$='.unitPrice']").nth(index).fill(price);
  }
}

/** Two termin of Rp 6.000.000 and Rp 4.000.000. */
async function fillTermin(page: Page): Promise<void> {
  const termins = [
    ["Lumbung", "6000000", "Dana program cukup", addDays(today, 20)],
    ["Padi", "4000000", "Laporan Termin 1 terbit", addDays(today, 60)],
  ] as const;
  for (const [index, [name, amount, condition, day]] of termins.entries()) {
    await press(page, "Tambah termin");
    await page.locator(`[name="tranches.${index + 1}.title"]`).fill(name);
    await page.locator(`[name="tranches.${index + 1}.amount"]`).fill(amount);
    await page.locator(`[name="tranches.${index + 1}.condition"]`).fill(condition);
    await page.locator(`[name="tranches.${index + 1}.plannedOn"]`).fill(day);
  }
}

async function verifyAndPublish(as: As): Promise<string> {
  const verifier = await as("verifikator");
  await verifier.goto("/admin/verifikasi");
  await verifier.locator("main").getByRole("link", { name: title }).first().click();
  const address = new URL(verifier.url()).pathname;
  await press(verifier, /Nyatakan tidak ada ikatan/);
  for (const kind of ["legality", "field_visit", "budget"]) {
    await verifier.selectOption("[name=kind]", kind);
    await verifier.fill("[name=roleLabel]", "PSM Kecamatan Sambong");
    await verifier.locator("[name=result][value=match]").check({ force: true });
    await verifier.fill("[name=finding]", "Dibandingkan dengan aslinya dan dilihat di tempat.");
    await verifier
      .locator("main form", { has: verifier.locator("[name=kind]") })
      .getByRole("button")
      .last()
      .click();
  }
  const administrator = await as("administrator");
  await administrator.goto(address);
  await confirmed(administrator, "Terbitkan");
  await administrator.goto(`/program?q=${encodeURIComponent(title)}`);
  await administrator.locator("main a[href^='/program/']").filter({ hasText: title }).first().click();
  await expect(administrator.locator("h1")).toContainText(title);
  return new URL(administrator.url()).pathname.split("/").at(-1) ?? "";
}

async function pledgeAndApprove(as: As, slug: string): Promise<void> {
  const officer = await as("petugas.kawung");
  await officer.goto(`/program/${slug}/komitmen`);
  await officer.fill("[name=jumlah]", "10.000.001");
  await press(officer, /Periksa sebelum dikirim/);
  await expect(officer.locator("main")).toContainText(/10\.000\.000/);
  await officer.fill("[name=jumlah]", "10.000.000");
  await press(officer, /Periksa sebelum dikirim/);
  await officer.locator("main form[method=post]").getByRole("button").first().click();
  await expect(officer.locator("main")).toContainText(/menunggu/i);
  const approver = await as("penyetuju.kawung");
  await approver.goto("/ruang/perusahaan/persetujuan");
  await approver
    .locator("main")
    .getByRole("link")
    .filter({ hasText: title })
    .or(approver.locator("main a[href*='/persetujuan/']"))
    .first()
    .click();
  await expect(approver.locator("main")).toContainText(title);
  await confirmed(approver, /^Setujui/);
}

/** The reference on the company's page, and the line that the bank would show for it. */
async function importTransfer(as: As): Promise<void> {
  const officer = await as("petugas.kawung");
  await officer.goto("/ruang/perusahaan/komitmen");
  await officer.locator("main").getByRole("link", { name: title }).first().click();
  if (officer.url().includes("/program/")) throw new Error("the list of pledges leads to the pledge");
  const reference = /SNG\s?\d\d\s?\d{4}\s?[A-Z]/.exec(plain(await officer.locator("main").innerText()))?.[0] ?? "";
  expect(reference).not.toBe("");
  const reconciler = await as("rekonsiliator");
  await importStatement(reconciler, [
    { day: today, direction: "in", amount: 10_000_000n, description: `TRSF E-BANKING CR ${reference} ENERGI KAWUNG` },
  ]);
  await expect(reconciler.locator("main")).toContainText(/nomor referensi tepat\s*1\s*Rp\s10\.000\.000/);
  await reconciler.goto("/admin/rekonsiliasi");
  await expect(reconciler.locator("main")).toContainText(/Selisih\s*Rp\s0/);
}

async function importStatement(page: Page, lines: StatementToWrite["lines"]): Promise<void> {
  await page.goto("/admin/rekonsiliasi");
  const bank = /Saldo menurut bank\s*Rp\s([\d.]+)/.exec(plain(await page.locator("main").innerText()))?.[1] ?? "0";
  const opening = BigInt(bank.replaceAll(".", ""));
  const csv = writeKlikBcaCsv({
    accountNumber: "0400010071",
    holderName: "YAYASAN SINERGI CEPU RAYA",
    from: today,
    to: today,
    opening,
    lines,
  });
  await page.goto("/admin/rekonsiliasi/impor");
  await page.locator("[name=berkas]").setInputFiles({ name: `mutasi-${Date.now()}.csv`, mimeType: "text/csv", buffer: Buffer.from(csv) });
  await press(page, "Baca berkas");
  await press(page, /^Impor/);
}

async function release(as: As, slug: string, n: number): Promise<void> {
  const treasurer = await as("bendahara.tunas");
  await treasurer.goto(`/ruang/lembaga/program/${slug}`);
  await treasurer
    .locator("main")
    .getByRole("link", { name: new RegExp(`Minta Termin ${n}`) })
    .first()
    .click();
  await press(treasurer, "Kirim permintaan");
  const disburser = await as("penyalur");
  await disburser.goto("/admin/penyaluran");
  await disburser.locator("main tr, main li").filter({ hasText: title }).getByRole("link").first().click();
  const address = new URL(disburser.url()).pathname;
  await press(disburser, /^Siapkan/);
  const approver = await as("penyetuju");
  await approver.goto(address);
  await confirmed(approver, /^Setujui/);
  await disburser.goto(address);
  await press(disburser, /dikirim ke bank/);
  await disburser
    .locator("main")
    .getByRole("link", { name: /dijalankan bank/ })
    .click();
  await disburser.fill("[name=bankReference]", `BF-${n}-${Date.now()}`);
  await press(disburser, /dijalankan bank/);
  await treasurer.goto(`/ruang/lembaga/program/${slug}`);
  await treasurer.locator("main").getByRole("link", { name: /Akui/ }).first().click();
  await press(treasurer, "Ya, dana sudah masuk");
}

async function report(as: As, slug: string, n: number, amount: string): Promise<void> {
  const treasurer = await as("bendahara.tunas");
  const address = `/ruang/lembaga/program/${slug}/laporan/${n}`;
  await treasurer.goto(address);
  await press(treasurer, "Mulai laporan");
  await treasurer.goto(`${address}/nota`);
  await treasurer.locator("[name=file]").setInputFiles(receiptPaper(amount));
  await treasurer.fill("[name=amount]", amount);
  await treasurer.selectOption("[name=budgetLineId]", { index: n });
  await treasurer.fill("[name=vendor]", "Tukang kayu Ledok");
  await treasurer.fill("[name=spentOn]", today);
  await treasurer.fill("[name=description]", "Bahan dan upah");
  await press(treasurer, "Simpan nota");
  await expect(treasurer.locator("main")).toContainText("Tukang kayu Ledok");
  await treasurer.fill("[name=headline]", `Termin ${n} selesai, lumbung dipakai warga`);
  await treasurer.fill("[name=story]", "Warga membangun bersama selama tiga pekan dan mencatat setiap karung yang masuk.");
  await treasurer.fill("[name=lessons]", "Catatan simpan pinjam lebih mudah bila ditempel.");
  await treasurer.fill("[name=beneficiaries]", "60");
  await treasurer.locator("[name^='actual.']").first().fill("35");
  await press(treasurer, "Simpan laporan");
  await confirmed(treasurer, "Kirim laporan");

  const verifier = await as("verifikator");
  await verifier.goto("/admin/laporan");
  await verifier
    .locator("main tr")
    .filter({ hasText: title })
    .filter({ hasText: `Termin ${n}` })
    .getByRole("link")
    .first()
    .click();
  await press(verifier, /^Setujui/);
  await expect(verifier.locator("main")).toContainText("Disetujui");
  await confirmed(verifier, "Terbitkan laporan");
  await expect(verifier.locator("main")).toContainText("Terbit");
}

async function photo(name: string) {
  return { name, mimeType: "image/jpeg", buffer: Buffer.from(await drawPhoto("room", 3)) };
}

function receiptPaper(amount: string) {
  return { name: "nota.pdf", mimeType: "application/pdf", buffer: Buffer.from(makePdf("Nota", [`Jumlah Rp ${amount}`])) };
}
