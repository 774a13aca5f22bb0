import type { DemoProgram } from "../demo-program";

export const kebunCepu: DemoProgram = {
  key: "kebun",
  community: "senja-sejahtera",
  title: "Kebun pangan lansia dan kunjungan rumah tiap pekan",
  summary: "Dua puluh empat bedeng tinggi yang dapat dirawat sambil duduk, dan kunjungan rumah tiap pekan untuk 88 lansia.",
  story: `Delapan puluh delapan lansia di Cepu tinggal sendiri atau bersama pasangan yang juga lansia. Makan dua kali sehari dengan lauk yang sama adalah hal biasa.

Di lahan belakang lembaga kami dibuat dua puluh empat bedeng setinggi pinggang. Lansia yang masih kuat merawatnya sambil duduk; hasilnya dibagi kepada semua.

Setiap pekan pendamping datang ke rumah: memeriksa tekanan darah, membawa sayur, dan mendengarkan. Temuan yang mengkhawatirkan diteruskan ke puskesmas pada hari yang sama.`,
  pillar: "social",
  areaCode: "33.16.05.1015",
  place: "Lahan lembaga, Kelurahan Ngelo",
  needs: ["neglected_elderly"],
  answers: [["ngelo", 88]],
  goals: [2, 3],
  beneficiaries: { total: 88, unit: "lansia", women: 57, men: 31, ages: [0, 0, 0, 88], disabled: 14, indirect: 130 },
  startsOn: -70,
  endsOn: 270,
  openUntil: 60,
  lines: [
    ["Kebun", "Bedeng tanam setinggi pinggang", 24, "unit", 850_000n],
    ["Kebun", "Bibit, pupuk, dan air", 12, "bulan", 900_000n],
    ["Kunjungan rumah", "Kunjungan rumah tiap pekan", 48, "pekan", 750_000n],
    ["Kunjungan rumah", "Alat periksa kesehatan dasar", 8, "set", 1_200_000n],
    ["Kunjungan rumah", "Pendamping", 12, "bulan", 1_200_000n],
    ["Kunjungan rumah", "Pelaporan dan dokumentasi", 1, "paket", 4_800_000n],
  ],
  tranches: [
    ["Bedeng dan alat periksa", 28_800_000n, "Perjanjian ditandatangani dan dana program cukup", -60],
    ["Kunjungan triwulan 1 dan 2", 28_800_000n, "Laporan Termin 1 terbit", 30],
    ["Kunjungan triwulan 3 dan 4", 38_400_000n, "Laporan Termin 2 terbit", 140],
  ],
  indicators: [
    ["Lansia makan sayur tiap hari", "lansia", 23, 80],
    ["Rumah dikunjungi tiap pekan", "rumah", 0, 71],
    ["Lansia dengan tekanan darah terkendali", "%", 41, 70],
  ],
};
