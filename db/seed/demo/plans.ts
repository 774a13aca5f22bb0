import type { DemoPlan } from "./demo-program";

const vat = { code: "ppn-11", mode: "included" } as const;
const fees = { code: "pph21-2_5", mode: "included" } as const;
const services = { code: "pph23-2", mode: "included" } as const;

/** Schedule, risks, swadaya, taxes and need groups of the demo's programs, by their keys. */
export const demoPlans: Readonly<Record<string, DemoPlan>> = {
  bengkel: {
    activities: [
      ["Renovasi balai dan pemasangan alat", -110, -60],
      ["Pelatihan angkatan 1", -60, 15],
      ["Pelatihan angkatan 2", 20, 90],
      ["Uji kompetensi", 85, 110],
      ["Pendampingan bengkel kelompok", 100, 190],
    ],
    risks: [
      ["Peserta berhenti di tengah jalan karena musim panen", "medium", "Jadwal sore dan libur dua pekan pada panen raya."],
      ["Harga suku cadang naik", "low", "Kontrak harga dengan dua penyedia selama enam bulan."],
    ],
    contributions: [
      ["labour", "Gotong royong renovasi balai", 60, "hari orang", 100_000n],
      ["goods", "Balai lama dipinjamkan desa", 10, "bulan", 500_000n],
      ["cash", "Kas Karang Taruna untuk syukuran dan listrik awal", 1, "paket", 1_500_000n],
    ],
    taxes: { 1: vat, 3: vat, 4: fees },
    groups: { poor: 24 },
  },
  kebun: {
    activities: [
      ["Membangun bedeng dan instalasi air", -70, -30],
      ["Kunjungan rumah tiap pekan", -50, 270],
      ["Panen dan pembagian sayur", 20, 270],
    ],
    risks: [
      ["Kemarau panjang", "high", "Air dari dua tandon hujan dan tanaman tahan kering."],
      ["Pendamping sakit atau pindah", "medium", "Empat kader dilatih sebagai pengganti."],
    ],
    contributions: [
      ["labour", "Relawan muda merawat bedeng", 96, "hari orang", 75_000n],
      ["goods", "Lahan lembaga 800 meter persegi", 12, "bulan", 300_000n],
    ],
    taxes: { 4: vat },
    groups: { neglected_elderly: 88 },
  },
  sumur: {
    activities: [
      ["Survei geolistrik dan izin", -150, -120],
      ["Pengeboran sumur", -120, -50],
      ["Pompa, tandon, dan pipa", -40, 60],
      ["Kran umum", 60, 100],
      ["Pelatihan pengelola dan uji air", 70, 120],
    ],
    risks: [
      ["Air tidak ditemukan pada 90 meter", "medium", "Titik dipilih dari survei; kontrak bor menjamin tambahan 15 meter."],
      ["Iuran air tidak terkumpul", "medium", "Iuran diputuskan rapat selapanan dan dicatat terbuka."],
      ["Pipa rusak oleh kendaraan hutan", "low", "Pipa ditanam 60 sentimeter di jalur angkutan."],
    ],
    contributions: [
      ["labour", "Menggali dan menutup jalur pipa", 240, "hari orang", 90_000n],
      ["goods", "Lahan tandon dihibahkan warga", 2, "bidang", 6_000_000n],
      ["cash", "Iuran awal keluarga", 212, "keluarga", 25_000n],
    ],
    taxes: { 2: vat, 4: vat, 7: services },
    groups: { poor: 611 },
  },
  konseling: {
    activities: [
      ["Perbaikan ruang konseling", 20, 60],
      ["Layanan keliling ke delapan desa", 60, 320],
      ["Pelatihan kader desa", 80, 140],
    ],
    risks: [["Keluarga malu datang ke balai desa", "high", "Pertemuan di ruang tertutup, dan jam yang berbeda dari pelayanan desa."]],
    contributions: [["labour", "Kader mengantar dan mencatat", 96, "kunjungan", 50_000n]],
    taxes: { 3: fees },
  },
  banjir: {
    activities: [
      ["Pengadaan perahu dan alat", -235, -190],
      ["Pembangunan gudang siaga", -190, -110],
      ["Papan duga air dan sirene", -130, -90],
      ["Pelatihan dan simulasi", -100, -50],
    ],
    risks: [["Banjir datang sebelum gudang selesai", "medium", "Perahu disimpan sementara di balai tiga desa."]],
    contributions: [["goods", "Tanah kas desa untuk gudang", 1, "bidang", 15_000_000n]],
    taxes: { 1: vat, 3: services },
    groups: { natural_disaster_victim: 1360 },
  },
  batik: {
    activities: [
      ["Perbaikan rumah produksi", 40, 100],
      ["Pelatihan pewarna alam", 100, 260],
      ["Pameran dan pemasaran", 240, 330],
    ],
    risks: [
      ["Limbah pewarna mencemari saluran", "low", "Bak pengendap dua tahap dan uji air tiap triwulan."],
      ["Kain tidak laku", "medium", "Pesanan seragam sekolah dan desa disepakati lebih dulu."],
    ],
    contributions: [["labour", "Peserta menyiapkan kulit jati dan mahoni", 90, "hari orang", 70_000n]],
    taxes: { 4: vat, 6: fees },
    groups: { vulnerable_woman: 30 },
  },
  belajar: {
    activities: [
      ["Menyiapkan ruang dan buku", -95, -60],
      ["Belajar sore empat kali sepekan", -60, 200],
      ["Makanan tambahan", -60, 200],
    ],
    risks: [["Pengajar pindah kerja", "medium", "Dua mahasiswa magang sebagai pengganti tetap."]],
    contributions: [["goods", "Ruang rumah keluarga", 10, "bulan", 250_000n]],
    groups: { neglected_child: 45 },
  },
  braille: {
    activities: [
      ["Pemeriksaan mata", -155, -120],
      ["Mesin tik dan kacamata", -130, -40],
      ["Pelatihan guru", -30, 45],
    ],
    risks: [["Suku cadang mesin sulit didapat", "low", "Satu set cadangan dibeli bersama mesin."]],
    taxes: { 1: vat, 2: vat },
    groups: { person_with_disability: 8, child_with_disability: 52 },
  },
  terapi: {
    activities: [
      ["Pengadaan alat", 45, 90],
      ["Terapi dua kali sepekan", 80, 300],
      ["Pelatihan keluarga pendamping", 80, 140],
    ],
    risks: [["Jadwal terapis rumah sakit berubah", "medium", "Perjanjian jadwal enam bulan dan satu terapis cadangan."]],
    contributions: [["labour", "Keluarga mengantar lansia", 96, "kali", 40_000n]],
    taxes: { 1: vat, 2: vat, 5: fees },
    groups: { neglected_elderly: 32, person_with_disability: 32 },
  },
  jamban: {
    activities: [
      ["Pelatihan tukang dan kader", 60, 90],
      ["Dua puluh rumah pertama", 80, 140],
      ["Dua puluh rumah berikutnya", 140, 220],
    ],
    risks: [["Hujan menghambat galian", "high", "Galian dikerjakan pada bulan kering lebih dulu."]],
    contributions: [
      ["labour", "Pemilik rumah menggali dan membantu tukang", 160, "hari orang", 90_000n],
      ["goods", "Pasir sungai", 40, "meter kubik", 150_000n],
    ],
    groups: { poor: 292 },
  },
  dapur: {
    activities: [
      ["Taman baca dan dapur siap", 40, 75],
      ["Sarapan dan membaca bersama", 75, 220],
      ["Pertemuan orang tua", 90, 210],
    ],
    risks: [["Harga bahan makan naik", "medium", "Menu mengikuti panen dan kebun sekolah."]],
    contributions: [
      ["labour", "Ibu-ibu memasak bergiliran", 96, "hari", 50_000n],
      ["goods", "Ruang dapur", 8, "bulan", 200_000n],
    ],
    taxes: { 3: vat },
    groups: { neglected_child: 38 },
  },
  kompos: {
    activities: [["Pelatihan pemilahan", 60, 90]],
    risks: [],
    contributions: [["labour", "Warga menimbang dan memilah", 48, "hari orang", 60_000n]],
    taxes: { 2: { code: "ppn-11", mode: "added" } },
  },
};
