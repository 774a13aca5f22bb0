import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";

export const mentoringMessages = defineMessages({
  id: {
    title: "Pendampingan",
    communityHeading: (active: number, asked: number) =>
      active > 0 ? `Didampingi ${active} wanita pemimpin` : asked > 0 ? "Menunggu jawaban pendamping" : "Belum ada pendamping",
    communityLead: "Wanita Pemimpin Kesejahteraan Sosial mendampingi lembaga Anda: mencatat, mengelola kelompok, menulis usulan.",
    mentorHeading: (waiting: number, active: number) =>
      waiting > 0
        ? waiting === 1
          ? "Satu permintaan menunggu jawaban Anda"
          : `${waiting} permintaan menunggu jawaban Anda`
        : active > 0
          ? `Anda mendampingi ${active} lembaga`
          : "Belum ada yang Anda dampingi",
    mentorLead: "Lembaga yang didampingi tidak dapat Anda periksa, sampai tiga tahun sesudah pendampingan berakhir.",
    requests: "Permintaan pendampingan",
    active: "Sedang berjalan",
    noActive: "Belum ada.",
    past: "Yang lalu",
    ask: "Minta pendampingan",
    mentor: "Wanita pemimpin",
    mentorEmpty: "Pilih nama",
    mentorHint: "Hanya yang kedudukannya berlaku.",
    nobody: "Belum ada wanita pemimpin yang terverifikasi.",
    wish: "Bantuan apa yang Anda perlukan?",
    wishHint: "Tulis keadaannya dan apa yang ingin dicapai. Jangan menulis nama warga.",
    send: "Kirim permintaan",
    askers: "Ketua dan penyunting yang meminta dan mencatat.",
    wishSaid: "Yang diminta",
    answerSaid: "Jawaban pendamping",
    closingSaid: "Kata penutup",
    answer: "Jawaban Anda",
    answerHint: "Dibaca lembaga. Tulis apa yang dapat Anda bantu, atau mengapa belum bisa.",
    accept: "Bersedia mendampingi",
    decline: "Tolak",
    sessions: (count: number) => (count === 0 ? "Belum ada pertemuan" : count === 1 ? "Satu pertemuan" : `${count} pertemuan`),
    sessionsHint: "Dibaca kedua pihak dan tidak dapat diubah.",
    heldOn: "Tanggal pertemuan",
    text: "Apa yang dikerjakan dan disepakati",
    textHint: "Jangan menulis nama warga.",
    addNote: "Catat pertemuan",
    save: "Simpan catatan",
    by: (writer: string) => `Dicatat ${writer}`,
    end: "Akhiri pendampingan",
    withdraw: "Tarik permintaan",
    closing: "Kata penutup",
    closingHint: "Apa yang dicapai, atau mengapa berakhir. Pihak lain membacanya.",
    statuses: {
      asked: "Menunggu jawaban",
      active: "Berjalan",
      declined: "Ditolak",
      withdrawn: "Ditarik",
      ended: "Berakhir",
    },
    mentoredBy: "Didampingi oleh ",
    since: (day: string) => `sejak ${day}`,
    done: {
      asked: "Permintaan terkirim. Jawabannya datang lewat surel.",
      answered: "Jawaban Anda terkirim.",
      noted: "Pertemuan tercatat. Pihak lain diberi tahu lewat surel.",
      ended: "Tercatat. Pihak lain diberi tahu lewat surel.",
    },
  },
  en: {
    title: "Mentoring",
    communityHeading: (active: number, asked: number) =>
      active > 0
        ? `Mentored by ${active} ${active === 1 ? "woman leader" : "women leaders"}`
        : asked > 0
          ? "Waiting for the mentor's answer"
          : "No mentor yet",
    communityLead: "Women social-welfare leaders mentor your organisation: keeping books, running the group, writing proposals.",
    mentorHeading: (waiting: number, active: number) =>
      waiting > 0
        ? waiting === 1
          ? "One request waits for your answer"
          : `${waiting} requests wait for your answer`
        : active > 0
          ? `You mentor ${active} ${active === 1 ? "organisation" : "organisations"}`
          : "You mentor nobody yet",
    mentorLead: "You can't verify whom you mentor, until three years after the mentoring has ended.",
    requests: "Requests for mentoring",
    active: "Under way",
    noActive: "None yet.",
    past: "Before",
    ask: "Ask for mentoring",
    mentor: "Woman leader",
    mentorEmpty: "Choose a name",
    mentorHint: "Only those whose standing holds.",
    nobody: "There is no verified woman leader yet.",
    wish: "What do you want help for?",
    wishHint: "Write how things are and what you want to reach. Don't write residents' names.",
    send: "Send the question",
    askers: "Chair and editors ask and write notes.",
    wishSaid: "What was asked for",
    answerSaid: "The mentor's answer",
    closingSaid: "Closing word",
    answer: "Your answer",
    answerHint: "The organisation reads it. Write what you can help with, or why you can't.",
    accept: "Agree to mentor",
    decline: "Decline",
    sessions: (count: number) => (count === 0 ? "No session yet" : count === 1 ? "One session" : `${count} sessions`),
    sessionsHint: "Both sides read it; nobody can change it.",
    heldOn: "Day of the session",
    text: "What was done and agreed",
    textHint: "Don't write residents' names.",
    addNote: "Note a session",
    save: "Save the note",
    by: (writer: string) => `Noted by ${writer}`,
    end: "End the mentoring",
    withdraw: "Take back the question",
    closing: "Closing word",
    closingHint: "What was reached, or why it ends. The other side reads it.",
    statuses: { asked: "Waiting for an answer", active: "Under way", declined: "Declined", withdrawn: "Taken back", ended: "Ended" },
    mentoredBy: "Mentored by ",
    since: (day: string) => `since ${day}`,
    done: {
      asked: "The question is sent. The answer comes by email.",
      answered: "Your answer is sent.",
      noted: "The session is noted. The other side is told by email.",
      ended: "Recorded. The other side is told by email.",
    },
  },
});

export const mentoringRefusals = defineMessages({
  id: {
    mentor_unfit: (_: RefusalDetails) => "Pilih wanita pemimpin yang kedudukannya berlaku dari daftar.",
    mentor_own: (_: RefusalDetails) => "Ia anggota lembaga Anda. Pendamping datang dari luar lembaga.",
    mentoring_open: (_: RefusalDetails) => "Ia sudah diminta atau sudah mendampingi lembaga Anda.",
    wish_missing: (_: RefusalDetails) => "Tulis bantuan yang Anda perlukan.",
    mentoring_not_found: (_: RefusalDetails) => "Pendampingan ini tidak ada. Muat ulang halaman.",
    mentoring_answered: (_: RefusalDetails) => "Permintaan ini sudah dijawab atau ditarik. Muat ulang halaman.",
    mentoring_not_active: (_: RefusalDetails) => "Pertemuan dicatat selama pendampingan berjalan.",
    mentoring_over: (_: RefusalDetails) => "Pendampingan ini sudah berakhir. Muat ulang halaman.",
    answer_missing: (_: RefusalDetails) => "Tulis jawaban Anda. Lembaga membacanya.",
    note_missing: (_: RefusalDetails) => "Tulis apa yang dikerjakan.",
    session_outside: (_: RefusalDetails) => "Tanggalnya harus antara mulai pendampingan dan hari ini.",
    closing_missing: (_: RefusalDetails) => "Tulis kata penutup. Pihak lain membacanya.",
    practitioner_standing_invalid: (_: RefusalDetails) =>
      "Kedudukan Anda belum terverifikasi atau sudah habis masa berlakunya. Perbarui dokumen di halaman Legalitas.",
  },
  en: {
    mentor_unfit: (_: RefusalDetails) => "Choose a woman leader whose standing holds from the list.",
    mentor_own: (_: RefusalDetails) => "She is a member of your organisation. A mentor comes from outside.",
    mentoring_open: (_: RefusalDetails) => "She has been asked already, or mentors your organisation.",
    wish_missing: (_: RefusalDetails) => "Write what you want help for.",
    mentoring_not_found: (_: RefusalDetails) => "There is no such mentoring. Reload the page.",
    mentoring_answered: (_: RefusalDetails) => "This question has been answered or taken back. Reload the page.",
    mentoring_not_active: (_: RefusalDetails) => "Sessions are noted while the mentoring is under way.",
    mentoring_over: (_: RefusalDetails) => "This mentoring has ended. Reload the page.",
    answer_missing: (_: RefusalDetails) => "Write your answer. The organisation reads it.",
    note_missing: (_: RefusalDetails) => "Write what was done.",
    session_outside: (_: RefusalDetails) => "The day must lie between the beginning of the mentoring and today.",
    closing_missing: (_: RefusalDetails) => "Write a closing word. The other side reads it.",
    practitioner_standing_invalid: (_: RefusalDetails) =>
      "Your standing is not verified or has expired. Renew the documents on the Standing page.",
  },
});
