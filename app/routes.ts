import { existsSync } from "node:fs";
import { type RouteConfig, index, route } from "@remix-run/route-config";

/** The site map: every address (Indonesian, as the users are) and the module that answers it. */
const routes = [
  // Public
  index("routes/public/home.tsx"),
  route("program", "routes/public/browse.tsx"),
  route("program/:slug", "routes/public/program.tsx"),
  route("program/:slug/dana", "routes/public/program-ledger.tsx"),
  route("program/:slug/laporan/:n", "routes/public/impact-report.tsx"),
  route("laporan", "routes/public/impact-reports.tsx"),
  route("lembaga/:slug", "routes/public/community-profile.tsx"),
  route("perusahaan/:slug", "routes/public/company-profile.tsx"),
  route("transparansi", "routes/public/open-ledger.tsx"),
  route("tentang", "routes/public/content.tsx", { id: "content-tentang" }),
  route("cara-kerja", "routes/public/content.tsx", { id: "content-cara-kerja" }),
  route("aturan-verifikasi", "routes/public/content.tsx", { id: "content-aturan-verifikasi" }),
  route("privasi", "routes/public/content.tsx", { id: "content-privasi" }),
  route("syarat", "routes/public/content.tsx", { id: "content-syarat" }),
  route("aksesibilitas", "routes/public/content.tsx", { id: "content-aksesibilitas" }),
  route("lapor", "routes/public/content.tsx", { id: "content-lapor" }),
  route("bantuan", "routes/public/content.tsx", { id: "content-bantuan" }),
  route("data", "routes/public/content.tsx", { id: "content-data" }),
  route("program/:slug/komitmen", "routes/public/pledge.tsx"),
  route("bayar/:token", "routes/public/payment-status.tsx"),

  // Account
  route("masuk", "routes/account/sign-in.tsx"),
  route("keluar", "routes/account/sign-out.tsx"),
  route("daftar", "routes/account/sign-up.tsx"),
  route("daftar/periksa-surel", "routes/account/check-email.tsx"),
  route("daftar/lembaga", "routes/account/register-community.tsx"),
  route("daftar/perusahaan", "routes/account/register-company.tsx"),
  route("konfirmasi/:token", "routes/account/confirm-email.tsx"),
  route("sandi/lupa", "routes/account/forgot-password.tsx"),
  route("sandi/baru/:token", "routes/account/reset-password.tsx"),
  route("gabung/:token", "routes/account/join.tsx"),
  route("akun", "routes/account/account.tsx"),
  route("akun/sandi", "routes/account/password.tsx"),
  route("akun/konfirmasi", "routes/account/send-confirmation.ts"),
  route("akun/sesi", "routes/account/sessions.tsx"),
  route("bahasa", "routes/account/language.ts"),
  route("tampilan", "routes/account/appearance.ts"),
  route("ruang", "routes/account/workspaces.tsx"),

  // Community workspace
  route("ruang/lembaga/usulan", "routes/community/proposals.tsx"),
  route("ruang/lembaga/usulan/baru", "routes/community/new-proposal.tsx"),
  route("ruang/lembaga/usulan/:id/ajukan", "routes/community/submit-proposal.ts"),
  route("ruang/lembaga/usulan/:id/tarik", "routes/community/withdraw-proposal.ts"),
  route("ruang/lembaga/usulan/:id/:bagian", "routes/community/proposal-step.tsx"),
  route("ruang/lembaga/usulan/:id/:bagian/simpan", "routes/community/proposal-autosave.ts"),
  route("ruang/lembaga/legalitas", "routes/community/standing.tsx"),
  route("ruang/lembaga/rekening", "routes/community/payee-accounts.tsx"),
  route("ruang/lembaga/rekening/:id/tutup", "routes/community/close-payee-account.ts"),
  route("ruang/lembaga/profil", "routes/community/profile.tsx"),
  route("ruang/lembaga/tim", "routes/community/team.tsx"),
  route("ruang/lembaga/tim/:userId", "routes/community/member.tsx"),
  route("ruang/lembaga/tim/undangan/:id", "routes/community/invitation.ts"),

  // Company workspace
  route("ruang/perusahaan", "routes/company/dashboard.tsx"),
  route("ruang/perusahaan/komitmen", "routes/company/pledges.tsx"),
  route("ruang/perusahaan/komitmen/:id", "routes/company/pledge.tsx"),
  route("ruang/perusahaan/komitmen/:id/batal", "routes/company/cancel-pledge.tsx"),
  route("ruang/perusahaan/komitmen/:id/tautan", "routes/company/payment-link.tsx"),
  route("ruang/perusahaan/persetujuan", "routes/company/approvals.tsx"),
  route("ruang/perusahaan/persetujuan/:id", "routes/company/approval.tsx"),
  route("ruang/perusahaan/legalitas", "routes/company/standing.tsx"),
  route("ruang/perusahaan/profil", "routes/company/profile.tsx"),
  route("ruang/perusahaan/tim", "routes/company/team.tsx"),
  route("ruang/perusahaan/tim/:userId", "routes/company/member.tsx"),
  route("ruang/perusahaan/tim/undangan/:id", "routes/company/invitation.ts"),

  // Platform desk
  route("admin/verifikasi", "routes/admin/verification-queue.tsx"),
  route("admin/verifikasi/:id", "routes/admin/verification.tsx"),
  route("admin/verifikasi/:id/buka", "routes/admin/start-verification.ts"),
  route("admin/verifikasi/:id/lepas", "routes/admin/unpin-revision.ts"),
  route("admin/verifikasi/:id/perbaikan", "routes/admin/request-revision.ts"),
  route("admin/verifikasi/:id/tolak", "routes/admin/reject-proposal.tsx"),
  route("admin/verifikasi/:id/terbitkan", "routes/admin/publish-proposal.ts"),
  route("admin/verifikasi/:id/hentikan", "routes/admin/suspend-program.tsx"),
  route("admin/verifikasi/:id/lanjutkan", "routes/admin/resume-program.ts"),
  route("admin/anggota", "routes/admin/organizations.tsx"),
  route("admin/anggota/:id", "routes/admin/organization.tsx"),
  route("admin/anggota/:id/rekening/:accountId", "routes/admin/verify-payee-account.ts"),

  // Data and machines
  route("berkas/:id", "routes/data/file.ts"),
  route("data/wilayah", "routes/data/areas.ts"),
  route("data/program.csv", "routes/data/programs-csv.ts"),
  route("data/program.json", "routes/data/programs-json.ts"),
  route("data/buku-besar.csv", "routes/data/ledger-csv.ts"),
  route("data/akar/:day", "routes/data/root-text.ts"),
  route("data/verify-chain.mjs", "routes/data/verify-chain.ts"),
  route("program/:slug/dana.csv", "routes/data/program-ledger-csv.ts"),
  route("program/:slug/laporan/:n/data.csv", "routes/data/impact-report-csv.ts"),
  route("program.atom", "routes/data/program-feed.ts"),
  route("sitemap.xml", "routes/data/sitemap.ts"),
  route("robots.txt", "routes/data/robots.ts"),

  // Development
  route("galeri", "routes/dev/gallery.tsx"),
  route("dev/mailbox", "routes/dev/mailbox.tsx"),
  route("dev/mailbox/:id", "routes/dev/message.tsx"),
  route("dev/mailbox/:id/html", "routes/dev/message-html.ts"),

  // Everything else
  route("*", "routes/public/missing.tsx"),
] satisfies RouteConfig;

// While the house is being built: what is not there yet is left out.
export default (routes as { file: string }[]).filter(({ file }) => existsSync(`app/${file}`)) as RouteConfig;
