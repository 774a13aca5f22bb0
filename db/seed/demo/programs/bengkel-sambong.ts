import type { DemoProgram } from "../demo-program";

export const bengkelSambong: DemoProgram = {
  key: "bengkel",
  community: "tunas-sambong",
  title: "Bengkel servis motor untuk 24 pemuda putus sekolah",
  summary:
    "Balai lama menjadi bengkel latih. Dua angkatan belajar servis motor, mengikuti uji kompetensi, lalu menjalankan bengkel kelompok.",
  story: `Di dua desa sekitar hutan jati Sambong, 24 pemuda berhenti sekolah sebelum lulus SMA. Motor adalah kendaraan hampir setiap rumah, tetapi bengkel terdekat berjarak 11 kilometer.

Kami mengubah balai lama menjadi bengkel latih. Selama 48 sesi, dua angkatan belajar servis rutin, kelistrikan, dan injeksi dari instruktur bersertifikat, lalu mengikuti uji kompetensi.

Setelah lulus, peserta menjalankan bengkel kelompok dengan modal suku cadang bersama. Sepersepuluh laba bengkel masuk kas Karang Taruna untuk angkatan berikutnya.`,
  pillar: "economy",
  areaCode: "33.16.06.2002",
  place: "Balai lama Dukuh Kidul",
  needs: ["poor"],
  answers: [["sambongrejo", 24]],
  goals: [8, 4],
  beneficiaries: { total: 24, unit: "pemuda", women: 7, men: 17, ages: [0, 6, 18, 0], indirect: 96 },
  startsOn: -110,
  endsOn: 190,
  openUntil: 37,
  lines: [
    ["Alat dan ruang", "Perkakas dan lift servis motor", 4, "set", 18_500_000n],
    ["Alat dan ruang", "Renovasi balai: atap, lantai, listrik", 1, "paket", 38_000_000n],
    ["Alat dan ruang", "Kompresor dan alat diagnosa injeksi", 2, "unit", 9_500_000n],
    ["Pelatihan", "Instruktur bersertifikat", 48, "sesi", 650_000n],
    ["Pelatihan", "Modul dan bahan praktik", 24, "orang", 1_450_000n],
    ["Pelatihan", "Uji kompetensi", 24, "orang", 750_000n],
    ["Pelatihan", "Transpor dan makan peserta", 1152, "orang-hari", 15_000n],
    ["Modal awal dan pendampingan", "Suku cadang awal kelompok", 1, "paket", 12_500_000n],
    ["Modal awal dan pendampingan", "Alat pelindung diri", 24, "orang", 155_000n],
    ["Modal awal dan pendampingan", "Pelaporan dan dokumentasi", 1, "paket", 1_500_000n],
  ],
  tranches: [
    ["Alat dan ruang", 75_000_000n, "Perjanjian ditandatangani dan dana program cukup", -104],
    ["Pelatihan angkatan 1", 62_500_000n, "Laporan Termin 1 terbit", -21],
    ["Pelatihan angkatan 2", 75_000_000n, "Laporan Termin 2 terbit dan dana program cukup", 21],
    ["Uji kompetensi dan modal awal", 37_500_000n, "Laporan Termin 3 terbit", 88],
  ],
  indicators: [
    ["Peserta lulus uji kompetensi", "orang", 0, 20, "people-trained"],
    ["Bengkel kelompok beroperasi", "unit", 0, 1],
    ["Lulusan berpenghasilan setelah 3 bulan", "orang", 0, 16, "people-employed"],
    ["Kehadiran pelatihan", "%", 0, 85],
  ],
};
