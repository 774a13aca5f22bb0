import type { DemoProgram } from "../demo-program";

export const sumurKedungtuban: DemoProgram = {
  key: "sumur",
  community: "rukun-kedungtuban",
  title: "Sumur dalam dan tandon air untuk 212 keluarga dukuh kering",
  summary: "Satu sumur 90 meter, dua tandon, dan dua belas kran umum yang dikelola enam kelompok warga.",
  story: `Dukuh kami kering tujuh bulan setahun. Pada puncak kemarau satu keluarga membeli tiga jeriken air sehari, sepertiga dari upah harian buruh tani.

Enam kelompok warga sepakat membangun satu sumur dalam, dua tandon, dan dua belas kran umum. Lahan tandon dihibahkan warga dan dicatat di desa.

Setelah selesai, setiap keluarga membayar iuran air yang diputuskan dalam rapat selapanan. Iuran menanggung listrik pompa dan tabungan perbaikan, sehingga air tetap mengalir setelah program berakhir.`,
  pillar: "environment",
  areaCode: "33.16.04.2012",
  place: "Dukuh Kering Kidul, Kering Lor, dan Ngasem",
  needs: ["poor"],
  answers: [["bajo", 742]],
  goals: [6, 3],
  beneficiaries: { total: 212, unit: "keluarga", people: 742, women: 348, men: 394, ages: [62, 169, 414, 97], disabled: 18, indirect: 310 },
  startsOn: -150,
  endsOn: 120,
  openUntil: 45,
  members: [
    ["Kelompok Kering Kidul", "Desa Bajo, Kecamatan Kedungtuban, Kabupaten Blora", "Suwarno"],
    ["Kelompok Kering Lor", "Desa Bajo, Kecamatan Kedungtuban, Kabupaten Blora", "Lestari"],
    ["Kelompok Ngasem", "Desa Bajo, Kecamatan Kedungtuban, Kabupaten Blora", "Mulyadi"],
    ["Kelompok Pipa Ngasem Wetan", "Desa Bajo, Kecamatan Kedungtuban, Kabupaten Blora", "Rukmini"],
    ["Kelompok Dasawisma Kidul", "Desa Bajo, Kecamatan Kedungtuban, Kabupaten Blora", "Sumiyati"],
    ["Kelompok Sinoman Lor", "Desa Bajo, Kecamatan Kedungtuban, Kabupaten Blora", "Prayitno"],
  ],
  lines: [
    ["Sumur dan pompa", "Pengeboran sumur dalam", 90, "meter", 1_350_000n, 0],
    ["Sumur dan pompa", "Pompa benam dan panel listrik", 1, "paket", 48_500_000n, 1],
    ["Sumur dan pompa", "Rumah pompa", 1, "unit", 12_000_000n, 1],
    ["Tandon dan jaringan", "Tandon air 30 meter kubik", 2, "unit", 42_500_000n, 2],
    ["Tandon dan jaringan", "Pipa transmisi", 2400, "meter", 45_000n, 3],
    ["Tandon dan jaringan", "Kran umum", 12, "unit", 2_500_000n, "all"],
    ["Pengelolaan", "Pelatihan pengelola air", 4, "kali", 3_000_000n, 4],
    ["Pengelolaan", "Uji mutu air", 4, "contoh", 1_250_000n, 5],
    ["Pengelolaan", "Pelaporan dan dokumentasi", 1, "paket", 3_000_000n, 5],
  ],
  tranches: [
    ["Pengeboran tahap awal", 85_000_000n, "Perjanjian ditandatangani dan dana program cukup", -140],
    ["Pengeboran lanjutan dan pompa", 85_000_000n, "Laporan Termin 1 terbit", -60],
    ["Pipa transmisi dan dua tandon", 105_000_000n, "Laporan Termin 2 terbit dan kunjungan PSM", 14],
    ["Kran umum dan pengelolaan", 150_000_000n, "Laporan Termin 3 terbit", 75],
  ],
  indicators: [
    ["Keluarga dengan air bersih kurang dari 200 meter", "keluarga", 19, 212, "families-with-water"],
    ["Hari tanpa air dalam setahun", "hari", 211, 10],
    ["Biaya air tiap keluarga sebulan", "ribu rupiah", 186, 40],
    ["Contoh air memenuhi syarat", "%", 40, 100],
  ],
};
