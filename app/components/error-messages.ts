import { defineMessages } from "~/kernel/messages";

export const errorMessages = defineMessages({
  id: {
    code: (status: number) => `Kode ${status}`,
    goHome: "Ke beranda",
    allPrograms: "Semua program",
    openLedger: "Baca buku terbuka",
    workspaces: "Pilih ruang kerja",
    signIn: "Masuk",
    reload: "Muat ulang",
    search: "Cari program",
    missing: {
      title: "Halaman ini tidak ada",
      text: "Alamatnya mungkin terpotong saat disalin. Program yang ditarik tetap punya halaman, jadi bukan itu sebabnya.",
    },
    forbidden: {
      title: "Halaman ini untuk peran lain",
      text: (name: string) => `Anda masuk sebagai ${name}. Peran Anda tidak membuka halaman ini.`,
      anonymous: "Halaman ini hanya untuk yang berwenang.",
      still: "Pekerjaan Anda yang lain tetap bisa dibuka dari ruang kerja",
      ask: "Pengurus lembaga Anda dapat mengubah peran di halaman Tim",
    },
    broken: {
      title: "Kesalahan di pihak kami",
      text: "Kiriman terakhir Anda belum tersimpan. Tidak ada uang yang berpindah.",
      kept: "Kembali ke halaman sebelumnya: isian biasanya masih ada di sana.",
      twice: "Mengirim ulang formulir yang sama tidak akan menjadi dua.",
    },
    maintenance: {
      title: "Sedang dalam pemeliharaan",
      text: "Sinergi tidak dapat melayani untuk sementara. Tidak ada uang yang berpindah dan tidak ada isian yang hilang di sisi kami.",
    },
    expired: {
      title: "Tautan ini sudah tidak berlaku",
      text: "Tautan dalam surel berlaku terbatas dan hanya sekali. Yang dituju tautan ini tidak batal: masuk untuk melihatnya, atau minta tautan baru.",
      label: "Tautan habis",
    },
    tooMany: {
      title: "Terlalu sering mencoba",
      text: "Demi keamanan, permintaan dari jaringan ini berhenti sebentar. Coba lagi beberapa menit lagi.",
    },
    tooLarge: {
      title: "Berkas terlalu besar",
      text: "Satu berkas paling besar 10 MB, dan 25 MB untuk satu kiriman. Kembali ke formulir, lalu kecilkan atau kirim satu per satu.",
    },
    refused: {
      title: "Permintaan ini tidak dapat dibaca",
      text: "Muat ulang halaman asalnya, lalu coba sekali lagi. Tidak ada yang berubah.",
    },
    ended: {
      label: "Sesi berakhir",
      title: "Masuk lagi, isian Anda menunggu",
      text: "Sesi Anda berakhir sebelum formulir ini terkirim. Belum ada yang tersimpan di server. Isiannya ada di halaman ini.",
      kept: "Isian dari formulir",
      files: "Berkas yang dipilih perlu dipilih lagi sesudah masuk.",
      signIn: "Masuk di tab baru",
      sendAgain: "Sudah masuk, kirim lagi",
      twice: "Halaman ini jangan ditutup. Mengirim ulang tidak akan menjadi dua.",
    },
  },
  en: {
    code: (status: number) => `Code ${status}`,
    goHome: "Home",
    allPrograms: "All programs",
    openLedger: "Read the open ledger",
    workspaces: "Choose a workspace",
    signIn: "Sign in",
    reload: "Reload",
    search: "Search programs",
    missing: {
      title: "This page does not exist",
      text: "The address may have been cut off while copying. Withdrawn programs keep their page, so that is not the reason.",
    },
    forbidden: {
      title: "This page is for another role",
      text: (name: string) => `You are signed in as ${name}. Your role does not open this page.`,
      anonymous: "This page is only for those with the right role.",
      still: "Your other work is still open from your workspace",
      ask: "Whoever manages your organisation can change roles on the Team page",
    },
    broken: {
      title: "A mistake on our side",
      text: "What you last sent was not saved. No money has moved.",
      kept: "Go back one page: what you typed is usually still there.",
      twice: "Sending the same form again will not count twice.",
    },
    maintenance: {
      title: "Under maintenance",
      text: "Sinergi can’t answer for a moment. No money has moved and nothing is lost on our side.",
    },
    expired: {
      title: "This link is no longer valid",
      text: "Links in emails are valid for a limited time and only once. What it led to is not cancelled: sign in to see it, or ask for a new link.",
      label: "Expired link",
    },
    tooMany: {
      title: "Too many attempts",
      text: "For safety, requests from this network pause for a moment. Try again in a few minutes.",
    },
    tooLarge: {
      title: "This file is too large",
      text: "One file may have up to 10 MB, and one form 25 MB. Go back to the form and make it smaller or send them one by one.",
    },
    refused: { title: "This request can’t be read", text: "Reload the page you came from and try once more. Nothing has changed." },
    ended: {
      label: "Session ended",
      title: "Sign in again, your form is waiting",
      text: "Your session ended before this form was sent. Nothing is saved on the server yet. What you typed is on this page.",
      kept: "From your form",
      files: "Files need to be chosen again after signing in.",
      signIn: "Sign in in a new tab",
      sendAgain: "Signed in, send again",
      twice: "Keep this page open. Sending again will not count twice.",
    },
  },
});
