import type { Rupiah } from "~/kernel/money";
import type { Scene } from "./photos.server";

const jt = (millions: number): Rupiah => BigInt(Math.round(millions * 1000)) * 1000n;

/** When each program was sent and published, and what its pictures show. Days count back from the day of seeding. */
export const publications: readonly { program: string; sent: number; published: number; scene: Scene; place: string }[] = [
  { program: "banjir", sent: -262, published: -252, scene: "boat", place: "Kecamatan Kradenan" },
  { program: "sumur", sent: -226, published: -215, scene: "well", place: "Kecamatan Kedungtuban" },
  { program: "braille", sent: -209, published: -200, scene: "glasses", place: "Kecamatan Cepu" },
  { program: "bengkel", sent: -186, published: -173, scene: "workshop", place: "Kecamatan Sambong" },
  { program: "belajar", sent: -151, published: -140, scene: "books", place: "Kecamatan Jati" },
  { program: "kebun", sent: -142, published: -130, scene: "garden", place: "Kecamatan Cepu" },
  { program: "konseling", sent: -72, published: -60, scene: "room", place: "Kecamatan Randublatung" },
  { program: "batik", sent: -21, published: -8, scene: "cloth", place: "Kecamatan Randublatung" },
];

export type DemoPledge = {
  key: string;
  program: string;
  company: string;
  /** Which drafter and approver of the company: the keys of its people end with this. */
  people: string;
  note: string;
  pledged: number;
  /** Undefined while it waits for approval. */
  approved?: number;
  /** RAB lines that it pays for in full, by number; without them it is free. */
  lines?: readonly number[];
  instalments: readonly {
    amount: Rupiah;
    due: number /** The day it reached the bank. */;
    paid?: number /** The day it was paid by card. */;
    card?: number;
  }[];
};

function pledge(
  key: string,
  company: string,
  people: string,
  pledged: number,
  instalments: DemoPledge["instalments"],
  note = "",
): DemoPledge {
  const program = key.split("/")[0] ?? "";
  return { key, program, company, people, note, pledged, approved: pledged + 2, instalments };
}

/** Who committed what to which program, and when it arrived. Order of arrival decides whose money a termin spends. */
export const pledges: readonly DemoPledge[] = [
  pledge("banjir/kawung", "energi-kawung", "kawung", -249, [{ amount: jt(200), due: -235, paid: -240 }], "Ring 1, kesiapsiagaan bencana."),
  pledge("banjir/rimba", "rimba-kencana", "rimba", -247, [{ amount: jt(80), due: -230, paid: -232 }]),
  pledge("banjir/tirta", "tirta-sambara", "tirta", -246, [{ amount: jt(50), due: -228, paid: -230 }]),
  pledge("banjir/gamping", "gamping-mulya", "gamping", -245, [{ amount: jt(10), due: -228, paid: -229 }]),
  pledge("sumur/tirta", "tirta-sambara", "tirta", -212, [{ amount: jt(60), due: -188, paid: -190 }], "Air bersih adalah tugas kami."),
  pledge("sumur/gamping", "gamping-mulya", "gamping", -210, [{ amount: jt(40), due: -180, paid: -183 }]),
  pledge("sumur/kawung", "energi-kawung", "kawung", -205, [
    { amount: jt(70), due: -158, paid: -160 },
    { amount: jt(55), due: -84, paid: -83 },
    { amount: jt(35), due: 6 },
  ]),
  pledge("sumur/tirta-2", "tirta-sambara", "tirta", -40, [{ amount: jt(50), due: 4, paid: -2 }], "Tambahan untuk pipa transmisi."),
  pledge("braille/kawung", "energi-kawung", "kawung", -196, [{ amount: jt(80), due: -176, paid: -180 }]),
  pledge("braille/rimba", "rimba-kencana", "rimba", -194, [{ amount: jt(60), due: -160, paid: -165 }]),
  pledge("braille/tirta", "tirta-sambara", "tirta", -50, [{ amount: jt(40), due: 3, paid: -3 }]),
  pledge(
    "bengkel/kawung",
    "energi-kawung",
    "kawung",
    -167,
    [{ amount: jt(100), due: -148, paid: -150 }],
    "Pekerjaan layak di sekitar jaringan kami.",
  ),
  pledge("bengkel/tirta", "tirta-sambara", "tirta", -140, [{ amount: jt(50), due: -118, paid: -120 }]),
  pledge("bengkel/gamping", "gamping-mulya", "gamping", -30, [{ amount: jt(40), due: 5 }]),
  pledge("belajar/rimba", "rimba-kencana", "rimba", -134, [{ amount: jt(34), due: -118, paid: -121 }]),
  pledge("belajar/loka", "bpr-loka-artha", "loka", -24, [{ amount: jt(17), due: 6 }]),
  pledge("kebun/rimba", "rimba-kencana", "rimba", -126, [{ amount: jt(30), due: -108, paid: -112 }]),
  pledge("kebun/gamping", "gamping-mulya", "gamping", -36, [
    { amount: jt(15), due: -4, card: -5 },
    { amount: jt(17), due: 2, paid: -1 },
  ]),
  pledge("konseling/loka", "bpr-loka-artha", "loka", -25, [{ amount: jt(45), due: 1 }], "Ketahanan keluarga nasabah kami."),
  {
    key: "bengkel/rimba",
    program: "bengkel",
    company: "rimba-kencana",
    people: "rimba",
    note: "Tiga baris ini menutup seluruh biaya uji kompetensi. Masih dalam anggaran triwulan IV.",
    pledged: 0,
    lines: [6, 7, 9],
    instalments: [{ amount: jt(39), due: 21 }],
  },
];

/** Money at the bank that nobody has matched yet: it stands in suspense until the reconciler has found out whose it is. */
export const unmatchedLines: readonly { day: number; amount: Rupiah; description: string; almost?: { pledge: string }; payout?: true }[] = [
  { day: -3, amount: jt(2.5), description: "SETOR TUNAI CAB CEPU" },
  { day: -2, amount: jt(14.565), description: "STRIPE PAYOUT PO", payout: true },
  { day: -1, amount: jt(35), description: "RTGS ENERGI KAWUNG NUSANTARA CSR TAHAP 2" },
  { day: -1, amount: jt(40), description: "TRSF CR GAMPING MULYA SEMESTA", almost: { pledge: "bengkel/gamping" } },
  { day: -1, amount: jt(62), description: "KLIRING LOKA ARTHA PERSERODA TJSL NOV" },
];

export type DemoDisbursement = {
  program: string;
  n: number;
  /** The day the bank carried it out; for those under way, the day of the last step. */
  day: number;
  until: "requested" | "prepared" | "returned" | "acknowledged";
};

export const disbursements: readonly DemoDisbursement[] = [
  { program: "banjir", n: 1, day: -226, until: "acknowledged" },
  { program: "banjir", n: 2, day: -170, until: "acknowledged" },
  { program: "banjir", n: 3, day: -112, until: "acknowledged" },
  { program: "sumur", n: 1, day: -140, until: "acknowledged" },
  { program: "sumur", n: 2, day: -60, until: "acknowledged" },
  { program: "sumur", n: 3, day: 0, until: "prepared" },
  { program: "braille", n: 1, day: -150, until: "acknowledged" },
  { program: "braille", n: 2, day: -70, until: "acknowledged" },
  { program: "braille", n: 3, day: 0, until: "requested" },
  { program: "bengkel", n: 1, day: -104, until: "acknowledged" },
  { program: "bengkel", n: 2, day: -21, until: "acknowledged" },
  { program: "belajar", n: 1, day: -90, until: "acknowledged" },
  { program: "belajar", n: 2, day: -6, until: "returned" },
  { program: "kebun", n: 1, day: -60, until: "acknowledged" },
];

export type DemoReceipt = readonly [line: number, amount: Rupiah, vendor: string, description: string, approved?: false];

export type DemoReport = {
  program: string;
  n: number;
  scene: Scene;
  receipts: readonly DemoReceipt[];
  /** From when on receipts come in; the report is sent and published on the days below, if it is. */
  from: number;
  sent?: number;
  published?: number;
  headline: string;
  story: string;
  lessons: string;
  beneficiaries: { total: number; women?: number; children?: number; elderly?: number; disabled?: number } | null;
  /** Actual and note of each indicator, in order; null when it isn't measured yet. */
  results: readonly (readonly [actual: number | null, note: string])[];
};

export const reports: readonly DemoReport[] = [
  {
    program: "banjir",
    n: 1,
    scene: "boat",
    from: -222,
    sent: -196,
    published: -190,
    receipts: [[1, jt(137), "Bahari Karet Nusa", "Dua perahu karet 6 orang dan dua mesin 15 PK"]],
    headline: "Dua perahu karet dan mesin sudah di posko",
    story:
      "Dua perahu dan dua mesin diterima, diuji di Bengawan Solo, dan diberi nomor inventaris TGK-01 dan TGK-02. Enam anggota belajar merawat mesin.",
    lessons: "Mesin perlu dipanaskan tiap pekan; jadwalnya ditempel di posko.",
    beneficiaries: { total: 1200 },
    results: [
      [71, "Simulasi pertama dengan perahu"],
      [31, ""],
      [1, ""],
      [null, "Diukur setelah sirene terpasang"],
    ],
  },
  {
    program: "banjir",
    n: 2,
    scene: "room",
    from: -166,
    sent: -136,
    published: -130,
    receipts: [[3, jt(112), "Bangun Karya Kradenan", "Gudang siaga 6 × 9 meter, pondasi ditinggikan"]],
    headline: "Gudang siaga berdiri 40 cm di atas muka banjir 2024",
    story: "Gudang selesai dalam tujuh pekan dengan pondasi yang ditinggikan 40 cm atas usul warga yang rumahnya tergenang pada 2024.",
    lessons: "Usul warga soal tinggi pondasi lebih tepat daripada gambar kami.",
    beneficiaries: { total: 1200 },
    results: [
      [58, ""],
      [64, ""],
      [2, ""],
      [null, "Diukur setelah sirene terpasang"],
    ],
  },
  {
    program: "banjir",
    n: 3,
    scene: "boat",
    from: -108,
    sent: -50,
    published: -41,
    receipts: [
      [2, jt(39), "Sentosa Keselamatan Air", "Pelampung dan alat evakuasi, 60 set"],
      [4, jt(17.2), "Bengkel Las Tirto", "Papan duga air dan sirene di empat titik"],
      [5, jt(28.8), "Balai Latihan SAR", "Pelatihan SAR air empat hari"],
      [6, jt(6), "Panitia simulasi tiga desa", "Konsumsi dan tenda simulasi evakuasi"],
    ],
    headline: "Evakuasi banjir kini 38 menit, dulu 95 menit",
    story:
      "Tiga desa berlatih siang dan malam bersama sekolah dan puskesmas. Waktu evakuasi rata-rata turun dari 95 menit menjadi 38 menit, diukur PSM pada simulasi ketiga.",
    lessons:
      "Sirene di titik 4 tidak terdengar di dukuh yang terhalang tanggul. Karena itu peringatan dini baru menjangkau 71% keluarga; pengeras tambahan masuk usulan berikutnya.",
    beneficiaries: { total: 1360, women: 671, children: 318, elderly: 204, disabled: 37 },
    results: [
      [38, "Diukur PSM saat simulasi"],
      [112, ""],
      [3, ""],
      [71, "Titik 4 belum terdengar"],
    ],
  },
  {
    program: "sumur",
    n: 1,
    scene: "well",
    from: -134,
    sent: -100,
    published: -95,
    receipts: [
      [1, jt(55), "Bor Sumber Makmur", "Pengeboran 0 sampai 41 meter"],
      [2, jt(24), "Teknik Pompa Mandiri", "Uang muka pompa benam dan panel"],
      [3, jt(6), "Tukang kelompok Ngasem", "Pondasi dan dinding rumah pompa"],
    ],
    headline: "Sumur mencapai 41 meter, rumah pompa berdinding",
    story:
      "Pengeboran dimulai setelah rapat selapanan menyetujui titiknya. Batu keras di kedalaman 27 meter menahan pekerjaan sepuluh hari.",
    lessons: "Contoh batuan tiap lima meter membantu tukang bor menentukan mata bor.",
    beneficiaries: { total: 212 },
    results: [
      [19, "Air belum mengalir"],
      [211, ""],
      [186, ""],
      [null, "Belum ada air yang diuji"],
    ],
  },
  {
    program: "sumur",
    n: 2,
    scene: "well",
    from: -52,
    sent: -9,
    published: -6,
    receipts: [
      [1, jt(29.7), "Bor Sumber Makmur", "Pengeboran 41 sampai 62 meter"],
      [2, jt(12.8), "Teknik Pompa Mandiri", "Panel listrik dan kabel"],
    ],
    headline: "Pengeboran 62 dari 90 meter, air pertama keluar",
    story:
      "Air pertama keluar di kedalaman 58 meter dan diuji: keruh tetapi tawar. Pengeboran dilanjutkan ke lapisan kedua agar debit cukup pada puncak kemarau.",
    lessons: "Sisa dana termin disimpan untuk mata bor cadangan yang baru datang bulan depan.",
    beneficiaries: { total: 212, women: 348, children: 231, elderly: 97, disabled: 18 },
    results: [
      [31, "Kran uji dekat rumah pompa"],
      [190, ""],
      [171, ""],
      [50, "Dua dari empat contoh"],
    ],
  },
  {
    program: "braille",
    n: 1,
    scene: "glasses",
    from: -146,
    sent: -106,
    published: -100,
    receipts: [
      [1, jt(57), "Alat Netra Sejahtera", "Mesin tik Braille, enam unit"],
      [4, jt(9), "Klinik Mata Bengawan", "Pemeriksaan mata 60 siswa"],
      [2, jt(6), "Optik Terang", "Uang muka kacamata baca"],
    ],
    headline: "Enam puluh siswa diperiksa, enam mesin Braille dipakai tiap hari",
    story: "Semua siswa diperiksa dalam tiga hari. Dua puluh tiga di antaranya memiliki sisa penglihatan yang dapat dibantu kacamata.",
    lessons: "Pemeriksaan di rumah belajar lebih tenang daripada di klinik.",
    beneficiaries: { total: 60, women: 27, children: 52, disabled: 60 },
    results: [
      [29, ""],
      [0, "Kacamata masih dibuat"],
      [2, ""],
    ],
  },
  {
    program: "braille",
    n: 2,
    scene: "glasses",
    from: -64,
    sent: -24,
    published: -18,
    receipts: [
      [1, jt(19), "Alat Netra Sejahtera", "Mesin tik Braille, dua unit"],
      [2, jt(17), "Optik Terang", "Kacamata baca 38 siswa"],
    ],
    headline: "Dua puluh satu siswa membaca huruf besar sendiri",
    story: "Kacamata selesai untuk 38 siswa. Dua puluh satu di antaranya kini membaca huruf besar tanpa dibacakan.",
    lessons: "Bingkai untuk anak kecil perlu dipesan lebih awal.",
    beneficiaries: { total: 60, women: 27, children: 52, disabled: 60 },
    results: [
      [41, ""],
      [21, ""],
      [8, "Pelatihan guru baru dua kali"],
    ],
  },
  {
    program: "bengkel",
    n: 1,
    scene: "workshop",
    from: -98,
    sent: -60,
    published: -53,
    receipts: [
      [1, jt(37), "Perkakas Jaya Blora", "Perkakas dan lift servis motor, dua set"],
      [2, jt(38), "Tukang balai Sambongrejo", "Renovasi balai: atap, lantai, listrik"],
    ],
    headline: "Balai lama menjadi bengkel latih dengan dua set alat",
    story: "Atap dan lantai selesai lebih cepat karena pemuda ikut mengecat. Dua set perkakas dan lift terpasang dan sudah dicoba.",
    lessons: "Listrik balai perlu dinaikkan dayanya sebelum kompresor datang.",
    beneficiaries: { total: 24, women: 7 },
    results: [
      [0, "Pelatihan belum mulai"],
      [0, "Ruang dan alat siap"],
      [null, "Diukur tiga bulan setelah lulus"],
      [null, "Pelatihan belum mulai"],
    ],
  },
  {
    program: "bengkel",
    n: 2,
    scene: "workshop",
    from: -15,
    receipts: [
      [5, jt(3.48), "Percetakan Aksara", "Modul cetak, 12 eksemplar"],
      [4, jt(9.1), "Lembaga pelatihan mekanik", "Instruktur, sesi 1–14"],
      [7, jt(2.07), "Warung Bu Karni", "Makan peserta, minggu 1–2"],
      [5, jt(4.25), "Toko Suku Cadang Lancar", "Bahan praktik: oli, busi, kampas"],
      [9, jt(1.86), "Toko Keselamatan Kerja Blora", "Alat pelindung diri, 12 set", false],
    ],
    headline: "Empat belas sesi pertama selesai",
    story: "Angkatan pertama sudah belajar servis rutin dan kelistrikan dasar.",
    lessons: "",
    beneficiaries: { total: 12, women: 4 },
    results: [
      [0, ""],
      [1, "Ruang dan alat siap"],
      [null, ""],
      [91, "Sesi 1–14"],
    ],
  },
  {
    program: "belajar",
    n: 1,
    scene: "books",
    from: -84,
    sent: -37,
    published: -30,
    receipts: [
      [1, jt(9.2), "Mebel Jati Makmur", "Rak, meja, dan papan tulis"],
      [2, jt(4.4), "Toko Buku Pelita", "80 buku bacaan dan pelajaran"],
    ],
    headline: "Ruang belajar penuh rak, delapan puluh buku pertama datang",
    story: "Rak dibuat perajin desa dari kayu sisa. Anak-anak memilih sendiri delapan puluh buku pertama.",
    lessons: "Buku bergambar paling cepat rusak; perlu disampul sebelum dipinjamkan.",
    beneficiaries: { total: 45, women: 21, children: 45, disabled: 2 },
    results: [
      [26, ""],
      [17, ""],
      [22, "Sejak rak dibuka"],
    ],
  },
  {
    program: "kebun",
    n: 1,
    scene: "garden",
    from: -52,
    sent: -1,
    receipts: [
      [1, jt(10.2), "Tukang kayu Ngelo", "Dua belas bedeng setinggi pinggang"],
      [4, jt(9), "Alat Kesehatan Waras", "Alat periksa kesehatan dasar"],
      [6, jt(4.8), "Fotokopi Bengawan", "Buku catatan kunjungan dan laporan", false],
    ],
    headline: "Dua belas bedeng pertama dipanen, 88 lansia dikunjungi",
    story:
      "Dua belas bedeng pertama sudah dua kali dipanen. Semua 88 lansia dikunjungi sedikitnya sekali, dan tiga temuan tekanan darah tinggi dirujuk hari itu juga.",
    lessons: "Bedeng yang paling dekat pintu dirawat paling rajin; yang jauh akan dipindah.",
    beneficiaries: { total: 88, women: 57, elderly: 88, disabled: 14 },
    results: [
      [44, ""],
      [52, ""],
      [48, "Diukur pendamping"],
    ],
  },
];
