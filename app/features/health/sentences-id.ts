import { formatRupiah } from "~/kernel/money";
import { type Sentences, duration, percent, since, size, whole } from "./sentence-parts";

/** Each sentence for its good and its bad state, without a machine's words. */
export const sentencesId: Sentences = {
  emails: ({ emails, services }, good) => ({
    title: good ? "Tidak ada surel yang gagal" : `${whole(emails.failing, "id")} surel tidak sampai`,
    text: !good
      ? `Ke ${emails.addresses.join(", ")}. Isinya juga tampil di ruang kerja; hubungi orangnya lewat ketua lembaganya.`
      : services.email === "real"
        ? "Layanan surel menerima semuanya. Tidak ada yang ditolak atau masih dicoba lagi."
        : "Semuanya tersimpan di server ini. Tidak ada yang dikirim ke luar.",
    aside: `${whole(emails.failing, "id")} dari ${whole(emails.today, "id")} hari ini`,
  }),
  pages: ({ pages }, good) => ({
    title: good
      ? "Halaman terbuka seperti biasa"
      : pages.failures > 0
        ? `${whole(pages.failures, "id")} halaman gagal dibuka`
        : "Halaman terbuka lambat",
    text: `Separuh halaman siap dalam ${whole(pages.halfMs, "id")} milidetik, yang terlama ${whole(pages.slowestMs, "id")}. ${
      pages.failures === 0 ? "Tidak ada yang gagal" : `${whole(pages.failures, "id")} gagal`
    } dalam 24 jam terakhir. Dihitung sejak server mulai, ${since(pages.since, "id")}.`,
    aside: `${whole(pages.answers, "id")} halaman`,
  }),
  ledger: ({ books }, good) => ({
    title: good
      ? "Buku besar utuh"
      : !books.check
        ? "Buku besar belum pernah dihitung ulang"
        : books.check.brokenFunds > 0
          ? "Ada catatan buku besar yang tidak cocok"
          : books.difference !== 0n || books.cardDifference !== 0n
            ? "Buku dan bank berbeda"
            : "Buku besar terlalu lama tidak dihitung ulang",
    text: `${
      books.check
        ? `${whole(books.check.entries, "id")} catatan dihitung ulang dari awal, ${
            books.check.brokenFunds === 0 ? "semua sidik cocok" : `${whole(books.check.brokenFunds, "id")} rantai putus`
          }. `
        : "Tekan Periksa sekarang. "
    }Selisih bank ${formatRupiah(books.difference)}, selisih kartu ${formatRupiah(books.cardDifference)}.`,
    aside: books.check ? since(books.check.at, "id") : "",
  }),
  audit: ({ books }, good) => ({
    title: good
      ? "Jejak audit utuh"
      : !books.check
        ? "Jejak audit belum pernah dihitung ulang"
        : books.check.brokenAuditEntries > 0n
          ? "Ada catatan jejak audit yang tidak cocok"
          : "Jejak audit terlalu lama tidak dihitung ulang",
    text: books.check
      ? `${whole(books.check.auditEntries, "id")} catatan dihitung ulang, ${
          books.check.brokenAuditEntries === 0n
            ? "semua tersambung dengan yang sebelumnya"
            : `${whole(books.check.brokenAuditEntries, "id")} tidak cocok`
        }.`
      : "Tekan Periksa sekarang.",
    aside: books.check ? since(books.check.at, "id") : "",
  }),
  jobs: ({ jobs }, good) => ({
    title: good
      ? "Pekerjaan latar tidak menumpuk"
      : jobs.triedOften > 0
        ? "Ada pekerjaan latar yang gagal berkali-kali"
        : "Pekerjaan latar menumpuk",
    text: `${whole(jobs.waiting, "id")} menunggu${jobs.waiting > 0 ? `, yang terlama ${duration(jobs.oldestSeconds, "id")}` : ""}. ${
      jobs.triedOften === 0
        ? "Tidak ada yang dicoba lebih dari tiga kali."
        : `${whole(jobs.triedOften, "id")} sudah dicoba lebih dari tiga kali.`
    }`,
    aside: "saat ini",
  }),
  storage: ({ storage: { files, disk, cloud } }, good) => ({
    title: good ? "Penyimpanan cukup" : "Penyimpanan hampir penuh",
    text: `Berkas yang diunggah memakai ${size(Number(files))}${cloud ? " di penyimpanan luar" : ""}. ${
      disk ? `Cakram server berisi ${percent(disk.whole - disk.free, disk.whole)}, sisa ${size(disk.free)}.` : "Tidak ada cakram sendiri."
    }`,
    aside: disk ? `${percent(disk.free, disk.whole)} sisa` : "",
  }),
  services: ({ services: { cards, email } }, good) => ({
    title: good ? "Pembayaran kartu dan surel memakai layanan sungguhan" : "Tidak semua layanan sungguhan",
    text: `${
      {
        real: "Pembayaran kartu memakai layanan sungguhan.",
        test: "Pembayaran kartu memakai kunci uji: tidak ada uang yang berpindah.",
        stand_in: "Pembayaran kartu memakai tiruan: tidak ada uang yang berpindah.",
        off: "Pembayaran kartu tidak ditawarkan.",
      }[cards]
    } ${email === "real" ? "Surel dikirim sungguhan." : "Surel hanya disimpan di server ini dan tidak dikirim."}`,
    aside: "saat ini",
  }),
  clock: ({ clock }, good) => ({
    title: good ? "Jam server tepat" : "Jam server dan basis data berbeda",
    text: `Beda ${whole(Math.abs(clock.milliseconds), "id")} milidetik. Penting untuk urutan catatan dan tenggat.`,
    aside: "saat ini",
  }),
};
