import type { DemoProgram } from "../demo-program";

export const belajarJati: DemoProgram = {
  key: "belajar",
  community: "omah-sinau",
  title: "Rumah belajar sore untuk 45 anak pekerja hutan",
  summary: "Rumah kami terbuka setiap sore: buku, pengajar, dan makanan tambahan untuk anak yang orang tuanya bekerja di hutan jati.",
  story: `Orang tua berangkat ke hutan jati pukul setengah lima pagi dan pulang menjelang magrib. Empat puluh lima anak menunggu tanpa buku dan tanpa yang menemani belajar.

Keluarga kami membuka rumah setiap sore sejak 2019. Sekarang ruang tamu tidak lagi muat, dan buku kami hanya buku kelas kakak mereka.

Dengan program ini ada rak, meja, tiga ratus dua puluh buku, dua pengajar, dan makanan tambahan. Dana disimpan dan dilaporkan lewat LK3 Pelita Keluarga sebagai lembaga penampung.`,
  pillar: "social",
  areaCode: "33.16.01.2005",
  place: "Rumah keluarga, Dukuh Jegong",
  needs: ["neglected_child"],
  answers: [
    ["jegong", 28],
    ["singget", 17],
  ],
  goals: [4],
  beneficiaries: { total: 45, unit: "anak", women: 21, men: 24, ages: [0, 45, 0, 0], disabled: 2, indirect: 78 },
  ledByWoman: true,
  startsOn: -95,
  endsOn: 200,
  openUntil: 30,
  lines: [
    ["Ruang dan buku", "Rak, meja, dan papan tulis", 1, "paket", 9_200_000n],
    ["Ruang dan buku", "Buku bacaan dan pelajaran", 320, "eksemplar", 55_000n],
    ["Ruang dan buku", "Listrik dan penerangan", 12, "bulan", 250_000n],
    ["Kegiatan", "Pengajar", 144, "sesi", 150_000n],
    ["Kegiatan", "Makanan tambahan", 4320, "porsi", 3_500n],
    ["Kegiatan", "Pelaporan dan dokumentasi", 1, "paket", 1_480_000n],
  ],
  tranches: [
    ["Ruang dan buku", 20_400_000n, "Perjanjian ditandatangani dan dana program cukup", -90],
    ["Kegiatan triwulan 1", 13_600_000n, "Laporan Termin 1 terbit", -6],
    ["Kegiatan triwulan 2", 20_400_000n, "Laporan Termin 2 terbit", 70],
    ["Kegiatan triwulan 3", 13_600_000n, "Laporan Termin 3 terbit", 150],
  ],
  indicators: [
    ["Anak hadir empat kali sepekan", "anak", 12, 40],
    ["Anak lancar membaca setingkat kelasnya", "anak", 14, 36],
    ["Buku dipinjam tiap pekan", "buku", 0, 60],
  ],
};
