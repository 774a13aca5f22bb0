import { expect, type Page, test } from "@playwright/test";
import { platformFund } from "~/features/ledger/ledger";
import { demoEmail, demoPassword } from "#db/seed/demo/organizations";
import { findingsOn, linksOn, missingAddress } from "../support/accessibility";
import { signIn } from "../support/sign-in";

test.use({ baseURL: process.env.SINERGI_E2E_URL });
test.setTimeout(600_000);

type Place = string | { on: string; link: RegExp; most?: number };

/** Visits the pages, those that are found by following links too, and names everything that is wrong at once. */
async function expectAccessible(page: Page, places: readonly Place[]): Promise<void> {
  const addresses: string[] = [];
  const missing: string[] = [];
  for (const place of places) {
    if (typeof place === "string") addresses.push(place);
    else {
      const links = await linksOn(page, place.on, place.link, place.most);
      if (links.length === 0) missing.push(`${place.on} has no link like ${place.link}`);
      addresses.push(...links);
    }
  }
  const findings: string[] = [];
  for (const address of new Set(addresses)) findings.push(...(await findingsOn(page, address)));
  expect([...missing, ...findings].join("\n"), `${findings.length} findings`).toBe("");
}

const id = "[0-9a-f-]{36}";
const program = /^\/program\/[a-z0-9-]+$/;

test("public pages", async ({ page }) => {
  const [one = ""] = await linksOn(page, "/laporan", /^\/program\/[a-z0-9-]+\/laporan\/\d+/);
  const reported = one.split("/laporan")[0] ?? "";
  await expectAccessible(page, [
    "/",
    "/program",
    "/program?q=air",
    "/program?q=tidak-ada-program-seperti-ini",
    { on: "/program", link: program },
    reported,
    `${reported}/dana`,
    one,
    "/laporan",
    "/transparansi",
    { on: reported, link: /^\/lembaga\/[a-z0-9-]+$/ },
    { on: reported, link: /^\/perusahaan\/[a-z0-9-]+$/ },
    missingAddress,
  ]);
});

test("content and account pages", async ({ page }) => {
  await expectAccessible(page, [
    "/tentang",
    "/cara-kerja",
    "/aturan-verifikasi",
    "/privasi",
    "/syarat",
    "/aksesibilitas",
    "/lapor",
    "/bantuan",
    "/data",
    "/masuk",
    "/daftar",
    "/sandi/lupa",
    "/berhenti/tautan-rusak",
    "/dev/mailbox",
    { on: "/dev/mailbox", link: new RegExp(`^/dev/mailbox/${id}$`) },
  ]);
});

test("the second step of an account", async ({ page }) => {
  await page.goto("/masuk");
  await page.fill("[name=email]", demoEmail("auditor"));
  await page.fill("[name=password]", demoPassword);
  await page.locator("main").getByRole("button", { name: "Masuk" }).click();
  await expectAccessible(page, ["/akun/dua-langkah"]);
  await page.goto("/akun/dua-langkah");
  await page.getByRole("button", { name: /Mulai memasang/ }).click();
  await expectAccessible(page, ["/akun/dua-langkah/pasang"]);
  await page.context().clearCookies();
  await page.goto("/masuk");
  await page.fill("[name=email]", demoEmail("keuangan.kawung"));
  await page.fill("[name=password]", demoPassword);
  await page.locator("main").getByRole("button", { name: "Masuk" }).click();
  await page.waitForURL(/kode/);
  await expectAccessible(page, ["/masuk/kode", "/masuk/kode?cara=cadangan"]);
  await page.context().clearCookies();
  await signIn(page, "keuangan.kawung");
  await expectAccessible(page, ["/akun/dua-langkah", "/akun/dua-langkah/kode", "/akun/dua-langkah/lepas"]);
});

test("community workspace", async ({ page }) => {
  await signIn(page, "ketua.tunas");
  const [own = ""] = await linksOn(page, "/ruang/lembaga", /^\/ruang\/lembaga\/program\/[a-z0-9-]+$/);
  const drafts = await linksOn(page, "/ruang/lembaga/usulan", new RegExp(`^/ruang/lembaga/usulan/${id}/[a-z-]+$`));
  const steps = drafts[0] ? await linksOn(page, drafts[0], new RegExp(`^/ruang/lembaga/usulan/${id}/[a-z-]+$`), 12) : [];
  await expectAccessible(page, [
    "/ruang",
    "/akun",
    "/akun/sandi",
    "/akun/sesi",
    "/akun/pemberitahuan",
    "/akun/data",
    "/ruang/lembaga",
    "/ruang/lembaga/usulan",
    "/ruang/lembaga/usulan/baru",
    ...drafts,
    ...steps,
    "/ruang/lembaga/legalitas",
    "/ruang/lembaga/rekening",
    "/ruang/lembaga/tim",
    "/ruang/lembaga/profil",
    "/ruang/lembaga/aktivitas",
    own,
    { on: own, link: /^\/ruang\/lembaga\/program\/[a-z0-9-]+\/laporan\/\d+$/ },
  ]);
});

test("company workspace of an officer", async ({ page }) => {
  await signIn(page, "petugas.kawung");
  const [open = ""] = await linksOn(page, "/program", program);
  await expectAccessible(page, [
    "/ruang/perusahaan",
    "/ruang/perusahaan/komitmen",
    { on: "/ruang/perusahaan/komitmen", link: new RegExp(`^/ruang/perusahaan/komitmen/${id}$`) },
    "/ruang/perusahaan/persetujuan",
    "/ruang/perusahaan/legalitas",
    "/ruang/perusahaan/tim",
    "/ruang/perusahaan/profil",
    "/ruang/perusahaan/aktivitas",
    `${open}/komitmen`,
    `${open}/komitmen?cara=jumlah&jumlah=12&tahap=3&maksud=periksa`,
  ]);
});

test("company workspace of an approver", async ({ page }) => {
  await signIn(page, "penyetuju.rimba");
  await expectAccessible(page, [
    "/ruang/perusahaan",
    "/ruang/perusahaan/persetujuan",
    { on: "/ruang/perusahaan/persetujuan", link: new RegExp(`^/ruang/perusahaan/persetujuan/${id}$`) },
  ]);
});

const desks: Readonly<Record<string, readonly Place[]>> = {
  administrator: [
    "/admin",
    "/admin/anggota/meja",
    { on: "/admin/anggota/meja", link: new RegExp(`^/admin/anggota/meja/${id}$`) },
    "/admin/anggota",
    { on: "/admin/anggota", link: new RegExp(`^/admin/anggota/${id}$`), most: 2 },
  ],
  verifikator: [
    "/admin",
    "/admin/verifikasi",
    { on: "/admin/verifikasi", link: new RegExp(`^/admin/verifikasi/${id}`) },
    "/admin/laporan",
    { on: "/admin/laporan", link: new RegExp(`^/admin/laporan/${id}`) },
    { on: "/admin/laporan", link: /^\/admin\/laporan\/nota\?/ },
  ],
  rekonsiliator: [
    "/admin",
    "/admin/rekonsiliasi",
    { on: "/admin/rekonsiliasi", link: new RegExp(`^/admin/rekonsiliasi/baris/${id}`) },
    "/admin/rekonsiliasi/impor",
    { on: "/admin/rekonsiliasi/impor", link: new RegExp(`^/admin/rekonsiliasi/impor/${id}`) },
    "/admin/rekonsiliasi/rekening",
    "/admin/rekonsiliasi/kartu",
  ],
  penyalur: ["/admin", "/admin/penyaluran", { on: "/admin/penyaluran", link: new RegExp(`^/admin/penyaluran/${id}`), most: 2 }],
  penyetuju: ["/admin", "/admin/penyaluran", { on: "/admin/penyaluran", link: new RegExp(`^/admin/penyaluran/${id}`) }],
  auditor: [
    "/admin",
    "/admin/buku-besar",
    { on: "/admin/buku-besar", link: new RegExp(`^/admin/buku-besar/${id}$`) },
    `/admin/buku-besar/${platformFund}`,
    "/admin/audit",
  ],
};

for (const [person, places] of Object.entries(desks)) {
  test(`platform desk of ${person}`, async ({ page }) => {
    await signIn(page, person);
    await expectAccessible(page, places);
  });
}
