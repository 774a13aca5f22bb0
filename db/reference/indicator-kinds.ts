type Pillar = "social" | "economy" | "environment" | "governance";

/**
 * An indicator that many programs report. Its unit is fixed, so that the numbers of those who chose it can be added up; `adds` is false
 * where they can't be (a share, a score).
 */
export type IndicatorKind = {
  code: string;
  pillar: Pillar;
  nameId: string;
  nameEn: string;
  /** As it is kept with the program, in Indonesian. */
  unit: string;
  unitEn: string;
  definitionId: string;
  definitionEn: string;
  adds: boolean;
};

function kind(
  pillar: Pillar,
  code: string,
  [nameId, nameEn]: readonly [string, string],
  [unit, unitEn]: readonly [string, string],
  [definitionId, definitionEn]: readonly [string, string],
): IndicatorKind {
  return { code, pillar, nameId, nameEn, unit, unitEn, definitionId, definitionEn, adds: unit !== "%" && unit !== "poin" };
}

const people = ["orang", "people"] as const;
const families = ["keluarga", "families"] as const;

export const indicatorKinds: readonly IndicatorKind[] = [
  kind("social", "people-served", ["Orang menerima layanan", "People served"], people, [
    "Orang berbeda yang menerima layanan sedikitnya satu kali.",
    "Different people who were served at least once.",
  ]),
  kind("social", "families-served", ["Keluarga menerima layanan", "Families served"], families, [
    "Kartu keluarga berbeda yang terlayani.",
    "Different family cards that were served.",
  ]),
  kind(
    "social",
    "children-learning",
    ["Anak mengikuti pembelajaran", "Children learning"],
    ["anak", "children"],
    ["Anak yang hadir paling sedikit tiga perempat pertemuan.", "Children who attend at least three quarters of the sessions."],
  ),
  kind(
    "social",
    "elderly-visited",
    ["Lansia dikunjungi rutin", "Older people visited regularly"],
    ["lansia", "older people"],
    ["Lansia yang dikunjungi sedikitnya dua kali sebulan.", "Older people visited at least twice a month."],
  ),
  kind("social", "people-checked", ["Orang diperiksa kesehatannya", "People with a health check"], people, [
    "Orang berbeda yang diperiksa petugas kesehatan.",
    "Different people checked by a health worker.",
  ]),
  kind(
    "social",
    "facilities-repaired",
    ["Sarana umum dibangun atau diperbaiki", "Public facilities built or repaired"],
    ["unit", "units"],
    ["Sarana yang selesai dan dipakai warga.", "Facilities that are finished and in use."],
  ),
  kind("economy", "people-trained", ["Orang dilatih keterampilan", "People trained"], people, [
    "Orang yang menyelesaikan pelatihan, bukan yang mendaftar.",
    "People who completed a training, not who signed up.",
  ]),
  kind("economy", "people-employed", ["Orang memperoleh pekerjaan", "People employed"], people, [
    "Orang yang bekerja dan dibayar tiga bulan setelah pelatihan.",
    "People in paid work three months after training.",
  ]),
  kind(
    "economy",
    "businesses-started",
    ["Usaha baru berjalan", "Businesses started"],
    ["usaha", "businesses"],
    ["Usaha yang masih menjual enam bulan setelah dimulai.", "Businesses that still sell six months after they began."],
  ),
  kind(
    "economy",
    "groups-formed",
    ["Kelompok usaha terbentuk", "Groups formed"],
    ["kelompok", "groups"],
    ["Kelompok dengan pengurus dan pembukuan.", "Groups with a board and books."],
  ),
  kind(
    "economy",
    "monthly-income",
    ["Kenaikan pendapatan bulanan rata-rata", "Rise of the average monthly income"],
    ["%", "%"],
    [
      "Rata-rata pendapatan sesudah dibanding sebelum, dari orang yang sama.",
      "Average income afterwards against before, of the same people.",
    ],
  ),
  kind("environment", "families-with-water", ["Keluarga mendapat air bersih", "Families with clean water"], families, [
    "Keluarga dengan air layak paling jauh 30 menit pulang pergi.",
    "Families with safe water at most 30 minutes there and back.",
  ]),
  kind("environment", "families-with-toilets", ["Keluarga memakai jamban layak", "Families with a safe toilet"], families, [
    "Keluarga yang memakai jamban dengan tangki septik.",
    "Families that use a toilet with a septic tank.",
  ]),
  kind(
    "environment",
    "trees-alive",
    ["Pohon hidup", "Trees alive"],
    ["pohon", "trees"],
    ["Pohon yang hidup satu tahun setelah ditanam.", "Trees alive a year after planting."],
  ),
  kind(
    "environment",
    "waste-handled",
    ["Sampah terkelola", "Waste handled"],
    ["kg per bulan", "kg a month"],
    ["Rata-rata berat sampah yang dipilah atau diolah.", "Average weight of waste sorted or processed."],
  ),
  kind(
    "environment",
    "land-restored",
    ["Lahan dipulihkan", "Land restored"],
    ["hektare", "hectares"],
    ["Luas lahan yang ditanami kembali dan dirawat.", "Land replanted and looked after."],
  ),
  kind(
    "governance",
    "villages-with-rules",
    ["Desa dengan aturan baru yang berlaku", "Villages with a new rule in force"],
    ["desa", "villages"],
    ["Desa yang menetapkan peraturan tentang hal yang dikerjakan program.", "Villages that adopted a rule on what the program is about."],
  ),
  kind("governance", "cadres-active", ["Kader aktif", "Active volunteers"], people, [
    "Kader yang bertugas dalam tiga bulan terakhir.",
    "Volunteers who served in the last three months.",
  ]),
  kind(
    "governance",
    "satisfaction",
    ["Kepuasan penerima manfaat", "Satisfaction of beneficiaries"],
    ["poin", "points"],
    ["Indeks kepuasan masyarakat, 0 sampai 100.", "Community satisfaction index, 0 to 100."],
  ),
];
