import type { DemoProgram } from "../demo-program";

/** Sent and being checked, on the verifier's desk. */
export const terapiCepu: DemoProgram = {
  key: "terapi",
  community: "senja-sejahtera",
  title: "Alat bantu gerak dan terapi untuk 32 lansia",
  summary: "Kursi roda, alat bantu jalan, dan terapi dua kali sepekan agar 32 lansia dapat bergerak lagi di rumahnya.",
  story: `Tiga puluh dua lansia dampingan kami tidak dapat berjalan tanpa bantuan. Dua belas di antaranya tidak keluar kamar lebih dari setahun.

Dengan kursi roda, alat bantu jalan, dan terapi dua kali sepekan, sebagian besar dapat ke kamar mandi dan ke teras sendiri. Terapis datang dari rumah sakit daerah dan melatih keluarga pendamping.`,
  pillar: "social",
  areaCode: "33.16.05.1015",
  place: "Ruang terapi lembaga, Kelurahan Ngelo",
  needs: ["neglected_elderly", "person_with_disability"],
  goals: [3, 10],
  beneficiaries: { total: 32, unit: "lansia", women: 21, men: 11, ages: [0, 0, 0, 32], disabled: 32, indirect: 64 },
  startsOn: 45,
  endsOn: 300,
  openUntil: 120,
  lines: [
    ["Alat", "Kursi roda standar", 12, "unit", 2_800_000n],
    ["Alat", "Alat bantu jalan", 20, "unit", 1_100_000n],
    ["Alat", "Tempat tidur terapi", 4, "unit", 6_500_000n],
    ["Alat", "Palang latihan jalan", 1, "unit", 8_400_000n],
    ["Layanan", "Terapis", 48, "sesi", 500_000n],
    ["Layanan", "Pelaporan dan dokumentasi", 1, "paket", 4_000_000n],
  ],
  tranches: [
    ["Alat", 90_000_000n, "Perjanjian ditandatangani dan dana program cukup", 50],
    ["Layanan", 28_000_000n, "Laporan Termin 1 terbit", 150],
  ],
  indicators: [
    ["Lansia bergerak mandiri di rumah", "lansia", 3, 24],
    ["Keluarga pendamping terlatih", "keluarga", 0, 32],
  ],
};

/** Sent, nobody has started on it. */
export const jambanKedungtuban: DemoProgram = {
  key: "jamban",
  community: "rukun-kedungtuban",
  title: "Jamban sehat untuk 40 rumah",
  summary: "Empat puluh rumah tanpa jamban mendapat jamban leher angsa dengan tangki septik yang dibangun bergotong royong.",
  story: `Empat puluh rumah di tiga dukuh belum memiliki jamban. Pada musim hujan air sungai dangkal tercemar, dan anak-anak sering diare.

Tukang dari kelompok kami membangun bersama pemilik rumah. Pemilik menyediakan tenaga dan pasir; program menyediakan bahan yang dibeli.`,
  pillar: "environment",
  areaCode: "33.16.04.2009",
  place: "Tiga dukuh di Desa Pulo",
  needs: ["poor"],
  goals: [6, 3],
  beneficiaries: { total: 292, unit: "orang", women: 141, men: 151, ages: [24, 64, 168, 36] },
  startsOn: 60,
  endsOn: 240,
  openUntil: 130,
  members: [
    ["Kelompok Pulo Lor", "Desa Pulo, Kecamatan Kedungtuban, Kabupaten Blora", "Karyono"],
    ["Kelompok Pulo Tengah", "Desa Pulo, Kecamatan Kedungtuban, Kabupaten Blora", "Tumini"],
    ["Kelompok Pulo Kidul", "Desa Pulo, Kecamatan Kedungtuban, Kabupaten Blora", "Sarjono"],
  ],
  lines: [
    ["Bangunan", "Bahan jamban dan tangki septik", 40, "rumah", 2_100_000n, "all"],
    ["Pendampingan", "Pelatihan tukang dan kader", 4, "kali", 2_000_000n, 1],
    ["Pendampingan", "Pelaporan dan dokumentasi", 1, "paket", 4_000_000n, 2],
  ],
  tranches: [
    ["Dua puluh rumah pertama", 50_000_000n, "Perjanjian ditandatangani dan dana program cukup", 65],
    ["Dua puluh rumah berikutnya", 46_000_000n, "Laporan Termin 1 terbit", 140],
  ],
  indicators: [
    ["Rumah dengan jamban sehat", "rumah", 0, 40],
    ["Kasus diare anak sebulan", "kasus", 17, 4],
  ],
};

/** Sent back with remarks. */
export const dapurJati: DemoProgram = {
  key: "dapur",
  community: "omah-sinau",
  title: "Dapur sehat dan taman baca untuk 38 anak",
  summary: "Sarapan sebelum belajar dan buku sendiri untuk 38 anak di dua desa hutan jati.",
  story: `Orang tua berangkat ke hutan jati pukul 04.30. Dua dari tiga anak belajar tanpa sarapan, dan buku yang tersedia hanya buku kelas kakaknya.

Ibu-ibu memasak bergiliran di dapur kami. Anak sarapan, membaca lima belas menit, lalu berangkat sekolah bersama.`,
  pillar: "social",
  areaCode: "33.16.01.2007",
  place: "Dua desa di tepi hutan jati",
  needs: ["neglected_child"],
  goals: [2, 4],
  beneficiaries: { total: 38, unit: "anak", women: 18, men: 20, ages: [0, 38, 0, 0], indirect: 61 },
  ledByWoman: true,
  startsOn: 40,
  endsOn: 220,
  openUntil: 120,
  lines: [
    ["Taman baca", "Rak buku", 6, "set", 1_250_000n],
    ["Taman baca", "Buku cerita", 420, "eksemplar", 48_000n],
    ["Taman baca", "Komputer jinjing untuk katalog", 1, "unit", 9_800_000n],
    ["Sarapan sehat", "Sarapan", 3420, "porsi", 8_000n],
    ["Sarapan sehat", "Alat dapur", 1, "paket", 4_680_000n],
    ["Sarapan sehat", "Pelatihan gizi", 2, "kali", 1_300_000n],
    ["Pendampingan", "Pendamping baca", 96, "hari", 60_000n],
    ["Pendampingan", "Pertemuan orang tua", 2, "kali", 1_950_000n],
    ["Pendampingan", "Pelaporan dan dokumentasi", 1, "paket", 1_240_000n],
  ],
  tranches: [
    ["Taman baca dan dapur", 38_000_000n, "Perjanjian ditandatangani dan dana program cukup", 45],
    ["Sarapan semester 1", 30_000_000n, "Laporan Termin 1 terbit", 110],
    ["Sarapan semester 2", 15_000_000n, "Laporan Termin 2 terbit", 170],
  ],
  indicators: [
    ["Anak lancar membaca setingkat kelasnya", "anak", 11, 30],
    ["Anak sarapan sebelum belajar", "%", 34, 95],
  ],
};

/** A draft that isn't complete: half a budget, no termin plan. */
export const komposSambong: Pick<DemoProgram, "key" | "community" | "title" | "summary" | "story" | "areaCode" | "lines"> = {
  key: "kompos",
  community: "tunas-sambong",
  title: "Bank sampah dan pupuk kompos",
  summary: "Sampah rumah tangga empat dukuh ditimbang, dipilah, dan diolah menjadi kompos untuk persemaian jati.",
  story: "Empat dukuh membuang sampah ke tepi sungai karena tidak ada tempat lain.",
  areaCode: "33.16.06.2004",
  lines: [
    ["Alat", "Timbangan gantung", 2, "unit", 850_000n],
    ["Alat", "Mesin pencacah organik", 1, "unit", 14_500_000n],
    ["Alat", "Gerobak pilah", 4, "unit", 1_650_000n],
    ["Kegiatan", "Pelatihan pemilahan", 4, "kali", 1_200_000n],
  ],
};
