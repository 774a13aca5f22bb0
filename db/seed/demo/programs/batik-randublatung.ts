import type { DemoProgram } from "../demo-program";

export const batikRandublatung: DemoProgram = {
  key: "batik",
  community: "canting-randu",
  title: "Rumah batik pewarna alam untuk 30 perempuan kepala keluarga",
  summary: "Tiga puluh perempuan kepala keluarga belajar membatik dengan pewarna dari kulit jati dan mahoni, lalu menjual bersama.",
  story: `Tiga puluh perempuan di Randublatung menghidupi keluarganya sendiri dari upah buruh tani musiman. Di luar musim tanam dan panen tidak ada penghasilan.

Kulit jati dan mahoni dari sisa tebangan memberi warna cokelat yang tidak luntur. Kami sudah mencobanya dua tahun dengan sembilan perempuan; kain mereka habis terjual di tiga pameran.

Program ini memperbaiki rumah produksi, menyediakan bak pewarna dan kompor, melatih tiga puluh perempuan selama tiga puluh enam sesi, dan membuka jalan pemasaran bersama.`,
  pillar: "economy",
  areaCode: "33.16.02.2007",
  place: "Rumah produksi, Desa Temulus",
  needs: ["vulnerable_woman"],
  answers: [["temulus", 30]],
  goals: [5, 8],
  beneficiaries: { total: 30, unit: "perempuan", women: 30, men: 0, ages: [0, 0, 27, 3], disabled: 1, indirect: 94 },
  ledByWoman: true,
  startsOn: 40,
  endsOn: 330,
  openUntil: 82,
  lines: [
    ["Rumah produksi", "Perbaikan rumah produksi", 1, "paket", 25_000_000n],
    ["Rumah produksi", "Bak pewarna dan saluran limbah", 10, "unit", 2_400_000n],
    ["Rumah produksi", "Kompor, wajan, dan canting", 30, "set", 650_000n],
    ["Bahan", "Kain mori", 300, "lembar", 95_000n],
    ["Bahan", "Bahan pewarna alam", 12, "bulan", 1_500_000n],
    ["Pelatihan dan pasar", "Pelatih", 36, "sesi", 750_000n],
    ["Pelatihan dan pasar", "Pameran dan pemasaran", 2, "kali", 2_500_000n],
    ["Pelatihan dan pasar", "Pelaporan dan dokumentasi", 1, "paket", 3_000_000n],
  ],
  tranches: [
    ["Rumah produksi", 60_000_000n, "Perjanjian ditandatangani dan dana program cukup", 45],
    ["Bahan dan pelatihan", 50_000_000n, "Laporan Termin 1 terbit", 130],
    ["Pelatihan lanjut dan pasar", 40_000_000n, "Laporan Termin 2 terbit", 230],
  ],
  indicators: [
    ["Perempuan berpenghasilan dari batik tiap bulan", "orang", 9, 27, "people-employed"],
    ["Penghasilan rata-rata dari batik sebulan", "ribu rupiah", 310, 1200],
    ["Kain terjual", "lembar", 40, 280],
  ],
};
