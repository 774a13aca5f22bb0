import type { DemoProgram } from "../demo-program";

export const konselingRandublatung: DemoProgram = {
  key: "konseling",
  community: "pelita-keluarga",
  title: "Ruang konseling keluarga dan layanan keliling ke 8 desa",
  summary: "Satu ruang yang tertutup dan tenang di Randublatung, dan konselor yang datang ke delapan desa setiap pekan.",
  story: `Keluarga yang bertengkar jarang mencari pertolongan, karena tempat bercerita adalah teras tetangga. Tahun lalu 140 keluarga mencari kami, dan separuhnya berhenti datang karena jauh dan tidak ada ruang tertutup.

Kami memperbaiki satu ruang di kantor LK3 dan menjalankan layanan keliling ke delapan desa, sehari sepekan di setiap desa, dengan dua konselor terlatih.

Enam belas kader desa dilatih mengenali tanda awal dan merujuk. Nama dan cerita keluarga tidak pernah masuk laporan; yang dilaporkan hanya jumlah dan perkembangan.`,
  pillar: "social",
  areaCode: "33.16.02.1005",
  place: "Kantor LK3 dan delapan balai desa",
  needs: ["family_in_distress"],
  answers: [
    ["keluarga-randublatung", 150],
    ["keluarga-wulung", 140],
    ["keluarga-pilang", 110],
    ["keluarga-kutukan", 90],
  ],
  goals: [3, 5],
  beneficiaries: { total: 140, unit: "keluarga", people: 490, women: 254, men: 236, ages: [41, 77, 335, 37] },
  ledByWoman: true,
  startsOn: 20,
  endsOn: 320,
  openUntil: 50,
  lines: [
    ["Ruang konseling", "Perbaikan ruang: sekat, pintu, ventilasi", 1, "paket", 32_000_000n],
    ["Ruang konseling", "Perabot dan alat peraga", 1, "paket", 14_500_000n],
    ["Layanan keliling", "Konselor", 96, "kunjungan", 350_000n],
    ["Layanan keliling", "Transpor layanan keliling", 96, "kunjungan", 125_000n],
    ["Layanan keliling", "Bahan pendampingan keluarga", 140, "keluarga", 90_000n],
    ["Kader", "Pelatihan kader desa", 16, "orang", 450_000n],
    ["Kader", "Pelaporan dan supervisi", 1, "paket", 8_100_000n],
  ],
  tranches: [
    ["Ruang konseling", 48_000_000n, "Perjanjian ditandatangani dan dana program cukup", 25],
    ["Layanan keliling semester 1", 42_000_000n, "Laporan Termin 1 terbit", 110],
    ["Layanan keliling semester 2", 30_000_000n, "Laporan Termin 2 terbit", 220],
  ],
  indicators: [
    ["Keluarga menyelesaikan enam pertemuan", "keluarga", 31, 110, "families-served"],
    ["Desa dengan layanan tiap pekan", "desa", 0, 8],
    ["Kader merujuk dengan benar", "%", 0, 80],
  ],
};
