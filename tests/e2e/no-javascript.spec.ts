import { expect, type Page, test } from "@playwright/test";
import { alurMessages } from "~/components/alur-messages";
import { demoEmail, demoPassword } from "#db/seed/demo/organizations";
import { signIn } from "../support/sign-in";

test.use({ javaScriptEnabled: false, baseURL: process.env.SINERGI_E2E_URL });

const million = 1_000_000n;

/** Rp 1.234.567 somewhere in a text, as a number. */
function rupiahIn(text: string): bigint {
  const digits = /Rp\s?([\d.]+)/.exec(text)?.[1];
  if (!digits) throw new Error(`No amount in “${text}”`);
  return BigInt(digits.replaceAll(".", ""));
}

/** What a program's public page says is committed, to the rupiah, and what it says is still needed. */
async function figuresOf(page: Page, slug: string): Promise<{ committed: bigint; needed: bigint }> {
  await page.goto(`/program/${slug}`);
  const words =
    (await page
      .locator("main")
      .getByRole("img", { name: /^Alur Dana\./ })
      .first()
      .getAttribute("aria-label")) ?? "";
  const committed = new RegExp(`${alurMessages.id.committed} (Rp\\s?[\\d.]+)`).exec(words)?.[1] ?? "";
  const needed = await page.locator("form.panel .kpi").innerText();
  return { committed: rupiahIn(committed), needed: rupiahIn(needed) };
}

/** The first program of a list that can take two million more. */
async function roomyProgram(page: Page): Promise<string> {
  const links = page.locator("main .cards a[href^='/program/']");
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  for (const slug of new Set(addresses.map((address) => address.split("/")[2]?.split("?")[0] ?? ""))) {
    await page.goto(`/program/${slug}`);
    const needed = page.locator("form.panel .kpi");
    if ((await needed.count()) === 1 && rupiahIn(await needed.innerText()) > 2n * million) return slug;
  }
  throw new Error("No program of the list takes pledges");
}

test("programs are filtered and searched by plain forms and links", async ({ page }) => {
  await page.goto("/program");
  const cards = page.locator("main .cards > *");
  await expect(page.locator("#kaki")).toBeVisible();
  const all = await cards.count();
  expect(all).toBeGreaterThan(3);

  await page.locator("[name=pilar][type=checkbox]").first().check();
  await page.locator("main aside").getByRole("button", { name: "Terapkan" }).click();
  await expect(page).toHaveURL(/[?&]pilar=/);
  await expect(page.locator("[name=pilar][type=checkbox]").first()).toBeChecked();
  await expect(cards).not.toHaveCount(0);
  const filtered = await cards.count();
  expect(filtered).toBeLessThan(all);

  await page.goto("/program");
  await page.locator("#q").fill("air");
  await page.locator("form.search").getByRole("button").click();
  await expect(page).toHaveURL(/[?&]q=air/);
  await expect(page.locator("#q")).toHaveValue("air");
  await expect(cards).not.toHaveCount(0);
  await page.locator("#q").fill("tidak-ada-program-seperti-ini");
  await page.locator("form.search").getByRole("button").click();
  await expect(cards).toHaveCount(0);
});

test("a company pledges, another member approves, and finance reads what to transfer", async ({ page, browser }) => {
  let slug = "";
  let pledge = "";
  let before = { committed: 0n, needed: 0n };

  await test.step("the button of a program leads to sign-in and back, with the amount that was typed", async () => {
    await page.goto("/program");
    slug = await roomyProgram(page);
    before = await figuresOf(page, slug);
    await page.locator("#jumlah").fill("123");
    await page.locator("form.panel button").click();
    await expect(page).toHaveURL(/\/masuk\?kembali=/);
    const back = new URL(page.url()).searchParams.get("kembali");
    expect(back).toBe(`/program/${slug}/komitmen?jumlah=123`);
    await signInHere(page, "petugas.tirta");
    await expect(page).toHaveURL(new RegExp(`/program/${slug}/komitmen\\?jumlah=123$`));
    await expect(page.locator("#jumlah")).toHaveValue("123");
  });

  await test.step("a bad amount is named beside its field, and everything typed stays", async () => {
    await page.locator("[name=catatan]").fill("Sesuai keputusan rapat direksi.");
    await page.getByRole("button", { name: "Periksa sebelum dikirim" }).click();
    const amount = page.locator("#jumlah");
    await expect(amount).toHaveAttribute("aria-invalid", "true");
    const message = page.locator(
      `[id="${(await amount.getAttribute("aria-describedby"))?.split(" ").find((id) => id.endsWith("galat"))}"]`,
    );
    await expect(message).toContainText("Komitmen paling sedikit");
    await expect(amount).toHaveValue("123");
    await expect(page.locator("[name=catatan]")).toHaveValue("Sesuai keputusan rapat direksi.");
    await expect(page.locator("a[href='#jumlah']")).toBeVisible();
  });

  await test.step("the amount is put right, looked over and sent once", async () => {
    await page.locator("#jumlah").fill("1.000.000");
    await page.getByRole("button", { name: "Periksa sebelum dikirim" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/Kirim komitmen Rp\s?1\.000\.000/);
    await expect(page.locator("main")).toContainText("Sesuai keputusan rapat direksi.");
    await page.getByRole("button", { name: /^Kirim Rp\s?1\.000\.000 ke penyetuju$/ }).click();
    await expect(page).toHaveURL(/\/ruang\/perusahaan\/komitmen\/[0-9a-f-]{36}$/);
    await expect(page.locator("main")).toContainText("Menunggu persetujuan");
    pledge = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    expect(await figuresOf(page, slug), "a pledge that waits reserves nothing").toEqual(before);
  });

  const approver = await browser.newPage({ javaScriptEnabled: false, baseURL: process.env.SINERGI_E2E_URL ?? "" });
  await test.step("the approver agrees, and the pledge is committed", async () => {
    await signIn(approver, "penyetuju.tirta");
    await approver.goto("/ruang/perusahaan/persetujuan");
    await approver.locator(`main a[href="/ruang/perusahaan/persetujuan/${pledge}"]`).first().click();
    await approver.getByRole("button", { name: /^Setujui Rp\s?1\.000\.000$/ }).click();
    await expect(approver).toHaveURL(`${process.env.SINERGI_E2E_URL}/ruang/perusahaan/komitmen/${pledge}`);
    await expect(approver.locator("main")).toContainText("Menunggu transfer");
    const after = await figuresOf(approver, slug);
    expect(after).toEqual({ committed: before.committed + million, needed: before.needed - million });
  });

  await test.step("the payment page says reference, bank, account and the exact amount", async () => {
    await page.goto(`/ruang/perusahaan/komitmen/${pledge}`);
    await expectInstruction(page);
    await page.getByRole("button", { name: "Buat tautan baru" }).click();
    const address = await page.locator("main .mono").innerText();
    const payer = await browser.newPage({ javaScriptEnabled: false, baseURL: process.env.SINERGI_E2E_URL ?? "" });
    await payer.goto(address);
    await expectInstruction(payer);
    await payer.close();
  });
  await approver.close();
});

/** Signing in on the page one was led to. */
async function signInHere(page: Page, person: string): Promise<void> {
  await page.fill("[name=email]", demoEmail(person));
  await page.fill("[name=password]", demoPassword);
  await page.locator("main").getByRole("button", { name: "Masuk" }).click();
}

async function expectInstruction(page: Page): Promise<void> {
  const main = page.locator("main");
  await expect(main).toContainText(/Tulis di berita transfer/);
  await expect(main).toContainText(/SNG[\s\-\u00a0]?[0-9A-Z]/);
  await expect(main).toContainText(/Bank [A-Z]\w+/);
  await expect(main).toContainText(/\d{4}[\s\u00a0]\d{4}/);
  await expect(main).toContainText(/Rp[\s\u00a0]?1\.000\.000/);
}
