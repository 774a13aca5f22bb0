import type { CommunityRole, CompanyRole, PlatformRole, PractitionerElement, PractitionerRole } from "~/features/identity/actor";

/** One password for every demo sign-in; the README lists it. Never used outside the demo. */
export const demoPassword = "rupiah-terikuti-2026";

/** The key in the authenticator of every demo person who holds a money role: the demo shows its codes. Never used outside the demo. */
export const demoFactorSecret = "KRUGS4ZANFZSAYJAMRSW23ZAONSWG4TF";

const domain = "sinergi.example";

export function demoEmail(person: string): string {
  return `${person}@${domain}`;
}

type DemoPerson<Role> = { key: string; name: string; roles: readonly Role[] };

export type DemoCommunity = {
  key: string;
  name: string;
  element: "karang_taruna" | "wksbm" | "woman_leader" | "lk3" | "lks" | "pioneer_family" | "disaster_cadet";
  areaCode: string;
  address: string;
  phone: string;
  about: string;
  /** Only an LKS has one. */
  legalForm?: "incorporated" | "unincorporated";
  sponsor?: string;
  account: { kind: "own" | "sponsor"; bank: string; number: string; holder: string };
  people: readonly DemoPerson<CommunityRole>[];
};

export const communities: readonly DemoCommunity[] = [
  {
    key: "pelita-keluarga",
    name: "LK3 Pelita Keluarga",
    element: "lk3",
    areaCode: "33.16.02.1005",
    address: "Jalan Melati 4, Randublatung",
    phone: "0811 0000 204",
    about: "Kami mendampingi keluarga di delapan desa Randublatung sejak 2014, dan menampung dana keluarga pioner di sekitar kami.",
    account: { kind: "own", bank: "Bank Loka Artha", number: "0402215120", holder: "LK3 PELITA KELUARGA" },
    people: [
      { key: "ketua.pelita", name: "Wulan Prabawati", roles: ["chair"] },
      { key: "bendahara.pelita", name: "Tri Handoyo", roles: ["treasurer", "editor"] },
    ],
  },
  {
    key: "tunas-sambong",
    name: "Karang Taruna Tunas Sambong",
    element: "karang_taruna",
    areaCode: "33.16.06.2004",
    address: "Balai pemuda, Desa Sambong",
    phone: "0811 0000 601",
    about: "Pemuda dari sepuluh desa di sekitar hutan jati Sambong. Rapat terbuka tiap malam Minggu pertama, notulennya ditempel di balai.",
    account: { kind: "own", bank: "Bank Sarana Rakyat", number: "2210046601", holder: "KARANG TARUNA TUNAS SAMBONG" },
    people: [
      { key: "ketua.tunas", name: "Bagas Wiratama", roles: ["chair"] },
      { key: "bendahara.tunas", name: "Lestari Ayuningrum", roles: ["treasurer"] },
      { key: "penulis.tunas", name: "Dimas Kurniadi", roles: ["editor"] },
    ],
  },
  {
    key: "rukun-kedungtuban",
    name: "WKSBM Rukun Kedungtuban",
    element: "wksbm",
    areaCode: "33.16.04.2012",
    address: "Balai warga, Desa Bajo",
    phone: "0811 0000 401",
    about: "Kami enam kelompok warga di dukuh yang kering tujuh bulan setahun. Keputusan diambil dalam rapat selapanan.",
    account: { kind: "own", bank: "Bank Sarana Rakyat", number: "2210944471", holder: "WKSBM RUKUN KEDUNGTUBAN" },
    people: [
      { key: "ketua.rukun", name: "Sutarjo Mangun", roles: ["chair"] },
      { key: "bendahara.rukun", name: "Yuliani Pratiwi", roles: ["treasurer", "editor"] },
    ],
  },
  {
    key: "canting-randu",
    name: "Kelompok Canting Randu",
    element: "woman_leader",
    areaCode: "33.16.02.2007",
    address: "Rumah produksi, Desa Temulus",
    phone: "0811 0000 207",
    about: "Dipimpin seorang Wanita Pemimpin Kesejahteraan Sosial. Sembilan perempuan membatik dengan pewarna alam sejak 2024.",
    account: { kind: "own", bank: "Bank Loka Artha", number: "0402219008", holder: "KELOMPOK CANTING RANDU" },
    people: [
      { key: "ketua.canting", name: "Rahayu Setyaningsih", roles: ["chair", "editor"] },
      { key: "bendahara.canting", name: "Endah Purwanti", roles: ["treasurer"] },
    ],
  },
  {
    key: "senja-sejahtera",
    name: "LKS Senja Sejahtera",
    element: "lks",
    legalForm: "incorporated",
    areaCode: "33.16.05.1015",
    address: "Jalan Kenanga 11, Ngelo, Cepu",
    phone: "0811 0000 515",
    about: "Kami merawat dan mengunjungi lansia di Cepu sejak 2009. Tanda daftar LKS berlaku sampai 2029.",
    account: { kind: "own", bank: "Bank Sarana Rakyat", number: "2210550088", holder: "LKS SENJA SEJAHTERA" },
    people: [
      { key: "ketua.senja", name: "Hartono Wibisono", roles: ["chair"] },
      { key: "bendahara.senja", name: "Nining Kusumawati", roles: ["treasurer", "editor"] },
    ],
  },
  {
    key: "omah-sinau",
    name: "Keluarga Pioner Omah Sinau",
    element: "pioneer_family",
    areaCode: "33.16.01.2005",
    address: "Dukuh Jegong, Desa Jegong",
    phone: "0811 0000 105",
    about: "Rumah kami terbuka setiap sore bagi anak-anak pekerja hutan sejak 2019.",
    sponsor: "pelita-keluarga",
    account: { kind: "sponsor", bank: "Bank Loka Artha", number: "0402215120", holder: "LK3 PELITA KELUARGA" },
    people: [
      { key: "ketua.sinau", name: "Sekar Widyaningtyas", roles: ["chair", "editor"] },
      { key: "bendahara.sinau", name: "Joko Prasetyono", roles: ["treasurer"] },
    ],
  },
  {
    key: "bina-netra",
    name: "LKS Bina Netra Cepu",
    element: "lks",
    legalForm: "incorporated",
    areaCode: "33.16.05.1014",
    address: "Jalan Anggrek 2, Cepu",
    phone: "0811 0000 514",
    about: "Rumah belajar bagi siswa netra dari empat kecamatan. Guru kami separuhnya netra.",
    account: { kind: "own", bank: "Bank Sarana Rakyat", number: "2210550060", holder: "LKS BINA NETRA CEPU" },
    people: [
      { key: "ketua.netra", name: "Mulyadi Santosa", roles: ["chair"] },
      { key: "bendahara.netra", name: "Ratih Kumalasari", roles: ["treasurer", "editor"] },
    ],
  },
  {
    key: "posko-kradenan",
    name: "Tagana Posko Kradenan",
    element: "disaster_cadet",
    areaCode: "33.16.03.2004",
    address: "Posko, Desa Nginggil",
    phone: "0811 0000 304",
    about: "Tiga puluh satu anggota terlatih di tiga desa tepi Bengawan Solo.",
    account: { kind: "own", bank: "Bank Sarana Rakyat", number: "2210331360", holder: "TAGANA POSKO KRADENAN" },
    people: [
      { key: "ketua.posko", name: "Agung Nugrahanto", roles: ["chair", "editor"] },
      { key: "bendahara.posko", name: "Winarsih Utami", roles: ["treasurer"] },
    ],
  },
];

/** Who writes for a community, and who sends in its name. */
export function peopleOf(communityKey: string): { writer: string; sender: string; treasurer: string } {
  const people = communities.find(({ key }) => key === communityKey)?.people ?? [];
  const holder = (role: "editor" | "chair" | "treasurer") => people.find(({ roles }) => roles.includes(role))?.key;
  const chair = holder("chair") ?? "";
  return { writer: holder("editor") ?? chair, sender: chair, treasurer: holder("treasurer") ?? chair };
}

export type DemoCompany = {
  key: string;
  name: string;
  type: "bumn" | "bumd" | "private";
  areaCode: string;
  address: string;
  phone: string;
  about: string;
  people: readonly DemoPerson<CompanyRole>[];
};

function companyPeople(key: string, names: readonly [string, string, string]): DemoPerson<CompanyRole>[] {
  return [
    { key: `petugas.${key}`, name: names[0], roles: ["admin", "officer"] },
    { key: `penyetuju.${key}`, name: names[1], roles: ["approver"] },
    { key: `keuangan.${key}`, name: names[2], roles: ["finance"] },
  ];
}

export const companies: readonly DemoCompany[] = [
  {
    key: "energi-kawung",
    name: "Energi Kawung Nusantara",
    type: "bumn",
    areaCode: "33.16.05.1016",
    address: "Jalan Kilang 1, Cepu",
    phone: "0811 0001 001",
    about: "Kami mendahulukan kecamatan di sekitar jaringan kami, dan program yang dipelihara warga sesudah kami pergi.",
    people: companyPeople("kawung", ["Pramudya Adinata", "Kartika Laksmi", "Rendra Wijanarko"]),
  },
  {
    key: "tirta-sambara",
    name: "Tirta Sambara",
    type: "bumd",
    areaCode: "33.16.05.1014",
    address: "Jalan Bengawan 8, Cepu",
    phone: "0811 0001 002",
    about: "Perusahaan air minum daerah. Bantuan kami untuk air bersih, sanitasi, dan pendidikan.",
    people: companyPeople("tirta", ["Nurul Fadhilah", "Budi Kuncahyo", "Sinta Maharani"]),
  },
  {
    key: "bpr-loka-artha",
    name: "BPR Loka Artha",
    type: "bumd",
    areaCode: "33.16.05.1013",
    address: "Jalan Pasar 21, Cepu",
    phone: "0811 0001 003",
    about: "Bank perekonomian rakyat milik daerah. Kami mendampingi keluarga dan usaha kecil.",
    people: companyPeople("loka", ["Fitri Anggraeni", "Gunawan Sasmita", "Dewi Paramita"]),
  },
  {
    key: "rimba-kencana",
    name: "Rimba Kencana Lestari",
    type: "private",
    areaCode: "33.16.02.1011",
    address: "Jalan Jati Raya 30, Randublatung",
    phone: "0811 0001 004",
    about: "Pengolahan kayu jati bersertifikat. Anggaran TJSL kami diputuskan bersama serikat pekerja.",
    people: companyPeople("rimba", ["Arum Kinasih", "Satrio Wicaksono", "Melati Puspaningrum"]),
  },
  {
    key: "gamping-mulya",
    name: "Gamping Mulya Semesta",
    type: "private",
    areaCode: "33.16.06.2009",
    address: "Jalan Tambang 3, Sambong",
    phone: "0811 0001 005",
    about: "Tambang batu gamping. Kami membiayai program di desa sekitar lokasi kerja.",
    people: companyPeople("gamping", ["Yoga Permadi", "Intan Cahyani", "Herman Susilo"]),
  },
];

/** The platform's own desk: who prepares, who approves and who reconciles are different people. */
export type DemoPractitioner = {
  key: string;
  name: string;
  element: PractitionerElement;
  areaCode: string;
  /** Districts or the regency served, beside the village of the address. */
  areas: readonly string[];
  address: string;
  phone: string;
  about: string;
  /** Papers that end sooner than the usual: days from the day of seeding. */
  endsIn?: Readonly<Record<string, number>>;
  people: readonly DemoPerson<PractitionerRole>[];
};

function practitioner(key: string, name: string, profile: Omit<DemoPractitioner, "key" | "name" | "people">): DemoPractitioner {
  return { key, name, ...profile, people: [{ key, name, roles: ["practitioner"] }] };
}

export const practitioners: readonly DemoPractitioner[] = [
  practitioner("peksos", "Dyah Ayu Pramesti", {
    element: "professional_social_worker",
    areaCode: "33.16.05.1015",
    areas: ["33.16.05", "33.16.04", "33.16.06"],
    address: "Jalan Kenanga 3, Ngelo, Cepu",
    phone: "0811 0002 001",
    about: "Menelaah kebutuhan dan dampak di Cepu, Kedungtuban, dan Sambong.",
    endsIn: { sipps: 24 },
  }),
  practitioner("psm.jati", "Slamet Riyanto", {
    element: "community_social_worker",
    areaCode: "33.16.01.2005",
    areas: ["33.16.01", "33.16.02"],
    address: "Dukuh Jegong, Desa Jegong",
    phone: "0811 0002 002",
    about: "Mencatat kebutuhan warga di dua belas desa Jati.",
  }),
  practitioner("psm.sambong", "Murni Astuti", {
    element: "community_social_worker",
    areaCode: "33.16.06.2004",
    areas: ["33.16.06", "33.16.05", "33.16.04", "33.16.03"],
    address: "Balai Desa Sambong",
    phone: "0811 0002 003",
    about: "Mengunjungi rumah, mencatat, dan kembali lagi.",
  }),
  practitioner("penyuluh", "Hendra Pamungkas", {
    element: "functional_extension_officer",
    areaCode: "33.16.05.1014",
    areas: ["33.16"],
    address: "Jalan Pemuda 12, Cepu",
    phone: "0811 0002 004",
    about: "Memeriksa kesesuaian usulan dengan aturan dan menulis panduan.",
  }),
  practitioner("tokoh", "Kasmirah", {
    element: "community_extension_worker",
    areaCode: "33.16.04.2012",
    areas: ["33.16.04"],
    address: "Desa Bajo, RT 003/RW 002",
    phone: "0811 0002 005",
    about: "Tinggal di Bajo sebelas tahun, memimpin kelompok tani perempuan.",
  }),
  practitioner("tksk", "Yusuf Kurniawan", {
    element: "tksk",
    areaCode: "33.16.05.1014",
    areas: ["33.16.05", "33.16.06", "33.16.04"],
    address: "Kantor Kecamatan Cepu",
    phone: "0811 0002 006",
    about: "Pemeriksa kedua di Kecamatan Cepu, Sambong, dan Kedungtuban.",
  }),
  practitioner("pemimpin", "Rahayu Setyaningsih", {
    element: "woman_leader",
    areaCode: "33.16.02.2007",
    areas: ["33.16.02", "33.16.01"],
    address: "Desa Temulus, Randublatung",
    phone: "0811 0002 008",
    about: "Memimpin kelompok batik sejak 2024, mendampingi kelompok perempuan lain mencatat kas dan menulis usulan.",
  }),
  practitioner("pemimpin.cepu", "Siti Nurhayati", {
    element: "woman_leader",
    areaCode: "33.16.05.1014",
    areas: ["33.16.05", "33.16.06"],
    address: "Jalan Mawar 6, Cepu",
    phone: "0811 0002 009",
    about: "Ketua majelis taklim dan penggerak posyandu selama dua belas tahun.",
  }),
  practitioner("tokoh.ngelo", "Suparmin Hadi", {
    element: "community_extension_worker",
    areaCode: "33.16.05.1015",
    areas: ["33.16.05"],
    address: "Kelurahan Ngelo, RT 002/RW 004",
    phone: "0811 0002 007",
    about: "Ketua rukun warga, mengajak tetangga bermusyawarah sebelum ada bantuan.",
  }),
];

export const deskPeople: readonly DemoPerson<PlatformRole>[] = [
  { key: "administrator", name: "Anindya Rahmawati", roles: ["administrator"] },
  { key: "verifikator", name: "Teguh Waskito", roles: ["verifier"] },
  { key: "rekonsiliator", name: "Larasati Dewanti", roles: ["reconciler"] },
  { key: "penyalur", name: "Fajar Hidayatullah", roles: ["disburser"] },
  { key: "penyetuju", name: "Retno Wulandari", roles: ["disbursement_approver"] },
  { key: "auditor", name: "Bima Satriani", roles: ["auditor"] },
];

/** Waiting for the administrator to look at their papers. */
export const waitingCommunity: DemoCommunity = {
  key: "harapan-ngloram",
  name: "LKS Harapan Ngloram",
  element: "lks",
  legalForm: "unincorporated",
  areaCode: "33.16.05.2002",
  address: "Desa Ngloram, Cepu",
  phone: "0811 0000 502",
  about: "Kami mendampingi anak dengan kedisabilitasan di empat desa.",
  account: { kind: "own", bank: "Bank Sarana Rakyat", number: "2210550201", holder: "LKS HARAPAN NGLORAM" },
  people: [{ key: "ketua.harapan", name: "Siswanto Aji", roles: ["chair", "editor", "treasurer"] }],
};

export const waitingCompany: DemoCompany = {
  key: "karya-padi",
  name: "Karya Padi Sentosa Abadi",
  type: "private",
  areaCode: "33.16.04.2016",
  address: "Jalan Lumbung 5, Kedungtuban",
  phone: "0811 0001 006",
  about: "Penggilingan padi dengan 140 pekerja.",
  people: [{ key: "petugas.padi", name: "Galih Pamungkas", roles: ["admin", "officer"] }],
};
