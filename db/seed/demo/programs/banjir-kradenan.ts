import type { DemoProgram } from "../demo-program";

export const banjirKradenan: DemoProgram = {
  key: "banjir",
  community: "posko-kradenan",
  title: "Perahu karet dan gudang siaga banjir Bengawan Solo",
  summary: "Dua perahu, gudang siaga, peringatan dini, dan latihan evakuasi untuk tiga desa di tepi Bengawan Solo.",
  story: `Banjir Desember 2024 menggenangi tiga desa. Perahu terdekat tiba setelah satu jam lebih, dan 1.360 jiwa diungsikan dengan rakit bambu.

Kami menyiapkan dua perahu karet bermesin, gudang siaga yang berdiri di atas muka banjir tertinggi, papan duga air, dan sirene di empat titik.

Setiap desa memilih jalur dan titik kumpulnya sendiri, lalu berlatih evakuasi siang dan malam bersama sekolah dan puskesmas.`,
  pillar: "environment",
  areaCode: "33.16.03.2004",
  place: "Tiga desa di tepi Bengawan Solo",
  needs: ["natural_disaster_victim"],
  answers: [
    ["nginggil", 520],
    ["megeri", 460],
    ["nglebak", 380],
  ],
  goals: [11, 13],
  beneficiaries: { total: 1360, unit: "jiwa", women: 671, men: 689, ages: [92, 226, 838, 204], disabled: 37, indirect: 2100 },
  startsOn: -235,
  endsOn: -50,
  openUntil: -180,
  lines: [
    ["Perahu dan alat", "Perahu karet 6 orang dan mesin 15 PK", 2, "unit", 68_500_000n],
    ["Perahu dan alat", "Pelampung dan alat evakuasi", 60, "set", 650_000n],
    ["Gudang", "Gudang siaga 6 × 9 meter", 1, "unit", 112_000_000n],
    ["Peringatan dini", "Papan duga air dan sirene", 4, "titik", 4_300_000n],
    ["Latihan", "Pelatihan SAR air", 4, "hari", 7_200_000n],
    ["Latihan", "Simulasi evakuasi", 3, "desa", 2_000_000n],
  ],
  tranches: [
    ["Perahu karet dan mesin", 137_000_000n, "Perjanjian ditandatangani dan dana program cukup", -226],
    ["Gudang siaga", 112_000_000n, "Laporan Termin 1 terbit", -170],
    ["Peringatan dini dan latihan", 91_000_000n, "Laporan Termin 2 terbit", -112],
  ],
  indicators: [
    ["Waktu evakuasi rata-rata", "menit", 95, 45],
    ["Warga terlatih evakuasi", "orang", 0, 90, "people-trained"],
    ["Desa dengan jalur dan titik kumpul", "desa", 1, 3],
    ["Keluarga menerima peringatan dini di bawah 10 menit", "%", 22, 80],
  ],
};
