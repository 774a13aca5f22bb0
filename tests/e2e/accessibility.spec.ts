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
const amended = "bengkel-servis-motor-untuk-24-pemuda-putus-sekolah";

test("public pages", async ({ page }) => {
  const [one = ""] = await linksOn(page, "/laporan", /^\/program\/[a-z0-9-]+\/laporan\/\d+/);
  const reported = one.split("/laporan")[0] ?? "";
  await expectAccessible(page, [
    "/",
    "/program",
    "/program?q=air",
    "/program?dipimpin-perempuan=ya",
    { on: "/program?darurat=ya", link: program },
    "/program?q=tidak-ada-program-seperti-ini",
    { on: "/program", link: program },
    reported,
    `${reported}/dana`,
    `${reported}/riwayat`,
    `/program/${amended}/riwayat`,
    one,
    "/laporan",
    "/transparansi",
    "/panduan",
    "/panduan?elemen=karang-taruna&q=meterai",
    { on: "/panduan", link: /^\/panduan\/(?!ikuti)[a-z0-9-]+$/, most: 2 },
    "/panduan/ikuti",
    `/lapor?program=${reported.split("/")[2]}`,
    "/lapor?kode=KW-2222-2222-2223",
    "/tanpa-sinyal",
    { on: reported, link: /^\/warga\/[A-Z0-9]+$/ },
    "/kebutuhan",
    "/kebutuhan?wilayah=33.16.01",
    "/kebutuhan?wilayah=33.16.01.2005&kebutuhan=anak-telantar&tampil=semua",
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
    "/darurat",
    { on: "/darurat", link: /^\/darurat\/DRT-/, most: 2 },
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
    "/akun/ikatan",
    "/akun/pemberitahuan",
    "/kabar",
    "/kabar?saring=tindakan",
    "/akun/data",
    "/ruang/lembaga",
    "/ruang/lembaga/usulan",
    "/ruang/lembaga/usulan/baru",
    ...drafts,
    ...steps,
    ...steps.slice(0, 1).flatMap((step) => [step.replace(/[a-z-]+$/, "impor-rab"), step.replace(/[a-z-]+$/, "cetak")]),
    "/ruang/lembaga/legalitas",
    "/ruang/lembaga/legalitas?dokumen=village_decree",
    "/ruang/lembaga/legalitas/riwayat",
    "/ruang/lembaga/naungan",
    "/ruang/lembaga/pendampingan",
    { on: "/ruang/lembaga/pendampingan", link: new RegExp(`^/ruang/lembaga/pendampingan/${id}$`) },
    ...drafts.map((step) => step.replace(/[a-z-]+$/, "pemimpin")),
    "/ruang/lembaga/rekening",
    `${own}/rekening`,
    { on: "/ruang/lembaga/profil", link: new RegExp(`^/identitas/${id}$`) },
    "/ruang/lembaga/tim",
    "/ruang/lembaga/profil",
    "/ruang/lembaga/aktivitas",
    own,
    `${own}/poster`,
    `${own}/adendum`,
    `${own}/adendum/1/periksa`,
    { on: own, link: /^\/ruang\/lembaga\/program\/[a-z0-9-]+\/laporan\/\d+$/ },
  ]);
});

test("an amendment that is being written", async ({ page }) => {
  await signIn(page, "ketua.canting");
  const [own = ""] = await linksOn(page, "/ruang/lembaga", /^\/ruang\/lembaga\/program\/[a-z0-9-]+$/);
  await page.goto(`${own}/adendum`);
  if (await page.locator("[name=reasonCode]").isVisible()) {
    await page.selectOption("[name=reasonCode]", "other");
    await page.fill("[name=reason]", "Jumlah pembatik bertambah.");
    await page.locator("main").getByRole("button", { name: "Mulai adendum" }).click();
  }
  const parts = ["alasan", "rab", "termin", "penerima", "indikator", "cerita", "waktu", "periksa"];
  await expectAccessible(page, [`${own}/adendum`, ...parts.map((part) => `${own}/adendum/1/${part}`)]);
});

test("community workspace of Tagana", async ({ page }) => {
  await signIn(page, "ketua.posko");
  await expectAccessible(page, [
    "/ruang/lembaga",
    "/ruang/lembaga/darurat",
    "/ruang/lembaga/darurat/baru",
    { on: "/ruang/lembaga", link: /^\/ruang\/lembaga\/program\/kebakaran/ },
    { on: "/ruang/lembaga/darurat", link: new RegExp(`^/ruang/lembaga/darurat/${id}$`), most: 3 },
  ]);
});

const practitioners: Readonly<Record<string, number>> = { peksos: 2, "tokoh.ngelo": 1 };
for (const [person, tasks] of Object.entries(practitioners)) {
  test(`practitioner workspace of ${person}`, async ({ page }) => {
    await signIn(page, person);
    await expectAccessible(page, [
      "/ruang/petugas",
      { on: "/ruang/petugas", link: new RegExp(`^/ruang/petugas/tugas/${id}$`), most: tasks },
      "/ruang/petugas/legalitas",
      "/ruang/petugas/profil",
    ]);
  });
}

test("practitioner workspace of a woman leader", async ({ page }) => {
  await signIn(page, "pemimpin");
  await expectAccessible(page, [
    "/ruang/petugas",
    "/ruang/petugas/pendampingan",
    { on: "/ruang/petugas/pendampingan", link: new RegExp(`^/ruang/petugas/pendampingan/${id}$`) },
    "/ruang/petugas/profil",
  ]);
});

test("joint proposals", async ({ page }) => {
  await signIn(page, "ketua.rukun");
  const [sent = ""] = await linksOn(page, "/ruang/lembaga/usulan", new RegExp(`^/ruang/lembaga/usulan/${id}/[a-z-]+$`));
  const joint = (step: string) => sent.replace(/[a-z-]+$/, step);
  await expectAccessible(page, [joint("kelompok"), joint("rab"), joint("kirim"), joint("cetak")]);
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
    "/ruang/perusahaan/mencari",
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

test("a company that an amendment asks", async ({ page }) => {
  await signIn(page, "penyetuju.gamping");
  await expectAccessible(page, ["/ruang/perusahaan/persetujuan", `/ruang/perusahaan/persetujuan/adendum/${amended}/1`]);
});

test("practitioner workspace of a PSM", async ({ page }) => {
  await signIn(page, "psm.jati");
  const [need = ""] = await linksOn(page, "/ruang/petugas/kebutuhan", new RegExp(`^/ruang/petugas/kebutuhan/${id}$`));
  await expectAccessible(page, ["/ruang/petugas", "/ruang/petugas/kebutuhan", "/ruang/petugas/kebutuhan/baru", need, `${need}/tutup`]);
});

const desks: Readonly<Record<string, readonly Place[]>> = {
  administrator: [
    "/admin/laporan-warga",
    { on: "/admin/laporan-warga", link: new RegExp(`^/admin/laporan-warga/${id}$`), most: 4 },
    "/admin/suara-warga",
    { on: "/admin/suara-warga", link: new RegExp(`^/admin/suara-warga/${id}/sembunyikan$`) },
    { on: "/admin/suara-warga", link: new RegExp(`^/admin/suara-warga/tugas/${id}$`) },
    "/admin",
    "/admin/anggota",
    { on: "/admin/anggota", link: new RegExp(`^/admin/anggota/${id}$`), most: 2 },
    { on: "/admin/anggota?q=Canting", link: new RegExp(`^/admin/anggota/${id}$`) },
    "/admin/anggota/meja",
    { on: "/admin/anggota/meja", link: new RegExp(`^/admin/anggota/meja/${id}$`) },
  ],
  verifikator: [
    "/admin",
    "/admin/verifikasi",
    { on: "/admin/verifikasi", link: new RegExp(`^/admin/verifikasi/${id}`) },
    "/admin/siaga",
    { on: "/admin/siaga", link: new RegExp(`^/admin/siaga/${id}$`), most: 2 },
    "/admin/adendum",
    `/admin/adendum/${amended}/1`,
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
    "/admin/audit?kelompok=unread&peran=treasurer&dari=2026-01-01&q=rekening",
    { on: "/admin/audit?kelompok=money", link: /^\/admin\/audit\/[0-9a-f-]{36}/, most: 1 },
    "/admin/kesehatan",
  ],
};

test("workspace of an extension officer", async ({ page }) => {
  await signIn(page, "penyuluh");
  const drafts = await linksOn(page, "/ruang/petugas/panduan", new RegExp(`^/ruang/petugas/panduan/${id}$`), 2);
  await expectAccessible(page, [
    "/ruang/petugas",
    "/ruang/petugas/panduan",
    "/ruang/petugas/panduan/baru",
    ...drafts,
    ...drafts.map((draft) => `${draft}/pratinjau`),
    ...drafts.slice(1).map((draft) => `${draft}/tarik`),
  ]);
});

for (const [person, places] of Object.entries(desks)) {
  test(`platform desk of ${person}`, async ({ page }) => {
    await signIn(page, person);
    await expectAccessible(page, places);
  });
}

test("freezes and former documents at the desk", async ({ page }) => {
  await signIn(page, "administrator");
  const [organization = ""] = await linksOn(page, "/admin/anggota?q=Canting", new RegExp(`^/admin/anggota/${id}$`));
  await expectAccessible(page, [`${organization}/pembekuan`, `${organization}/riwayat`]);
});

test("practitioner workspace", async ({ page }) => {
  await signIn(page, "peksos");
  await expectAccessible(page, ["/ruang/petugas", "/ruang/petugas/legalitas", "/ruang/petugas/legalitas/riwayat", "/ruang/petugas/profil"]);
});

test("services of an LK3 and what is referred to them", async ({ page }) => {
  await signIn(page, "ketua.pelita");
  await expectAccessible(page, [
    "/ruang/lembaga/layanan",
    { on: "/ruang/lembaga/layanan", link: new RegExp(`^/ruang/lembaga/layanan/rujukan/${id}$`), most: 2 },
  ]);
  await page.context().clearCookies();
  await signIn(page, "psm.jati");
  await expectAccessible(page, [{ on: "/ruang/petugas/kebutuhan", link: new RegExp(`^/ruang/petugas/kebutuhan/${id}$`), most: 8 }]);
});

test("sponsor of a family and the family's profile", async ({ page }) => {
  await signIn(page, "ketua.pelita");
  await expectAccessible(page, ["/ruang/lembaga/naungan", "/lembaga/keluarga-pioner-omah-sinau", "/lembaga/lk3-pelita-keluarga"]);
});
