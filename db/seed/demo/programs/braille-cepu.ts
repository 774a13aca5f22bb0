import type { DemoProgram } from "../demo-program";

export const brailleCepu: DemoProgram = {
  key: "braille",
  community: "bina-netra",
  title: "Kacamata baca dan mesin Braille untuk 60 siswa netra",
  summary: "Pemeriksaan mata, kacamata baca, mesin tik Braille, dan pelatihan guru untuk siswa netra dari empat kecamatan.",
  story: `Enam puluh siswa netra dari empat kecamatan belajar bersama kami. Mereka berbagi tiga mesin tik Braille, sehingga satu siswa menulis sekali dalam dua pekan.

Dua puluh tiga di antaranya masih memiliki sisa penglihatan. Dengan pemeriksaan dan kacamata yang tepat, mereka dapat membaca huruf besar sendiri.

Program ini menyediakan dua belas mesin, kertas untuk setahun, dan melatih guru di sekolah asal agar siswa tetap belajar setelah kembali.`,
  pillar: "social",
  areaCode: "33.16.05.1014",
  place: "Rumah belajar netra, Kelurahan Cepu",
  needs: ["person_with_disability", "child_with_disability"],
  answers: [["cepu", 60]],
  goals: [4, 10],
  beneficiaries: { total: 60, unit: "siswa", women: 27, men: 33, ages: [0, 52, 8, 0], disabled: 60, indirect: 24 },
  startsOn: -155,
  endsOn: 60,
  openUntil: 5,
  lines: [
    ["Alat belajar", "Mesin tik Braille", 12, "unit", 9_500_000n],
    ["Alat belajar", "Kacamata baca", 60, "orang", 450_000n],
    ["Alat belajar", "Kertas Braille untuk setahun", 60, "paket", 150_000n],
    ["Layanan", "Pemeriksaan mata", 60, "orang", 150_000n],
    ["Layanan", "Pelatihan guru sekolah asal", 6, "kali", 2_500_000n],
    ["Layanan", "Pelaporan dan dokumentasi", 1, "paket", 6_000_000n],
  ],
  tranches: [
    ["Pemeriksaan dan mesin pertama", 72_000_000n, "Perjanjian ditandatangani dan dana program cukup", -150],
    ["Kacamata dan mesin kedua", 54_000_000n, "Laporan Termin 1 terbit", -70],
    ["Kertas dan pelatihan guru", 54_000_000n, "Laporan Termin 2 terbit", 16],
  ],
  indicators: [
    ["Siswa menulis Braille setiap hari", "siswa", 6, 55],
    ["Siswa dengan kacamata yang tepat", "siswa", 4, 23],
    ["Guru terlatih di sekolah asal", "guru", 2, 24],
  ],
};
