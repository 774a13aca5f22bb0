import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";

/** Photos of visits: taking them, what they prove, and what waits on the phone. */
export const visitMessages = defineMessages({
  id: {
    take: (n: number) => `Foto untuk hal ${n}`,
    takeHint: (most: number) => `Paling banyak ${most}. Boleh langsung dari kamera.`,
    again: "Pilih lagi fotonya: peramban tidak menyimpan berkas.",
    faces: "Jangan memotret wajah, terlebih wajah anak",
    facesText:
      "Foto dari belakang, atau tempat dan barangnya saja. Nama, NIK, kartu keluarga, dan rekam medis tidak boleh terbaca. Foto hanya dapat dibuka meja verifikasi; yang tampil untuk umum hanya jumlahnya.",
    photo: (n: number, question: string) => `Foto ${n}: ${question}`,
    photoName: (n: number) => `Foto ${n}`,
    remove: "Hapus",
    removeOf: (n: number, question: string) => `Hapus foto ${n}: ${question}`,
    removed: "Foto dihapus. Isian lain tersimpan.",
    savedAt: (time: string) => `Tersimpan di server ${time}`,
    notSaved: "Belum ada yang disimpan",
    day: {
      same_day: (at: string) => `Waktu foto ${at}, cocok dengan hari kunjungan`,
      days_before: (at: string, days: number) => `Waktu foto ${at}, ${days} hari sebelum dikirim`,
      before_task: (at: string) => `Waktu foto ${at}, sebelum tugas ini diberikan`,
      after_sent: (at: string) => `Waktu foto ${at}, sesudah foto diterima: jam ponsel tidak cocok`,
      unknown: () => "Waktu pengambilan tidak tertulis di foto, jadi tidak bisa diperiksa",
    },
    place: (latitude: string, longitude: string) =>
      `Tempat: sekitar ${latitude}, ${longitude}, dibulatkan sampai kira-kira 1 km. Titik tepatnya tidak disimpan`,
    noPlace: "Tempat tidak tertulis di foto, jadi tidak bisa diperiksa",
    distance: "Jarak ke desa tidak dapat dihitung: daftar wilayah tidak memuat titik desa. Yang dibandingkan hanya harinya.",
    spread: (km: number) =>
      km === 0
        ? "Semua foto yang memuat tempat diambil dalam jarak 1 km."
        : `Foto yang memuat tempat diambil paling jauh ${km} km satu sama lain.`,
    used: {
      same_task: "di tugas ini juga",
      visit: "di kunjungan lain",
      proposal: "di berkas usulan",
      report: "di laporan dampak",
      receipt: "sebagai nota",
      amendment: "di lampiran adendum",
    },
    usedExact: (where: string) => `Foto yang sama pernah dipakai ${where}`,
    usedAlike: (where: string) => `Foto yang tampak sama pernah dipakai ${where}`,
    count: (n: number) => (n === 0 ? "tanpa foto" : `${n} foto`),
    evidence: "Yang ditemukan, hal demi hal",
    evidenceHint: "Jawaban, catatan, dan foto petugas. Foto baru dimuat bila diminta, dan pembukaannya tercatat.",
    unanswered: "Belum dijawab",
    conflict: "Tugas ini juga disimpan dari perangkat lain. Pilih satu versi untuk tiap hal di bawah, lalu simpan.",
    conflictHere: "Perangkat lain menyimpan tugas ini. Tekan Simpan dulu untuk melihat keduanya.",
    phone: {
      all: (total: number) =>
        `${total === 1 ? "Berkasnya ada" : total === 2 ? "Berkas keduanya ada" : `Berkas ${total} tugas ini ada`} di ponsel ({size}), bisa dikerjakan tanpa sinyal.`,
      some: (total: number) => `{n} dari ${total} berkas ada di ponsel ({size}), bisa dikerjakan tanpa sinyal.`,
    },
    steps: {
      look: "Yang dilihat",
      words: "Catatan dan berkas",
      conclusion: "Kesimpulan",
      of: "Langkah {n} dari {all}",
      next: "Lanjut",
      left: "Lanjut, sisa {n}",
      back: "Kembali ke langkah sebelumnya",
    },
    outbox: {
      off: "Tanpa sinyal. Isian tersimpan di ponsel ini.",
      kept: "Tanpa sinyal. Isian dan foto tersimpan di ponsel ini, dan terkirim sendiri begitu ada sinyal selama halaman ini terbuka.",
      sent: "Tersambung. Semua sudah terkirim.",
      refused: "Satu foto ditolak. Alasannya tertulis di bawah fotonya.",
      waiting: "foto sedang dikirim",
      ended: "Foto masih di ponsel ini. Masuk lagi, lalu buka halaman ini agar terkirim.",
      full: "Ponsel ini penuh. Foto akan dikirim bersama isian saat Anda menyimpan.",
      first: "Masih ada foto yang belum terkirim. Tunggu sampai semua terkirim, atau buang fotonya, lalu sahkan.",
      photo: "Foto di ponsel ini",
      keptPhoto: "Menunggu sinyal",
      sending: "Sedang dikirim",
      discard: "Buang",
    },
  },
  en: {
    take: (n: number) => `Photos for question ${n}`,
    takeHint: (most: number) => `At most ${most}. Straight from the camera is fine.`,
    again: "Choose the photo again: the browser does not keep files.",
    faces: "Take no faces, above all no children's",
    facesText:
      "Take photos from behind, or of the place and the goods only. Names, identity numbers, family cards and medical papers must not be readable. Only the verification desk can open photos; the public sees how many there are.",
    photo: (n: number, question: string) => `Photo ${n}: ${question}`,
    photoName: (n: number) => `Photo ${n}`,
    remove: "Remove",
    removeOf: (n: number, question: string) => `Remove photo ${n}: ${question}`,
    removed: "The photo is removed. Everything else is saved.",
    savedAt: (time: string) => `Saved on the server at ${time}`,
    notSaved: "Nothing is saved yet",
    day: {
      same_day: (at: string) => `Taken ${at}, which fits the day of the visit`,
      days_before: (at: string, days: number) => `Taken ${at}, ${days} days before it was sent`,
      before_task: (at: string) => `Taken ${at}, before this task was given`,
      after_sent: (at: string) => `Taken ${at}, after it was received: the phone's clock does not fit`,
      unknown: () => "The photo does not say when it was taken, so that can't be checked",
    },
    place: (latitude: string, longitude: string) =>
      `Place: around ${latitude}, ${longitude}, rounded to about 1 km. The exact point is not kept`,
    noPlace: "The photo does not say where it was taken, so that can't be checked",
    distance: "The distance to the village can't be computed: the list of areas has no points of villages. Only the day is compared.",
    spread: (km: number) =>
      km === 0 ? "All photos that name a place were taken within 1 km." : `Photos that name a place were taken at most ${km} km apart.`,
    used: {
      same_task: "in this task too",
      visit: "in another visit",
      proposal: "among the papers of a proposal",
      report: "in an impact report",
      receipt: "as a receipt",
      amendment: "among the attachments of an amendment",
    },
    usedExact: (where: string) => `The same photo was used before ${where}`,
    usedAlike: (where: string) => `A photo that looks the same was used before ${where}`,
    count: (n: number) => (n === 0 ? "no photo" : n === 1 ? "1 photo" : `${n} photos`),
    evidence: "What was found, question by question",
    evidenceHint: "Answers, notes and photos of the practitioner. A photo is loaded only when asked for, and its opening is recorded.",
    unanswered: "Not answered yet",
    conflict: "This task was saved from another device too. Choose one version of each part below, then save.",
    conflictHere: "Another device saved this task. Press Save for now to see both.",
    phone: {
      all: (total: number) =>
        `${total === 1 ? "Its papers are" : total === 2 ? "The papers of both are" : `The papers of these ${total} tasks are`} on this phone ({size}) and can be worked on without a signal.`,
      some: (total: number) => `{n} of ${total} are on this phone ({size}) and can be worked on without a signal.`,
    },
    steps: {
      look: "What you see",
      words: "Notes and papers",
      conclusion: "Conclusion",
      of: "Step {n} of {all}",
      next: "Next",
      left: "Next, {n} left",
      back: "Back to the step before",
    },
    outbox: {
      off: "No signal. What you type is kept on this phone.",
      kept: "No signal. Answers and photos are kept on this phone and sent by themselves when it returns, while this page is open.",
      sent: "Connected. Everything has been sent.",
      refused: "One photo was refused. The reason stands below it.",
      waiting: "photos are being sent",
      ended: "The photos are still on this phone. Sign in again and open this page to send them.",
      full: "This phone is full. The photo goes with the form when you save.",
      first: "Some photos have not been sent yet. Wait until all are sent, or discard them, then sign.",
      photo: "Photo on this phone",
      keptPhoto: "Waits for a signal",
      sending: "Being sent",
      discard: "Discard",
    },
  },
});

export const visitRefusals = defineMessages({
  id: {
    stale_version: (_: RefusalDetails) => visitMessages.id.conflictHere,
    photos_not_taken: (_: RefusalDetails) => "Tugas ini tidak memakai foto per hal. Unggah sebagai berkas bukti.",
    photo_without_question: (_: RefusalDetails) => "Foto dipasang pada hal yang dibuktikannya, di atas. Di sini berkas PDF saja.",
    photos_full: (d: RefusalDetails) => `Satu hal memuat paling banyak ${String(d.most)} foto. Hapus satu dulu.`,
    photo_kind_unsupported: (_: RefusalDetails) => "Bukti di sini harus foto: JPG, PNG, atau WebP.",
    photo_too_small: (d: RefusalDetails) =>
      `Foto terlalu kecil untuk menjadi bukti. Sisi terpendek paling sedikit ${String(d.least)} piksel.`,
    photo_not_found: (_: RefusalDetails) => "Foto ini sudah tidak ada.",
  },
  en: {
    stale_version: (_: RefusalDetails) => visitMessages.en.conflictHere,
    photos_not_taken: (_: RefusalDetails) => "This task takes no photos of questions. Upload it among the papers.",
    photo_without_question: (_: RefusalDetails) => "A photo belongs to the question it proves, above. Here only PDF files.",
    photos_full: (d: RefusalDetails) => `A question holds at most ${String(d.most)} photos. Remove one first.`,
    photo_kind_unsupported: (_: RefusalDetails) => "Evidence here must be a photo: JPG, PNG or WebP.",
    photo_too_small: (d: RefusalDetails) =>
      `The photo is too small to prove anything. Its shorter side has at least ${String(d.least)} pixels.`,
    photo_not_found: (_: RefusalDetails) => "This photo is no longer there.",
  },
});
