import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";

export const factorResetMessages = defineMessages({
  id: {
    lost: {
      link: "Ponsel dan kode cadangan hilang",
      title: "Ponsel dan kode cadangan hilang?",
      lead: "Administrator memastikan dengan bertemu langsung bahwa ini memang Anda. Sesudah itu ada masa tunggu 24 jam, lalu dua langkah Anda dilepas.",
      steps:
        "Surel dikirim ke alamat Anda sekarang juga, dengan tautan untuk menghentikannya. Kata sandi tetap berlaku. Peran uang tetap tertutup sampai dua langkah baru dipasang.",
      button: "Minta jalan masuk kembali",
      back: "Kembali ke kode",
      asked: (at: string) => `Permintaan Anda tercatat ${at}. Temui administrator dengan tanda pengenal.`,
      waits: (at: string) => `Identitas Anda sudah diperiksa. Dua langkah dapat dilepas mulai ${at}.`,
    },
    stop: {
      title: "Hentikan permintaan ini?",
      lead: "Seseorang yang mengetahui kata sandi akun ini minta dua langkahnya dilepas. Bila itu bukan Anda, hentikan dan ganti kata sandi.",
      button: "Hentikan sekarang",
      done: "Permintaan dihentikan",
      doneLead: "Dua langkah akun tetap seperti semula. Ganti kata sandi bila bukan Anda yang meminta.",
      broken: "Tautan ini tidak berlaku",
      brokenLead: "Permintaannya sudah selesai atau sudah dihentikan.",
      password: "Ganti kata sandi",
    },
    desk: {
      title: "Jalan masuk kembali",
      lead: "Untuk orang yang kehilangan ponsel dan kode cadangannya. Periksa dengan bertemu langsung, jangan lewat telepon atau surel.",
      none: "Tidak ada permintaan",
      requestedAt: (at: string) => `Diminta ${at}`,
      checked: (by: string, at: string) => `Diperiksa ${by}, ${at}`,
      waits: (at: string) => `Menunggu sampai ${at}. Pemilik dapat menghentikannya.`,
      own: "Ini akun Anda sendiri. Administrator lain yang memeriksa.",
      note: "Bagaimana identitasnya dipastikan",
      noteHint: "Di mana bertemu dan tanda pengenal apa yang dilihat. Jangan menulis nomornya.",
      check: "Catat, mulai masa tunggu 24 jam",
      complete: "Lepas dua langkah",
      completeAsk: "Lepas dua langkah orang ini?",
      completeText: "Semua sesinya diakhiri. Peran uang terbuka lagi sesudah ia memasang dua langkah baru.",
      checkDone: "Tercatat. Masa tunggu 24 jam dimulai dan pemilik diberi tahu.",
      completed: "Dua langkah dilepas dan semua sesi diakhiri.",
    },
  },
  en: {
    lost: {
      link: "Phone and recovery codes are lost",
      title: "Lost phone and recovery codes?",
      lead: "An administrator makes sure in person that it is you. After that there is a wait of 24 hours, then your second step is removed.",
      steps:
        "An email goes to your address right now, with a link that stops it. Your password stays. Money roles stay closed until a new second step is set up.",
      button: "Ask for a way back in",
      back: "Back to the code",
      asked: (at: string) => `Your request was recorded ${at}. Meet an administrator with an identity document.`,
      waits: (at: string) => `Your identity has been checked. The second step can be removed from ${at}.`,
    },
    stop: {
      title: "Stop this request?",
      lead: "Somebody who knows the password of this account asked for its second step to be removed. If that was not you, stop it and change the password.",
      button: "Stop it now",
      done: "The request is stopped",
      doneLead: "The second step of the account stays as it was. Change the password if it was not you who asked.",
      broken: "This link does not work",
      brokenLead: "The request is finished or was stopped already.",
      password: "Change the password",
    },
    desk: {
      title: "Ways back in",
      lead: "For people who lost phone and recovery codes. Check in person, never by telephone or email.",
      none: "No request",
      requestedAt: (at: string) => `Asked for ${at}`,
      checked: (by: string, at: string) => `Checked by ${by}, ${at}`,
      waits: (at: string) => `Waits until ${at}. The owner can stop it.`,
      own: "This is your own account. Another administrator checks it.",
      note: "How the identity was made sure",
      noteHint: "Where you met and which document you saw. Do not write its number.",
      check: "Record, begin the wait of 24 hours",
      complete: "Remove the second step",
      completeAsk: "Remove this person's second step?",
      completeText: "All sessions end. Money roles open again once a new second step is set up.",
      checkDone: "Recorded. The wait of 24 hours has begun and the owner is told.",
      completed: "The second step is removed and all sessions have ended.",
    },
  },
});

export const factorResetRefusals = defineMessages({
  id: {
    factor_missing: (_: RefusalDetails) => "Akun ini tidak memakai dua langkah.",
    own_account: (_: RefusalDetails) => "Ini akun Anda sendiri. Administrator lain yang memeriksa.",
    note_missing: (_: RefusalDetails) => "Tulis bagaimana identitasnya dipastikan.",
    reset_waits: (_: RefusalDetails) => "Masa tunggu 24 jam belum lewat.",
    reset_moved: (_: RefusalDetails) => "Permintaan ini sudah berubah atau dihentikan. Muat ulang halaman.",
    link_expired: (_: RefusalDetails) => "Tautan ini tidak berlaku.",
  },
  en: {
    factor_missing: (_: RefusalDetails) => "This account has no second step.",
    own_account: (_: RefusalDetails) => "This is your own account. Another administrator checks it.",
    note_missing: (_: RefusalDetails) => "Write how the identity was made sure.",
    reset_waits: (_: RefusalDetails) => "The wait of 24 hours is not over.",
    reset_moved: (_: RefusalDetails) => "This request has changed or was stopped. Reload the page.",
    link_expired: (_: RefusalDetails) => "This link does not work.",
  },
});
