export type Area = "public" | "community" | "company" | "practitioner" | "admin";

export type NavItem = {
  href: string;
  /** Key of its name in the shell's messages. */
  name:
    | "browse"
    | "reports"
    | "ledger"
    | "how"
    | "overview"
    | "tasks"
    | "needs"
    | "proposals"
    | "standing"
    | "payeeAccounts"
    | "sponsorships"
    | "mentoring"
    | "services"
    | "team"
    | "profile"
    | "guidance"
    | "activity"
    | "pledges"
    | "approvals"
    | "verification"
    | "amendments"
    | "duty"
    | "reconciliation"
    | "disbursements"
    | "incomingReports"
    | "concerns"
    | "residents"
    | "members"
    | "journal"
    | "audit"
    | "health";
  /** Other addresses that belong to it. */
  also?: readonly string[];
  /** Roles that may open it; without, everyone in that part of the site. The guard of the page decides, this only spares the way. */
  roles?: readonly string[];
};

export const mainNavigation: readonly NavItem[] = [
  { href: "/program", name: "browse" },
  { href: "/laporan", name: "reports" },
  { href: "/transparansi", name: "ledger" },
  { href: "/#cara", name: "how" },
];

const sections: { readonly [A in Area]: readonly NavItem[] } = {
  public: [],
  community: [
    { href: "/ruang/lembaga", name: "overview", also: ["/ruang/lembaga/program"] },
    { href: "/ruang/lembaga/usulan", name: "proposals" },
    { href: "/ruang/lembaga/legalitas", name: "standing" },
    { href: "/ruang/lembaga/rekening", name: "payeeAccounts" },
    { href: "/ruang/lembaga/naungan", name: "sponsorships" },
    { href: "/ruang/lembaga/pendampingan", name: "mentoring" },
    { href: "/ruang/lembaga/layanan", name: "services", roles: ["lk3", "lks"] },
    { href: "/ruang/lembaga/tim", name: "team" },
    { href: "/ruang/lembaga/profil", name: "profile" },
    { href: "/ruang/lembaga/aktivitas", name: "activity" },
  ],
  company: [
    { href: "/ruang/perusahaan", name: "overview" },
    { href: "/ruang/perusahaan/komitmen", name: "pledges" },
    { href: "/ruang/perusahaan/persetujuan", name: "approvals" },
    { href: "/ruang/perusahaan/legalitas", name: "standing" },
    { href: "/ruang/perusahaan/tim", name: "team" },
    { href: "/ruang/perusahaan/profil", name: "profile", also: ["/ruang/perusahaan/mencari"] },
    { href: "/ruang/perusahaan/aktivitas", name: "activity" },
  ],
  practitioner: [
    { href: "/ruang/petugas", name: "tasks" },
    { href: "/ruang/petugas/pendampingan", name: "mentoring", roles: ["woman_leader"] },
    { href: "/ruang/petugas/panduan", name: "guidance" },
    { href: "/ruang/petugas/kebutuhan", name: "needs" },
    { href: "/ruang/petugas/legalitas", name: "standing" },
    { href: "/ruang/petugas/profil", name: "profile" },
  ],
  admin: [
    { href: "/admin", name: "overview" },
    { href: "/admin/verifikasi", name: "verification", roles: ["verifier", "administrator", "auditor"] },
    { href: "/admin/adendum", name: "amendments", roles: ["verifier", "administrator", "auditor"] },
    { href: "/admin/siaga", name: "duty", roles: ["verifier", "administrator", "auditor"] },
    { href: "/admin/rekonsiliasi", name: "reconciliation", roles: ["reconciler", "administrator", "auditor", "disbursement_approver"] },
    {
      href: "/admin/penyaluran",
      name: "disbursements",
      roles: ["disburser", "disbursement_approver", "administrator", "auditor", "reconciler"],
    },
    { href: "/admin/laporan", name: "incomingReports", roles: ["verifier", "administrator", "auditor"] },
    { href: "/admin/laporan-warga", name: "concerns", roles: ["administrator"] },
    { href: "/admin/suara-warga", name: "residents", roles: ["verifier", "administrator", "auditor"] },
    { href: "/admin/anggota", name: "members", roles: ["administrator", "verifier", "auditor"] },
    { href: "/admin/buku-besar", name: "journal" },
    { href: "/admin/audit", name: "audit", roles: ["auditor", "administrator"] },
    { href: "/admin/kesehatan", name: "health", roles: ["auditor", "administrator"] },
  ],
};

/** The part of the site that an address belongs to; it decides the header and the section tabs. */
export function areaOf(pathname: string): Area {
  if (within(pathname, "/ruang/lembaga")) return "community";
  if (within(pathname, "/ruang/perusahaan")) return "company";
  if (within(pathname, "/ruang/petugas")) return "practitioner";
  if (within(pathname, "/admin")) return "admin";
  return "public";
}

/** The same for somebody with memberships of these kinds: a workspace that isn't theirs shows them no sections. */
export function openAreaOf(pathname: string, kinds: readonly string[]): Area {
  const area = areaOf(pathname);
  return area === "public" || kinds.includes(area === "admin" ? "platform" : area) ? area : "public";
}

export function sectionsOf(area: Area, roles?: readonly string[]): readonly NavItem[] {
  return sections[area].filter((item) => !item.roles || !roles || item.roles.some((role) => roles.includes(role)));
}

/** The item whose address is the nearest above the page's. */
export function currentItem(items: readonly NavItem[], pathname: string): NavItem | undefined {
  const reach = (item: NavItem) =>
    [item.href, ...(item.also ?? [])].filter((href) => within(pathname, href)).reduce((most, href) => Math.max(most, href.length), 0);
  return items.filter((item) => reach(item) > 0).sort((a, b) => reach(b) - reach(a))[0];
}

function within(pathname: string, root: string): boolean {
  return pathname === root || pathname.startsWith(`${root}/`);
}
