import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { fileResponse } from "~/features/reporting/download.server";
import { absoluteUrl } from "~/platform/env.server";

const closed = [
  "/ruang",
  "/admin",
  "/akun",
  "/masuk",
  "/daftar",
  "/sandi",
  "/gabung",
  "/konfirmasi",
  "/bayar",
  "/dev",
  "/program/*/komitmen",
];

export const loader = guardedLoader(anyone, () => {
  const lines = ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), "", `Sitemap: ${absoluteUrl("/sitemap.xml")}`, ""];
  return fileResponse(lines.join("\n"), { type: "text/plain", name: "robots.txt", inline: true, maxAge: 3600 });
});
