import type { ArticleText } from "~/features/guidance/save-article.server";

export type DemoGuidance = ArticleText & { published: number; revised?: { day: number; add: string; change: string } };

const sambong = "33.16.06";
const cepu = "33.16.05";
const kedungtuban = "33.16.04";
const kradenan = "33.16.03";

/** What the extension officer of the demo has written; days count back from the day of seeding. */
export const guidanceTexts: readonly DemoGuidance[] = [
  {
    title: "Kuitansi di atas Rp 5 juta: kapan perlu meterai",
    summary:
      "Satu meterai Rp 10.000 per kuitansi, ditandatangani mengenai meterainya. Memecah kuitansi agar di bawah batas akan dikembalikan.",
    topic: "receipts",
    areas: [],
    elements: [],
    regulations: ["UU 10 Tahun 2020 tentang Bea Meterai, pasal 3 dan 5"],
    published: -18,
    revised: {
      day: -4,
      change: "Ditambah contoh “tepat Rp 5.000.000” setelah ditanya dua pengusul",
      add: "| Tepat Rp 5.000.000 | Rp 5.000.000 | Tidak, batasnya “lebih dari” |",
    },
    body: `## Aturannya
Meterai dikenakan pada surat yang menyatakan jumlah uang **lebih dari Rp 5.000.000** dan berisi penerimaan uang atau pengakuan utang. Tarifnya satu, Rp 10.000.

Yang dihitung jumlah dalam *satu surat*, bukan jumlah seluruh program. Meterai elektronik sama kuatnya dengan meterai tempel.

## Langkahnya
1. Tulis kuitansi, lalu tempel meterai di petaknya.
2. Bendahara menandatangani sebagian di atas meterai, sebagian di kertas.
3. Foto seluruh halaman. Sudutnya harus terlihat.
4. Sampai nota tersimpan di Sinergi, simpan kertasnya.

## Yang sering keliru
- **Memecah kuitansi** menjadi dua kali Rp 4,9 juta untuk hari dan pekerjaan yang sama.
- **Memakai meterai bekas** atau foto meterai.
- **Lupa menempel** bukan pelanggaran berat: tempel, tanda tangani lagi, kirim ulang fotonya.

## Contoh
| Keadaan | Jumlah | Meterai |
|---|---|---|
| Termin diterima, satu kuitansi | Rp 62.500.000 | Ya, satu |
| Nota instruktur, satu bulan | Rp 9.100.000 | Ya, pada kuitansi instruktur |
| Makan peserta, dua minggu | Rp 2.070.000 | Tidak |`,
  },
  {
    title: "Pengurus hampir habis masa jabatan: tetap bisa menerima termin?",
    summary: "Tertahan sejak SK berakhir. Serah terima ketua memakan paling lama 14 hari bila surat lengkap.",
    topic: "standing",
    areas: [sambong, cepu],
    elements: ["karang_taruna"],
    regulations: ["Permensos 25 Tahun 2019 tentang Karang Taruna"],
    published: -57,
    body: `Termin hanya cair kepada pengurus yang masa jabatannya masih berlaku pada hari penyaluran. Yang sudah cair tetap sah.

## Sebelum SK berakhir
- Mulai temu karya paling lambat dua bulan sebelumnya.
- Unggah SK baru begitu ditandatangani, jangan menunggu pelantikan.

## Bila sudah telanjur berakhir
1. Minta surat keterangan kepala desa tentang pengurus sementara.
2. Unggah bersama berita acara temu karya.
3. Minta termin sesudah lencana kedudukan hijau lagi.`,
  },
  {
    title: "Keluarga Pioner: memilih lembaga penampung",
    summary: "LKS, LK3, atau Karang Taruna. Yang ditanyakan sebelum meminta, dan yang tertulis di halaman.",
    topic: "standing",
    areas: [],
    elements: ["pioneer_family", "lk3", "lks", "karang_taruna"],
    regulations: ["Permensos 8 Tahun 2012 tentang Pedoman Pendataan dan Pengelolaan Data PMKS dan PSKS"],
    published: -46,
    body: `Keluarga tidak memegang rekening program. Penampung memegangnya, ikut menandatangani, dan disebut di halaman.

## Tanyakan dulu
- Apakah laporan mereka yang lalu terbit tepat waktu? Lihat halaman lembaganya.
- Siapa bendahara yang akan mencatat nota Anda, dan seberapa cepat?
- Apakah mereka mengambil biaya? Biaya harus menjadi baris RAB, terlihat oleh semua.

## Yang tertulis di halaman
Nama tampilan keluarga, desanya, dan nama penampung. **Alamat rumah dan nama anak tidak pernah tampil.**`,
  },
  {
    title: "Menghitung orang tanpa mencatat nama",
    summary: "Jumlah, kelompok umur, dan sumbernya cukup. Jenis peka dan angka kecil punya aturan sendiri.",
    topic: "people",
    areas: [],
    elements: ["community_social_worker", "professional_social_worker", "tksk", "community_extension_worker"],
    regulations: ["UU 27 Tahun 2022 tentang Pelindungan Data Pribadi, pasal 4"],
    published: -31,
    body: `Yang dibutuhkan perusahaan adalah jumlah yang dapat dipercaya, bukan daftar nama.

## Cukup dicatat
- jumlah orang atau rumah tangga,
- desa, dan sejak kapan,
- dari mana Anda tahu: kunjungan, kader, atau data desa.

## Jangan dicatat
> Nama, NIK, foto wajah anak, penyakit, atau alamat rumah.

Bila jumlahnya kurang dari lima di satu desa, naikkan wilayahnya ke kecamatan.`,
  },
  {
    title: "Seruan darurat tanpa surat: apa yang boleh dulu, apa yang menyusul",
    summary: "Bukti kedudukan harus ada, pernyataan bencana boleh menyusul. Siapa yang berwenang, dan surat mana yang diterima.",
    topic: "emergency",
    areas: [kradenan, kedungtuban],
    elements: ["disaster_cadet"],
    regulations: ["UU 24 Tahun 2007 tentang Penanggulangan Bencana, pasal 7 dan 51"],
    published: -9,
    body: `Yang mendesak boleh ditulis sebelum suratnya lengkap, selama dikatakan terus terang.

## Boleh dulu
1. Tulis apa yang terjadi, di mana, dan jumlah keluarganya.
2. Lampirkan satu foto keadaan, tanpa wajah korban.
3. Sebut siapa di desa yang dapat ditelepon.

## Menyusul
- Pernyataan keadaan darurat dari bupati, atau
- laporan kejadian BPBD, atau
- surat camat.`,
  },
];

/** Begun, and not yet for readers. */
export const guidanceDraft: ArticleText = {
  title: "Harga satuan: dari mana angkanya, dan kapan dua penawaran diminta",
  summary: "",
  topic: "budget",
  areas: [cepu],
  elements: [],
  regulations: [],
  body: "## Sumber harga\n",
};
